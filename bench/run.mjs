// Prints what civitkit costs beside what it stands on, in one run: `npm run bench`. Ratios travel between machines,
// absolute figures do not.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { interleave, median, printTable, ratio, runNode } from './support.mjs';

const contender = (name) => fileURLToPath(new URL(`./contenders/${name}.mjs`, import.meta.url));
const number = async (args) => Number((await runNode(args)).output);

async function requestCost() {
  const server = spawn(process.execPath, [contender('server')], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const [line] = await once(server.stdout.setEncoding('utf8'), 'data');
    const run = (name) => ({ name, run: () => number([contender('request'), name, line.trim(), '3000']) });
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
  } finally {
    server.kill();
  }
}

const timeOf = (name, code) => ({ name, run: async () => (await runNode(['--input-type=module', '-e', code])).ms });

async function importTime() {
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

async function registrations() {
  const ms = median((await interleave(5, [{ name: 'r', run: () => number([contender('registrations')]) }])).get('r'));
  printTable(
    'Registration: new Container, addCivitaiApi, get, unbindAll, 1,000 times',
    'ms each',
    [{ name: 'addCivitaiApi', value: ms }],
    { met: ms < 1, text: 'less than 1 ms each' },
  );
}

async function helpTime() {
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

console.log(`node ${process.version}; medians, ratios taken pair by pair`);
await requestCost();
await importTime();
await registrations();
await helpTime();
