import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { userSecretsPaths } from '../../src/secrets/user-secrets-paths.js';
import { compileSources } from '../compile-sources.js';
import { createProject } from '../configuration/support/project.js';

test('processes that write at once lose nothing, and a reader never sees half a file', {
  timeout: 60_000,
}, async () => {
  const project = createProject();
  const module = join(
    compileSources(project.directory, ['secrets/user-secrets-store.ts']),
    'secrets/user-secrets-store.js',
  );
  const location = { homeDirectory: project.home, environment: {}, platform: process.platform };
  const writer = `
    const { UserSecretsStore } = await import(process.argv[1]);
    const store = new UserSecretsStore('demo', JSON.parse(process.argv[2]));
    for (let index = 0; index < 50; index += 1) await store.set(\`\${process.argv[3]}:\${index}\`, 'x'.repeat(200));
  `;
  const processes = ['First', 'Second'].map((name) =>
    spawn(process.execPath, ['--input-type=module', '-e', writer, module, JSON.stringify(location), name], {
      stdio: ['ignore', 'ignore', 'inherit'],
    }),
  );
  const { own } = userSecretsPaths('demo', location);
  const counts = [0];
  // Throws, and so fails the test, when it meets half a file.
  const reader = setInterval(() => {
    if (existsSync(own)) counts.push(Object.keys(JSON.parse(readFileSync(own, 'utf8')) as object).length);
  }, 2);
  const codes = await Promise.all(
    processes.map(async (each) => {
      const [code] = (await once(each, 'exit')) as [number | null];
      return code;
    }),
  );
  clearInterval(reader);

  expect(codes).toEqual([0, 0]);
  expect(counts).toEqual(counts.toSorted((left, right) => left - right));
  const expected = ['First', 'Second'].flatMap((name) => Array.from({ length: 50 }, (_, index) => `${name}:${index}`));
  expect(Object.keys(JSON.parse(readFileSync(own, 'utf8')) as object).toSorted()).toEqual(expected.toSorted());
});
