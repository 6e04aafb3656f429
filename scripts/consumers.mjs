// `node scripts/consumers.mjs [name…]`: packs the three packages, installs the tarballs into projects of the kinds that
// users have, and runs each against the packed emulator. Needs a finished build (`npm run build`) and the registry of npm.
//   --list        prints the names
//   --quick       without those that another one nearly covers; what .ci/run does
//   --keep        leaves the projects where they are and says where
//   --json FILE   writes the table as JSON too
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { consumers } from './consumers/catalogue.mjs';
import { checkConsumer } from './consumers/check-consumer.mjs';
import { createGate } from './consumers/gate.mjs';
import { createInstaller } from './consumers/install-project.mjs';
import { printFailures, printTable } from './consumers/print-table.mjs';
import { createWorkspace } from './consumers/workspace.mjs';

const { values: options, positionals: names } = parseArgs({
  allowPositionals: true,
  options: {
    list: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
    json: { type: 'string' },
  },
});

const unknown = names.filter((name) => !consumers.some((consumer) => consumer.name === name));
if (unknown.length > 0) {
  console.error(
    `There is no consumer ${unknown.join(', ')}. There are: ${consumers.map(({ name }) => name).join(', ')}`,
  );
  process.exitCode = 2;
} else if (options.list) {
  for (const { name, about } of consumers) console.log(`${name.padEnd(24)} ${about}`);
} else {
  process.exitCode = await checkAll(consumers.filter(isWanted));
}

function isWanted({ name, quick = true, platform }) {
  if (names.length > 0) return names.includes(name);
  const here = `${process.platform}-${process.arch}`;
  if (platform === undefined || platform === here) return quick || !options.quick;
  console.log(`${name}: left out, for it is of ${platform} and this is ${here}`);
  return false;
}

async function checkAll(chosen) {
  const startedAt = performance.now();
  const interrupted = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => interrupted.abort());
  const workspace = await createWorkspace(interrupted.signal);
  try {
    // two at a time: an installation waits for the disk, a compiler for the processor
    const gate = createGate(Math.max(2, Math.min(4, availableParallelism())));
    const installer = createInstaller(workspace, gate);
    const rows = await installer.install('plain').then(
      (project) => checkAgainstEmulator(chosen, { workspace, installer, gate, project }),
      () => [],
    );
    const table = [...installer.rows(), ...rows];
    printFailures(table);
    printTable(table, (performance.now() - startedAt) / 1000);
    if (options.json !== undefined) {
      writeFileSync(options.json, JSON.stringify(table.map(({ output: _output, ...row }) => row)));
    }
    return table.every(({ result }) => result === 'passed') ? 0 : 1;
  } finally {
    if (options.keep) console.log(`kept in ${workspace.folder}`);
    else workspace.remove();
  }
}

/** All of them at the same one, which a project has installed. */
async function checkAgainstEmulator(chosen, { project, ...parts }) {
  const emulator = await parts.workspace.startEmulator(project);
  try {
    return await Promise.all(chosen.map((consumer) => checkConsumer(consumer, { ...parts, emulator })));
  } finally {
    await emulator.stop();
  }
}
