// What a look at a workflow costs before it is sent: three steps with references between them.
import { contender, interleave, median, number, printTable, ratio } from './support.mjs';

const run = (name, count) => ({ name, run: () => number([contender('checks'), name, String(count)]) });

export async function checks() {
  const figures = await interleave(5, [
    run('check', 20_000),
    run('stringify', 20_000),
    run('first', 1),
    run('load', 1),
  ]);
  const check = median(figures.get('check'));
  printTable(
    'Time of checkWorkflow for a typical workflow',
    'µs',
    [
      { name: 'checkWorkflow', value: check, note: `${(1000 / check).toFixed(0)} in a millisecond` },
      {
        name: 'JSON.stringify of the same',
        value: median(figures.get('stringify')),
        note: `checkWorkflow is ${ratio(figures, 'check', 'stringify').toFixed(1)} ×`,
      },
      { name: 'the first checkWorkflow of a process', value: median(figures.get('first')) },
      { name: "import of '@civitkit/sdk/checks' beside /client", value: median(figures.get('load')) },
    ],
    { met: check < 1000, text: 'less than 1 ms once warm' },
  );
}
