import { ConfigurationError } from '../../errors/configuration-error.js';
import { PrivateFile } from '../../secrets/private-file.js';
import { Secret } from '../../secrets/secret.js';
import type { TokenStore } from './token-store.js';
import type { OAuthTokens } from './tokens.js';

/** Longer than a refresh may take, so that whoever waits gets its result. */
const lockPatienceMs = 60_000;

/**
 * Keeps tokens in a file that only its owner may read (0600, in a directory that is made with 0700). Replaced as a whole;
 * any number of processes may share it.
 *
 * On Windows the permissions are those of the directory: choose one below the user's profile.
 *
 * Every method throws a `ConfigurationError` when the file cannot be read or written.
 *
 * @example
 * ```ts
 * import { homedir } from 'node:os';
 * import { join } from 'node:path';
 * import { FileTokenStore } from '@civitkit/core/client';
 *
 * const store = new FileTokenStore(join(homedir(), '.config', 'my-app', 'civitai-tokens.json'));
 * console.log(await store.read());
 * ```
 */
export class FileTokenStore implements TokenStore {
  readonly #file: PrivateFile;

  constructor(path: string) {
    this.#file = new PrivateFile('token store', path);
  }

  /** The file. */
  get path(): string {
    return this.#file.path;
  }

  /** @throws ConfigurationError also for a file that holds something else; it is left alone. */
  async read(): Promise<OAuthTokens | null> {
    const text = await this.#file.read();
    return text === undefined ? null : parseStored(text, this.path);
  }

  async write(tokens: OAuthTokens): Promise<void> {
    await this.#file.write(`${JSON.stringify(storedForm(tokens), undefined, 2)}\n`);
  }

  async clear(): Promise<void> {
    await this.#file.remove();
  }

  async lock<T>(work: () => Promise<T>): Promise<T> {
    return await this.#file.locked(work, lockPatienceMs);
  }
}

function storedForm({ accessToken, refreshToken, idToken, expiresAtMs, scope }: OAuthTokens): Record<string, unknown> {
  return {
    accessToken: accessToken.reveal(),
    refreshToken: refreshToken?.reveal(),
    idToken: idToken?.reveal(),
    expiresAtMs,
    scope,
  };
}

function parseStored(text: string, path: string): OAuthTokens {
  const { accessToken, refreshToken, idToken, expiresAtMs, scope } = parseObject(text);
  if (typeof accessToken !== 'string' || accessToken === '' || typeof expiresAtMs !== 'number') {
    const message = 'holds no tokens.';
    const remedy = 'Delete it and sign in again, or name another file.';
    throw new ConfigurationError([{ key: 'token store', source: path, message, remedy }]);
  }
  return {
    accessToken: new Secret(accessToken),
    expiresAtMs,
    ...(typeof refreshToken === 'string' && refreshToken !== '' ? { refreshToken: new Secret(refreshToken) } : {}),
    ...(typeof idToken === 'string' && idToken !== '' ? { idToken: new Secret(idToken) } : {}),
    ...(typeof scope === 'number' ? { scope } : {}),
  };
}

function parseObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}
