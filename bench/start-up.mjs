// What it takes to be loaded: imports, registrations, the command line.
import { fileURLToPath } from 'node:url';
import { contender, interleave, median, number, printTable, ratio, runNode } from './support.mjs';

const timeOf = (name, code) => ({ name, run: async () => (await runNode(['--input-type=module', '-e', code])).ms });

export async function importTime() {
  const parts = ['axios', 'inversify', 'convict', 'dotenv'].map((name) => `import '${name}';`).join('');
  const figures = await interleave(9, [
    timeOf('node', ''),
    timeOf('core', "import '@civitkit/core';"),
    timeOf('client', "import '@civitkit/core/client';"),
    timeOf('parts', parts),
  ]);
  const toParts = ratio(figures, 'core', 'parts');
  printTable(
    'Start: import and leave, the whole process',
    'ms',
    [
      { name: '@civitkit/core', value: median(figures.get('core')), note: `${toParts.toFixed(2)} × its parts` },
      { name: '@civitkit/core/client', value: median(figures.get('client')) },
      { name: 'axios + inversify + convict + dotenv', value: median(figures.get('parts')) },
      { name: 'node alone', value: median(figures.get('node')) },
    ],
    { met: toParts <= 1.2, text: 'at most 1.2 × axios + inversify + convict + dotenv' },
  );
}

export async function registrations() {
  const ms = median((await interleave(5, [{ name: 'r', run: () => number([contender('registrations')]) }])).get('r'));
  printTable(
    'Registration: new Container, addCivitaiApi, get, unbindAll, 1,000 times',
    'ms each',
    [{ name: 'addCivitaiApi', value: ms }],
    { met: ms < 1, text: 'less than 1 ms each' },
  );
}

export async function helpTime() {
  const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
  const figures = await interleave(15, [
    { name: 'help', run: async () => (await runNode([cli, '--help'])).ms },
    { name: 'node', run: async () => (await runNode(['-e', '0'])).ms },
  ]);
  const toNode = ratio(figures, 'help', 'node');
  printTable(
    'Command line: the whole process',
    'ms',
    [
      { name: 'civitkit --help', value: median(figures.get('help')), note: `${toNode.toFixed(2)} × node` },
      { name: 'node -e 0', value: median(figures.get('node')) },
    ],
    { met: toNode <= 1.5, text: 'at most 1.5 × node -e 0' },
  );
}
