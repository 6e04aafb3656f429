// CPU of one request, beside bare axios and fetch.
import { contender, interleave, median, number, printTable, ratio, withServer } from './support.mjs';

export const requestCost = () =>
  withServer('server', async (origin) => {
    const run = (name) => ({ name, run: () => number([contender('request'), name, origin, '3000']) });
    const figures = await interleave(5, [run('civitkit'), run('axios'), run('fetch')]);
    const toAxios = ratio(figures, 'civitkit', 'axios');
    printTable(
      'CPU of one request: civitai.models.get over loopback, 3,000 in a row',
      'µs',
      [
        { name: 'civitai.models.get', value: median(figures.get('civitkit')), note: `${toAxios.toFixed(2)} × axios` },
        { name: 'bare axios', value: median(figures.get('axios')) },
        {
          name: 'fetch',
          value: median(figures.get('fetch')),
          note: `${ratio(figures, 'fetch', 'axios').toFixed(2)} × axios`,
        },
      ],
      { met: toAxios <= 1.15, text: 'at most 1.15 × bare axios' },
    );
  });
