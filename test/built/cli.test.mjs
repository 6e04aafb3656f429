// The built command as a process of its own, on the node that runs this file.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createCivitaiClient } from '@civitkit/core/client';
import { startEmulatorProcess } from '../../scripts/support/emulator-process.mjs';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const run = (...args) => promisify(execFile)(process.execPath, [cli, ...args]);

test('--help and --version', async () => {
  const { version } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'));
  assert.deepEqual(await run('--version'), { stdout: `${version}\n`, stderr: '' });
  const { stdout, stderr } = await run('--help');
  assert.match(stdout, /^Usage: civitkit /);
  for (const command of ['config', 'secrets', 'emulator']) assert.match(stdout, new RegExp(`^  ${command}\\b`, 'm'));
  assert.equal(stderr, '');
});

test('a wrong command line ends with code 2', async () => {
  await assert.rejects(run('no-such-command'), { code: 2, stdout: '' });
});

test('the emulator starts, answers a client and stops when it is told to', async () => {
  const emulator = await startEmulatorProcess(cli, process.env);
  const civitai = createCivitaiClient({ baseUrl: emulator.siteUrl, apiKey: emulator.apiKey });
  try {
    assert.equal(typeof (await civitai.me.get()).username, 'string');
    const types = [];
    for await (const model of civitai.models.where({ types: ['LORA'] }).take(3)) types.push(model.type);
    assert.deepEqual(types, ['LORA', 'LORA', 'LORA']);
  } finally {
    civitai.close();
    await emulator.stop();
  }
  await assert.rejects(fetch(emulator.siteUrl));
});
