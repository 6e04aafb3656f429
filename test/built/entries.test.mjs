// The built packages on the node that runs this file; plain JavaScript, so that any supported node can.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const entries = [
  '@civitkit/core',
  '@civitkit/core/client',
  '@civitkit/core/files',
  '@civitkit/core/internal',
  '@civitkit/sdk',
  '@civitkit/sdk/checks',
  '@civitkit/sdk/client',
  '@civitkit/sdk/jobs',
  '@civitkit/sdk/webhooks',
  'civitkit/emulator',
];
const folder = fileURLToPath(new URL('.', import.meta.url));
const require = createRequire(import.meta.url);

test('import and require give the same values', async () => {
  for (const entry of entries) {
    const imported = await import(entry);
    const required = require(entry);
    assert.notEqual(Object.keys(imported).length, 0, entry);
    for (const [name, value] of Object.entries(imported)) assert.equal(required[name], value, `${entry}: ${name}`);
  }
});

test('a CommonJS program loads every entry', async () => {
  const code = `for (const entry of ${JSON.stringify(entries)}) require(entry); console.log('loaded')`;
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--input-type=commonjs', '-e', code], {
    cwd: folder,
  });
  assert.equal(stdout, 'loaded\n');
  assert.equal(stderr, '');
});

test('the client entry is the same client', async () => {
  const { CivitaiClient } = await import('@civitkit/core');
  assert.equal((await import('@civitkit/core/client')).CivitaiClient, CivitaiClient);
  const { OrchestrationClient } = await import('@civitkit/sdk');
  assert.equal((await import('@civitkit/sdk/client')).OrchestrationClient, OrchestrationClient);
});
