// `npm run matrix:deployment`: how a service is deployed × where its key is × in which environment it runs. Each cell is a
// real process, started like that, against a server on this machine that remembers which key was sent. `--json` prints
// the cells.
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCell } from './deployment-matrix/cell.mjs';
import { startKeyServer } from './deployment-matrix/key-server.mjs';
import { sources } from './deployment-matrix/sources.mjs';

const shapes = [
  { name: 'Inversify', file: 'inversify.mjs', usesWorkingDirectory: true },
  { name: 'NestJS', file: 'nestjs.mjs', usesWorkingDirectory: true },
  { name: 'configuration file', file: 'configuration-file.mjs', usesWorkingDirectory: false },
  { name: 'no container', file: 'no-container.mjs', usesWorkingDirectory: true },
];
const environments = ['Development', 'Production'];

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'civitkit-matrix-')));
const server = await startKeyServer();
try {
  const cells = environments.flatMap((environment) =>
    sources.toReversed().flatMap((source) => shapes.map((shape) => ({ shape, source, environment, server, folder }))),
  );
  const results = await inTurns(cells, runCell);
  if (process.argv.includes('--json')) console.log(JSON.stringify(results, undefined, 2));
  else printResults(results);
  process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
} finally {
  server.close();
  rmSync(folder, { recursive: true, force: true });
}

/** As many at a time as there are processors. */
async function inTurns(inputs, work) {
  const results = [];
  let next = 0;
  const turn = async () => {
    for (let index = next++; index < inputs.length; index = next++) results[index] = await work(inputs[index]);
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), 8) }, turn));
  return results;
}

function printResults(results) {
  console.log(`Which key was sent. In each cell the source of its row has a key, and so has every weaker source: the one
of the row has to win, unless the environment does not read it. "ok" means that the expected key was sent, that explain()
named its source, and that nothing printed a key.
`);
  const rows = environments.flatMap((environment) =>
    sources.toReversed().map((source) => {
      const inRow = results.filter((result) => result.environment === environment && result.source === source.name);
      const winner = inRow[0].winner === source.name ? source.name : `${inRow[0].winner} (not read here)`;
      return [environment, source.name, winner, ...inRow.map(({ ok }) => (ok ? 'ok' : 'WRONG'))];
    }),
  );
  printTable([['Environment', 'Key in (and in all below)', 'Sent', ...shapes.map(({ name }) => name)], ...rows]);
  for (const { environment, errors, found, leaks, ok, shape, source, wanted } of results) {
    if (ok) continue;
    const place = `${shape}, ${source}, ${environment}`;
    console.log(`\n${place}:\n  wanted ${JSON.stringify(wanted)}\n  found  ${JSON.stringify(found)}`);
    if (leaks.length > 0) console.log(`  printed the keys of ${leaks.join(', ')}`);
    if (errors !== '') console.log(errors.replaceAll(/^/gm, '  '));
  }
  const good = results.filter(({ ok }) => ok).length;
  console.log(`\n${good} of ${results.length} processes sent the right key`);
}

function printTable(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  for (const row of rows)
    console.log(
      row
        .map((text, column) => text.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    );
}
