import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { type CliOutcome, outcomeOf, spawnCli } from './run-cli.js';
import { useSite } from './use-site.js';

const site = useSite({ oauth: { pollSeconds: 0.1 }, limits: { tokensPerMinute: 100_000 } });

function folder(): string {
  return join(site.sandbox.home, '.config', 'civitkit', 'sign-in');
}

function tokens(): { readonly accessToken: string; readonly refreshToken: string } {
  return JSON.parse(readFileSync(join(folder(), 'tokens.json'), 'utf8')) as ReturnType<typeof tokens>;
}

/** Runs `civitkit login`; `answer` is what the user does with the code. */
async function login(
  answer: (userCode: string) => void,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<CliOutcome> {
  const child = spawnCli(site.sandbox, ['login', ...args], { env: { ...site.env, ...env } });
  const outcome = outcomeOf(child);
  let asked = '';
  child.stderr.on('data', (text: string) => {
    asked += text;
  });
  await vi.waitFor(() => expect(asked).toContain('Waiting'), { timeout: 10_000 });
  const [, userCode = ''] = /type in the code (\S+)/.exec(asked) ?? [];
  if (answer === stopped) child.kill('SIGINT');
  else answer(userCode);
  return await outcome;
}

function stopped(): void {
  // the process is stopped instead
}

function approved(userCode: string): void {
  expect(site.emulator.approveDevice(userCode)).toBe(true);
}

function application(): readonly string[] {
  return ['--client-id', site.emulator.oauthApps.device.clientId, '--auth-url', site.emulator.authUrl];
}

describe('civitkit login', () => {
  it('signs in with a code, and every command uses the tokens', async () => {
    const { code, stderr, stdout } = await login(approved, application());
    const { siteUrl, authUrl } = site.emulator;
    expect(code).toBe(0);
    expect(stdout).toBe(`Signed in to ${siteUrl} as you. The tokens are in ${join(folder(), 'tokens.json')}.\n`);
    expect(stderr).toMatch(new RegExp(`^Open ${authUrl}/\\S+ in a browser and type in the code \\S+\nor open .*\n`));
    const { accessToken, refreshToken } = tokens();
    for (const secret of [accessToken, refreshToken]) expect(stdout + stderr).not.toContain(secret);
    const modes = [folder(), join(folder(), 'tokens.json')].map((path) => statSync(path).mode & 0o777);
    // On Windows permissions are not in these bits.
    expect(process.platform === 'win32' ? [0o700, 0o600] : modes).toEqual([0o700, 0o600]);

    const who = await site.run(['whoami']);
    expect(who.stdout).toContain(`From: civitkit login: ${join(folder(), 'tokens.json')}`);
    expect(who.stdout).toMatch(/^May: UserRead, AIServicesRead, AIServicesWrite, BuzzRead$/m);
    expect(who.stdout).toMatch(/^May spend: 5000 Buzz in 7 days$/m);
    expect((await site.run(['models', 'search', '--favorites', '--json'])).code).toBe(0);
    expect(site.asked().at(-1)?.headers.authorization).toBe(`Bearer ${accessToken}`);
  });

  it('renews the tokens when they end', async () => {
    await login(approved, application());
    const before = tokens().accessToken;
    site.emulator.expireTokens();
    expect(await site.run(['whoami', '--json', '--fields', 'id'])).toMatchObject({ code: 0, stderr: '' });
    expect(tokens().accessToken).not.toBe(before);
    site.emulator.expireTokens({ refreshTokens: true });
    const ended = await site.run(['whoami']);
    expect(ended).toMatchObject({ code: 3, stdout: '' });
    expect(ended.stderr).toContain('[credential_unavailable]');
  });

  it('lets a configured key go first, and says so', async () => {
    await login(approved, application());
    const env = { CIVITAI_API_KEY: site.emulator.apiKey };
    const { stdout } = await site.run(['whoami'], { env });
    expect(stdout).toMatch(/^From: a key: environment variable CIVITAI_API_KEY$/m);
  });

  it('sends the tokens to no other site, whatever a project calls its site', async () => {
    await login(approved, application());
    const env = { CivitaiApi__BaseUrl: site.emulator.siteUrl.replace('127.0.0.1', 'localhost') };
    expect((await site.run(['models', 'search'], { env })).code).toBe(0);
    expect(site.asked().at(-1)?.headers).not.toHaveProperty('authorization');
    const who = await site.run(['whoami'], { env });
    expect(who.code).toBe(3);
    expect(who.stderr).toContain(`You are signed in to ${site.emulator.siteUrl}`);
  });

  it('lets generation use the tokens, at the place that they were got for', async () => {
    const generation = { CivitaiSdk__BaseUrl: site.emulator.orchestrationUrl };
    await login(approved, application(), generation);
    const list = ['workflows', 'list', '--json'];
    expect(await site.run(list, { env: generation })).toMatchObject({ code: 0, stderr: '' });
    expect(site.asked().at(-1)?.headers.authorization).toBe(`Bearer ${tokens().accessToken}`);
    const before = site.asked().length;
    const elsewhere = { CivitaiSdk__BaseUrl: site.emulator.orchestrationUrl.replace('127.0.0.1', 'localhost') };
    expect((await site.run(list, { env: elsewhere })).code).toBe(3);
    expect(site.asked()).toHaveLength(before);
  });

  it('remembers the application, and asks for the scopes that are wanted', async () => {
    await login(approved, [...application(), '--scope', 'userread', '--scope', 'CollectionsRead']);
    await login(approved);
    const { stdout } = await site.run(['whoami', '--json', '--fields', 'tokenScope']);
    expect(JSON.parse(stdout)).toEqual({ tokenScope: 114_689 });
  });

  it('keeps nothing when the user refuses, or leaves', async () => {
    const refused = await login((code) => void site.emulator.denyDevice(code), application());
    expect(refused).toMatchObject({ code: 3, stdout: '' });
    expect(refused.stderr).toContain('[access_denied]');
    const left = await login(stopped, application());
    expect(left).toMatchObject({ code: 130, stdout: '' });
    expect(left.stderr).toContain('Nobody was signed in.');
    expect(existsSync(folder())).toBe(false);
  });

  it.each([
    [[], '--client-id'],
    [['--client-id', 'x', '--scope', 'Everything'], '"Everything" is no scope'],
    [['--client-id', 'x', '--auth-url', 'nonsense'], 'It must be an http(s) address.'],
    [['some-key'], 'a secret is never taken from the command line'],
  ])('%j is a usage error, and nothing is sent', async (args, message) => {
    const { code, stderr } = await site.run(['login', ...args]);
    expect({ code, asked: site.asked() }).toEqual({ code: 2, asked: [] });
    expect(stderr).toContain(message);
  });

  it('says it when the application may not', async () => {
    const { authUrl, oauthApps } = site.emulator;
    const publicApplication = ['--auth-url', authUrl, '--client-id', oauthApps.public.clientId];
    const { code, stderr } = await site.run(['login', ...publicApplication]);
    expect(code).toBe(3);
    expect(stderr).toContain('[unauthorized_client]');
  });
});

describe('civitkit logout', () => {
  it('removes the tokens and asks the host to end them', async () => {
    await login(approved, application());
    const { code, stdout } = await site.run(['logout']);
    expect(code).toBe(0);
    expect(stdout).toContain('Signed out');
    expect(site.asked().map(({ path }) => path)).toContain('/api/auth/oauth/revoke');
    expect(existsSync(join(folder(), 'tokens.json'))).toBe(false);
    expect((await site.run(['whoami'])).code).toBe(3);
    expect(await site.run(['logout'])).toMatchObject({ code: 0, stdout: '', stderr: 'Nobody is signed in.\n' });
  });

  it('removes them although the host cannot be asked', async () => {
    await login(approved, application());
    site.emulator.addFault({ match: { path: '/api/auth' }, fault: { kind: 'status', status: 503 } });
    const { code, stderr } = await site.run(['logout']);
    expect(code).toBe(5);
    expect(stderr).toContain('The tokens are removed here');
    expect(existsSync(join(folder(), 'tokens.json'))).toBe(false);
    expect((await site.run(['logout'])).stderr).toBe('Nobody is signed in.\n');
  });

  it('says which key is still configured', async () => {
    const { stderr } = await site.run(['logout'], { env: { CIVITAI_API_KEY: site.emulator.apiKey } });
    expect(stderr).toContain('A key is still configured here: environment variable CIVITAI_API_KEY.');
  });
});
