// A page of 2 MB: received, parsed and typed, beside axios and JSON.parse.
import { contender, interleave, median, number, printTable, ratio, withServer } from './support.mjs';

export const largePage = () =>
  withServer('page-server', async (origin) => {
    const run = (name) => ({ name, run: () => number([contender('page'), name, origin, '60']) });
    const figures = await interleave(7, [run('civitkit'), run('axios')]);
    const toAxios = ratio(figures, 'civitkit', 'axios');
    printTable(
      'CPU of a page of 2 MB: civitai.models.where().page() over loopback, 60 in a row',
      'µs',
      [
        {
          name: 'civitai.models.where().page()',
          value: median(figures.get('civitkit')),
          note: `${toAxios.toFixed(2)} ×`,
        },
        { name: 'axios + JSON.parse', value: median(figures.get('axios')) },
      ],
      { met: toAxios <= 1.1, text: 'at most 1.1 × axios + JSON.parse' },
    );
  });
