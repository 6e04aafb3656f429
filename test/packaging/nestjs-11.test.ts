// The packed packages beside NestJS 11 from the registry: the sources of examples/nestjs-app and a program with what that
// does not use are compiled there, and run.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startEmulator } from 'civitkit/emulator';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { json, startLoopback } from '../support/loopback-server.js';
import { npm, packAll, repository } from './support/pack.js';

const run = promisify(execFile);
const nest = {
  common: 11,
  core: 11,
  'platform-express': 11,
  'platform-fastify': 11,
  testing: 11,
  terminus: 11,
  config: 4,
};
let folder: string;
let isOffline = false;
const noRegistry = 'the registry of npm cannot be reached';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'civitkit-nestjs-11-'));
  const tarballs = (await packAll(folder)).filter(({ manifest }) => manifest.name.startsWith('@civitkit/'));
  const dependencies = Object.fromEntries([
    ...tarballs.map(({ manifest, tarball }) => [manifest.name, `file:${tarball}`]),
    ...Object.entries(nest).map(([name, major]) => [`@nestjs/${name}`, `^${major}.0.0`]),
    ['@types/express', '^5.0.6'],
    ['@types/node', '^20.19.0'],
    ['rxjs', '^7.8.2'],
  ]);
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module', dependencies }));
  const quiet = ['--no-audit', '--no-fund', '--no-package-lock', '--ignore-scripts', '--loglevel=error'];
  try {
    await npm(['install', '--prefer-offline', ...quiet], folder);
  } catch (error) {
    isOffline = /E(?:NOTFOUND|AI_AGAIN|CONNREFUSED|NETUNREACH|TIMEDOUT|NOTCACHED)/.test(String(error));
    if (!isOffline) throw error;
    console.warn(`Skipped: ${noRegistry}.`);
    return;
  }
  await cp(join(repository, 'examples', 'nestjs-app', 'src'), join(folder, 'src'), { recursive: true });
  await cp(fileURLToPath(new URL('nestjs-11', import.meta.url)), join(folder, 'src'), { recursive: true });
  await mkdir(join(folder, 'no-secrets'));
  const compilerOptions = {
    target: 'es2022',
    module: 'nodenext',
    strict: true,
    exactOptionalPropertyTypes: true,
    experimentalDecorators: true,
    emitDecoratorMetadata: true,
    skipLibCheck: false,
    types: ['node'],
    rootDir: 'src',
    outDir: 'dist',
  };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['src'] }));
}, 180_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Without anything that the developer or vitest have set. */
function environment(more: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const foreign = /^(?:node_|npm_|vitest|civitai|civitkit|modelslab|https?_proxy|dotnet_|port$)/i;
  const inherited = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  const secrets = { CIVITKIT_SECRETS_DIRECTORY: join(folder, 'no-secrets') };
  return { ...Object.fromEntries(inherited), NO_COLOR: '1', PORT: '0', ...secrets, ...more };
}

async function originOf(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('no output to read');
  for await (const line of createInterface({ input: child.stdout })) {
    const origin = /listening on (http:\/\/\S+)/.exec(line)?.[1];
    if (origin !== undefined) return origin;
  }
  throw new Error('it ended before it listened');
}

describe('with NestJS 11', () => {
  it('is what is installed, and the programs compile with all declarations checked', { timeout: 60_000 }, async ({
    skip,
  }) => {
    skip(isOffline, noRegistry);
    const manifest = await readFile(join(folder, 'node_modules', '@nestjs', 'common', 'package.json'), 'utf8');
    expect((JSON.parse(manifest) as { version: string }).version).toMatch(/^11\./);
    const compiler = join(repository, 'node_modules', 'typescript', 'bin', 'tsc');
    const { stdout } = await run(process.execPath, [compiler, '-p', '.'], { cwd: folder }).catch(
      (error: { readonly stdout: string }) => error,
    );
    expect(stdout).toBe('');
  });

  it('the example serves, hears of its picture by the webhook, is healthy, and ends with SIGTERM', {
    timeout: 60_000,
  }, async ({ skip }) => {
    skip(isOffline, noRegistry);
    const emulator = await startEmulator({ modelCount: 5, imageCount: 0, orchestration: { callbackRetryMs: 5 } });
    onTestFinished(() => emulator.close());
    const child = spawn(process.execPath, ['dist/main.js'], {
      cwd: folder,
      env: environment({
        CivitaiApi__BaseUrl: emulator.siteUrl,
        CivitaiSdk__BaseUrl: emulator.orchestrationUrl,
        CIVITAI_API_KEY: emulator.apiKey,
      }),
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    const ended = new Promise((resolve) => child.once('close', resolve));
    const origin = await originOf(child);
    const ask = async (path: string, init?: RequestInit): Promise<unknown> => (await fetch(origin + path, init)).json();

    expect(await ask('/models?count=1')).toEqual([
      { id: expect.any(Number) as number, name: expect.any(String) as string },
    ]);
    const headers = { 'content-type': 'application/json' };
    const ordered = await ask('/pictures', { method: 'POST', headers, body: '{"prompt":"a lighthouse"}' });
    const { id } = ordered as { readonly id: string };
    await expect.poll(() => ask(`/pictures/${id}`), { timeout: 10_000 }).toMatchObject({ status: 'succeeded' });
    expect(await ask('/health/ready')).toMatchObject({ status: 'ok', info: { civitai: { status: 'up' } } });
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  it('named clients, options from providers, refusals, overrides and the end are the same', {
    timeout: 60_000,
  }, async ({ skip }) => {
    skip(isOffline, noRegistry);
    const server = await startLoopback(json({ id: 1, name: 'one', items: [], next: null }));
    onTestFinished(() => server.close());
    const env = environment({ SERVER: server.origin });
    const { stdout } = await run(process.execPath, ['dist/features.mjs'], { cwd: folder, env });
    expect(JSON.parse(stdout)).toEqual({
      isNamed: true,
      last: 'one',
      closed: 'client_closed',
      twice: 'already_registered',
      wrong: 'invalid_configuration',
      overridden: 'a fake',
    });
    const keys = server.exchanges.map(({ headers }) => headers.authorization?.replace('Bearer ', ''));
    expect(keys).toEqual(['my-own-key', 'key-of-the-studio', 'a-token', 'my-own-key']);
  });

  it('the webhook works on Fastify too, with the raw body kept and without', { timeout: 60_000 }, async ({ skip }) => {
    skip(isOffline, noRegistry);
    const { stdout } = await run(process.execPath, ['dist/fastify-webhook.mjs'], { cwd: folder, env: environment({}) });
    const outcome = { taken: 204, wrongSecret: 403, noEvent: 400, large: [413, 204], events: 2 };
    expect(JSON.parse(stdout)).toEqual([outcome, outcome]);
  });
});
