// Walks a long list with a consumer that is as busy as the server is slow, with and without reading ahead.
import { contender, interleave, median, printTable, ratio, runNode, withServer } from './support.mjs';

export const readAhead = () =>
  withServer('list-server', async (origin) => {
    const growth = [];
    const walk = (name, ahead) => ({
      name,
      run: async () => {
        const { output } = await runNode(['--expose-gc', contender('walk'), origin, String(ahead)]);
        const { ms, growthMb } = JSON.parse(output);
        if (ahead > 0) growth.push(growthMb);
        return ms;
      },
    });
    const figures = await interleave(3, [walk('sequential', 0), walk('ahead', 2)]);
    const toSequential = ratio(figures, 'ahead', 'sequential');
    printTable(
      'Walk: 200 pages of 100 models, 20 ms to the answer, 20 ms of work on each page',
      'ms',
      [
        { name: 'one page after another', value: median(figures.get('sequential')) },
        { name: 'readAhead: 2', value: median(figures.get('ahead')), note: `${toSequential.toFixed(2)} × that` },
      ],
      { met: toSequential <= 0.6, text: 'at most 0.6 × the walk without it' },
    );
    printTable(
      'Memory of the same walk with readAhead: 2, page 50 to page 200, after garbage collection',
      'MB more',
      [{ name: 'heap', value: median(growth) }],
      { met: median(growth) < 2, text: 'flat: less than 2 MB, a few pages' },
    );
  });
