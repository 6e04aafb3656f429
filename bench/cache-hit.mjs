// An answer out of the cache, beside one from a server on this machine.
import { contender, interleave, median, number, printTable, ratio, withServer } from './support.mjs';

export const cacheHit = () =>
  withServer('server', async (origin) => {
    const run = (name, count) => ({ name, run: () => number([contender('cache'), name, origin, String(count)]) });
    const figures = await interleave(5, [run('hit', 50_000), run('request', 3000)]);
    const faster = ratio(figures, 'request', 'hit');
    printTable(
      'Time of civitai.models.get, one after another',
      'µs',
      [
        { name: 'from the cache', value: median(figures.get('hit')), note: `${faster.toFixed(0)} × faster` },
        { name: 'from a loopback server', value: median(figures.get('request')) },
      ],
      { met: faster >= 50, text: 'at least 50 × faster than a loopback request' },
    );
  });
