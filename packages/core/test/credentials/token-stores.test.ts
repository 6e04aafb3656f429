import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { FileTokenStore, MemoryTokenStore, type OAuthTokens, Secret, type TokenStore } from '../../src/client.js';
import { createProject, type Project } from '../configuration/support/project.js';
import { failureOf, mark, printed, secrets } from './support.js';

const posix = process.platform !== 'win32';
const tokens: OAuthTokens = {
  accessToken: new Secret(secrets.access),
  refreshToken: new Secret(secrets.refresh),
  idToken: new Secret(secrets.idToken),
  expiresAtMs: 1_800_000_000_000,
  scope: 5,
};
let project: Project;
let path: string;

beforeEach(() => {
  project = createProject();
  path = `${project.home}/app/nested/tokens.json`;
});

function plain(read: OAuthTokens | null): unknown {
  if (read === null) return null;
  const { accessToken, refreshToken, idToken, ...rest } = read;
  return { ...rest, access: accessToken.reveal(), refresh: refreshToken?.reveal(), id: idToken?.reveal() };
}

function modeOf(file: string): string {
  return (statSync(file).mode & 0o777).toString(8);
}

describe.each<[string, () => TokenStore]>([
  ['a file', () => new FileTokenStore(path)],
  ['memory', () => new MemoryTokenStore()],
])('tokens in %s', (_, create) => {
  it('are read as they were written, replaced and forgotten', async () => {
    const store = create();
    expect(await store.read()).toBeNull();
    await store.write(tokens);
    expect(plain(await store.read())).toEqual(plain(tokens));
    await store.write({ accessToken: tokens.accessToken, expiresAtMs: 1 });
    const read = await store.read();
    expect(Object.keys(read ?? {}).toSorted()).toEqual(['accessToken', 'expiresAtMs']);
    await store.clear();
    await store.clear();
    expect(await store.read()).toBeNull();
  });

  it('are worked on by one at a time, whatever becomes of the work', async () => {
    const store = create();
    const order: string[] = [];
    const work = (name: string, failure?: Error) => async (): Promise<string> => {
      order.push(`${name} begins`);
      await new Promise((resolve) => setImmediate(resolve));
      order.push(`${name} ends`);
      if (failure !== undefined) throw failure;
      return name;
    };
    const results = await Promise.allSettled([
      store.lock?.(work('a', new Error('no'))),
      store.lock?.(work('b')),
      store.lock?.(work('c')),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    const names = order.filter((entry) => entry.endsWith('begins')).map((entry) => entry.split(' ')[0] ?? '');
    expect(names.toSorted()).toEqual(['a', 'b', 'c']);
    expect(order).toEqual(names.flatMap((name) => [`${name} begins`, `${name} ends`]));
  });
});

describe('a token file', () => {
  it.runIf(posix)('is its owner’s alone, in a directory of its own', async () => {
    await new FileTokenStore(path).write(tokens);
    expect(modeOf(path)).toBe('600');
    expect(modeOf(dirname(path))).toBe('700');
    expect(modeOf(`${project.home}/app`)).toBe('700');
    expect(readFileSync(path, 'utf8')).toContain(secrets.refresh);
  });

  it.runIf(posix)('that others may read is closed to them, and a directory that is there stays as it is', async () => {
    mkdirSync(dirname(path), { recursive: true });
    chmodSync(dirname(path), 0o755);
    const store = new FileTokenStore(path);
    await store.write(tokens);
    chmodSync(path, 0o644);
    await store.read();
    expect(modeOf(path)).toBe('600');
    chmodSync(path, 0o644);
    await store.write(tokens);
    expect(modeOf(path)).toBe('600');
    expect(modeOf(dirname(path))).toBe('755');
  });

  it.runIf(posix)('may be a link to where the tokens are kept', async () => {
    mkdirSync(dirname(path), { recursive: true });
    symlinkSync(`${project.home}/real.json`, path);
    writeFileSync(`${project.home}/real.json`, JSON.stringify({ accessToken: 'a', expiresAtMs: 1 }));
    const store = new FileTokenStore(path);
    await store.write(tokens);
    expect(readFileSync(`${project.home}/real.json`, 'utf8')).toContain(secrets.access);
  });

  it.each([
    ['broken', `{"accessToken":"${secrets.access}`],
    ['something else', JSON.stringify({ token: secrets.access })],
    ['a list', JSON.stringify([secrets.access])],
    ['empty', ''],
    ['without a time', JSON.stringify({ accessToken: secrets.access })],
  ])('that is %s is an error without its content, and left alone', async (_, content) => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    const error = await failureOf(new FileTokenStore(path).read());
    expect(error).toMatchObject({ name: 'ConfigurationError', problems: [{ source: path }] });
    expect(printed(error)).not.toContain(mark);
    expect(readFileSync(path, 'utf8')).toBe(content);
  });

  it('that cannot be read or written is an error that says so', async () => {
    mkdirSync(path, { recursive: true });
    await expect(new FileTokenStore(path).read()).rejects.toMatchObject({ problems: [{ source: path }] });
    await expect(new FileTokenStore(path).write(tokens)).rejects.toThrow(/cannot be written/);
    writeFileSync(`${project.home}/file`, '');
    const below = new FileTokenStore(`${project.home}/file/tokens.json`);
    await expect(below.write(tokens)).rejects.toThrow(/cannot be written/);
    await expect(below.lock(() => Promise.resolve())).rejects.toThrow(/cannot be written/);
  });

  it('leaves neither a lock nor a temporary file', async () => {
    const store = new FileTokenStore(path);
    await store.lock(() => store.write(tokens));
    expect(existsSync(`${path}.lock`)).toBe(false);
  });
});
