import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { json, startLoopback } from '../support/loopback-server.js';
import { type ExampleProcess, exampleFolder, startExample, temporaryFolder } from './support/example-process.js';

const canary = 'canary0123456789abcdef0123456789';

function start(env: Readonly<Record<string, string>>): ExampleProcess {
  return startExample('env-deployment', { env: { CIVITKIT_SECRETS_DIRECTORY: temporaryFolder(), ...env } });
}

/** A folder with files, or folders where there is no content. */
function secrets(files: Readonly<Record<string, string | null>>): string {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    if (content === null) mkdirSync(join(folder, name));
    else writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** A user who may not read everything: this one, or nobody, where nobody can run node here. */
const asNobody = { uid: 65_534, gid: 65_534 } as const;
const isRoot = process.getuid?.() === 0;
const canBeNobody =
  isRoot &&
  spawnSync(
    process.execPath,
    ['-e', `require('fs').readFileSync(${JSON.stringify(join(exampleFolder('env-deployment'), 'dist/main.js'))})`],
    {
      ...asNobody,
      stdio: 'ignore',
    },
  ).status === 0;

describe('a start that cannot work ends with 78 and one report', () => {
  it('of everything: variables, files, both clients; and of no secret', async () => {
    const service = start({
      CivitaiApi__TimeoutSeconds: '20s',
      CivitaiApi__Proxy: `proxy:${canary}`,
      CivitaiSdk__Retry__MaxRetries: '99',
      CivitaiSdk__TimeoutSecond: '1',
      CIVITAI_API_KEY: `"${canary}"`,
    });
    expect(await service.exitCode).toBe(78);
    expect(service.lines[0]).toBe('6 problems in the configuration:');
    for (const told of [
      'CivitaiApi:TimeoutSeconds (environment variable CivitaiApi__TimeoutSeconds)',
      'CivitaiApi:Proxy (environment variable CivitaiApi__Proxy)',
      'CivitaiApi:ApiKey (environment variable CIVITAI_API_KEY): contains quotation marks.',
      'CivitaiSdk:Retry:MaxRetries (environment variable CivitaiSdk__Retry__MaxRetries)',
      'CivitaiSdk:TimeoutSecond (environment variable CivitaiSdk__TimeoutSecond): is not a setting. Did you mean TimeoutSeconds?',
      'CivitaiSdk:ApiToken (environment variable CIVITAI_API_KEY): contains quotation marks.',
    ]) {
      expect(service.output).toContain(told);
    }
    expect(service.output).not.toContain(canary);
  });

  it('that names every place where a missing key was looked for', async () => {
    const service = start({});
    expect(await service.exitCode).toBe(78);
    expect(service.output).toMatch(/^CivitaiSdk:ApiToken \(looked in .*environment.*secrets directory at/);
    expect(service.output).toContain('each also with _FILE');
  });

  it.each([
    ['is missing', '/nowhere/key', 'names /nowhere/key, which does not exist'],
    ['is a folder', 'folder', 'is a directory, not a file'],
    ['is empty', 'empty', 'CivitaiSdk:ApiToken'],
    ['is UTF-16', 'utf16', 'is encoded as UTF-16'],
  ])('when the file of CIVITAI_API_KEY_FILE %s', async (_, name, told) => {
    const folder = secrets({ folder: null, empty: '\n', utf16: '\u0000k\u0000e\u0000y' });
    const service = start({ CIVITAI_API_KEY_FILE: name.startsWith('/') ? name : join(folder, name) });
    expect(await service.exitCode).toBe(78);
    expect(service.output).toContain(told);
  });

  it('when Docker has made a folder where the secret to mount was missing', async () => {
    const service = start({ CIVITKIT_SECRETS_DIRECTORY: secrets({ CIVITAI_API_KEY: null }) });
    expect(await service.exitCode).toBe(78);
    expect(service.output).toContain('is a directory, not a file');
  });

  it('when the secrets directory that was named is not there', async () => {
    const service = start({ CIVITKIT_SECRETS_DIRECTORY: '/nowhere/secrets', CIVITAI_API_KEY: canary });
    expect(await service.exitCode).toBe(78);
    expect(service.output).toContain(
      '/nowhere/secrets (environment variable CIVITKIT_SECRETS_DIRECTORY): does not exist.',
    );
  });

  it.skipIf(isRoot && !canBeNobody)('when the secret belongs to another user', async () => {
    const folder = secrets({ CIVITAI_API_KEY: canary });
    chmodSync(join(folder, 'CIVITAI_API_KEY'), 0o000);
    chmodSync(folder, 0o755);
    const command = ['node', 'dist/main.js'];
    const env = { CIVITKIT_SECRETS_DIRECTORY: folder };
    const service = startExample('env-deployment', { command, env, ...(isRoot ? asNobody : {}) });
    expect(await service.exitCode).toBe(78);
    expect(service.output).toContain(`${join(folder, 'CIVITAI_API_KEY')}): may not be read by this user.`);
    expect(service.output).not.toContain(canary);
  });
});

describe('a key', () => {
  it.each([
    ['a variable', () => ({ CIVITAI_API_KEY: canary }), 'environment variable CIVITAI_API_KEY'],
    [
      'a file that a variable names, with a line end',
      () => ({ CIVITAI_API_KEY_FILE: join(secrets({ key: `${canary}\r\n` }), 'key') }),
      'environment variable CIVITAI_API_KEY_FILE',
    ],
    [
      'a secrets directory',
      () => ({ CIVITKIT_SECRETS_DIRECTORY: secrets({ CIVITAI_API_KEY: `${canary}\n` }) }),
      '/CIVITAI_API_KEY',
    ],
    [
      'a variable, and not the file that another one names',
      () => ({ CIVITAI_API_KEY: canary, CIVITAI_API_KEY_FILE: join(secrets({ key: 'other' }), 'key') }),
      'environment variable CIVITAI_API_KEY',
    ],
  ])('comes from %s', async (_, env, source) => {
    await using civitai = await startLoopback(json({ id: 1, username: 'somebody' }));
    const service = start({ CivitaiApi__BaseUrl: civitai.origin, ...env() });
    const origin = await service.origin();
    expect((await fetch(`${origin}/account`)).status).toBe(200);
    expect(civitai.exchanges[0]?.headers.authorization).toBe(`Bearer ${canary}`);
    expect(service.lines[0]).toMatch(new RegExp(`${source}$`));
    service.kill('SIGTERM');
    expect(await service.exitCode).toBe(0);
  });

  it('is replaced when Kubernetes swaps ..data, for both clients, without a restart', async () => {
    await using civitai = await startLoopback(json({ id: 1, username: 'somebody', cost: { total: 1 } }));
    const mount = temporaryFolder();
    mountSecret(mount, '..2026_11_21_07_00', 'first');
    symlinkSync('..data/CIVITAI_API_KEY', join(mount, 'CIVITAI_API_KEY'));
    const service = start({
      CIVITKIT_SECRETS_DIRECTORY: mount,
      CivitaiApi__BaseUrl: civitai.origin,
      CivitaiSdk__BaseUrl: civitai.origin,
      CivitaiApi__ReloadOnChange: 'true',
      CivitaiSdk__ReloadOnChange: 'true',
    });
    const origin = await service.origin();
    const keys = async (): Promise<readonly unknown[]> => {
      for (const path of ['/account', '/price']) await fetch(`${origin}${path}`);
      return civitai.exchanges.slice(-2).map(({ headers }) => headers.authorization);
    };
    expect(await keys()).toEqual(['Bearer first', 'Bearer first']);
    mountSecret(mount, '..2026_11_21_08_00', 'second');
    await expect.poll(keys, { timeout: 15_000 }).toEqual(['Bearer second', 'Bearer second']);
    service.kill('SIGTERM');
    expect(await service.exitCode).toBe(0);
  });
});

function mountSecret(mount: string, version: string, key: string): void {
  mkdirSync(join(mount, version));
  writeFileSync(join(mount, version, 'CIVITAI_API_KEY'), `${key}\n`);
  symlinkSync(version, join(mount, '..data_tmp'));
  renameSync(join(mount, '..data_tmp'), join(mount, '..data'));
}
