// Publishing for real, to a registry of this process.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { repository } from './support/pack.js';
import { type Registry, startRegistry } from './support/registry.js';

const names = ['@civitkit/core', '@civitkit/sdk', 'civitkit'];

/** Runs the script against a registry; what it printed and its code. */
function publish(registry: Registry, folder: string): Promise<{ readonly code: number; readonly output: string }> {
  const inherited = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name));
  const env = {
    ...Object.fromEntries(inherited),
    npm_config_registry: `${registry.origin}/`,
    [`npm_config_${registry.origin.replace('http:', '')}/:_authToken`]: 'of-no-use',
    // a cache of its own: an answer of npm's about a version would outlive the registry
    npm_config_cache: join(folder, 'cache'),
    GITHUB_OUTPUT: join(folder, 'output'),
  };
  const args = [join(repository, 'scripts', 'release-publish.mjs'), '--notes', join(folder, 'notes.md')];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: repository, env, maxBuffer: 1 << 25 }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code ?? 1), output: `${stdout}${stderr}` });
    });
  });
}

async function temporary(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'civitkit-publish-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

test('the packages are published in the order they need each other, once, and after a failure the rest', async () => {
  const [registry, folder] = await Promise.all([startRegistry({ refuses: '@civitkit/sdk' }), temporary()]);
  onTestFinished(() => registry.close());
  const outputs = (): Promise<string> => readFile(join(folder, 'output'), 'utf8');
  const published = (): readonly string[] => registry.published.map(({ name }) => name);

  const failed = await publish(registry, folder);
  expect(failed.code).not.toBe(0);
  expect(failed.output).toContain('@civitkit/sdk');
  // what needs the one that failed was not tried
  expect(published()).toEqual(['@civitkit/core']);
  await expect(outputs()).rejects.toMatchObject({ code: 'ENOENT' });

  registry.acceptEverything();
  const resumed = await publish(registry, folder);
  expect(resumed).toMatchObject({ code: 0 });
  expect(published()).toEqual(names);
  for (const { access, tarballBytes } of registry.published) {
    expect(access).toBe('public');
    expect(tarballBytes).toBeGreaterThan(100_000);
  }
  expect(await outputs()).toMatch(/^published=true\nversion=\d+\.\d+\.\d+\n$/);

  const again = await publish(registry, folder);
  expect(again).toMatchObject({ code: 0 });
  expect(published()).toEqual(names);
  expect(await outputs()).toMatch(/published=false\nversion=\d+\.\d+\.\d+\n$/);
}, 120_000);
