import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname } from 'node:path';
import type { RawValue } from '../configuration/configuration-entry.js';
import { colonKey, comparableKey, reservedNameIn } from '../configuration/configuration-key.js';
import { readJsonFile } from '../configuration/sources/json-file.js';
import { isCivitaiError } from '../errors/civitai-error.js';
import { ConfigurationError } from '../errors/configuration-error.js';
import { systemCodeOf } from '../errors/system-code.js';
import { writeAtomically } from './atomic-write.js';
import { withFileLock } from './file-lock.js';
import { isSecret, Secret } from './secret.js';
import { tighten } from './tighten.js';
import { userSecretsIdProblem } from './user-secrets-id.js';
import { type UserLocation, type UserSecretsPaths, userSecretsPaths } from './user-secrets-paths.js';

/** A secret with its key and the file it is in. */
export interface UserSecret {
  /** Such as `CivitaiApi:ApiKey`. */
  readonly key: string;
  readonly value: Secret;
  readonly path: string;
}

/** The content of one store; keys as they are spelt, by their comparable form. */
type StoreContent = Map<string, { readonly key: string; readonly value: RawValue }>;

/**
 * The secrets of one project on a developer's machine, kept outside the project and read in `Development`.
 *
 * Both our own file and that of `dotnet user-secrets` are read, ours winning for each key. Values are written to our
 * file, unless only the other one exists: then one store goes on serving a C# and a Node service. Directories are kept
 * at 0700 and files at 0600. Several processes may write at once.
 *
 * Every method throws a {@link ConfigurationError} when a store is malformed; it is never overwritten.
 *
 * @example
 * ```ts
 * import { findUserSecretsId, UserSecretsStore } from '@civitkit/core';
 *
 * const store = new UserSecretsStore(findUserSecretsId(process.cwd()) ?? 'my-project');
 * await store.set('CivitaiApi:ApiKey', '0123456789abcdef0123456789abcdef');
 * ```
 */
export class UserSecretsStore {
  readonly #paths: UserSecretsPaths;

  /**
   * @param id - `userSecretsId` of the project.
   * @param location - where the user's files are. Default: as the system says.
   * @throws ConfigurationError for an id that is no directory name.
   */
  constructor(id: string, location: Partial<UserLocation> = {}) {
    const problem = userSecretsIdProblem(id, 'options');
    if (problem !== undefined) throw new ConfigurationError([problem]);
    this.#paths = userSecretsPaths(id, {
      homeDirectory: location.homeDirectory ?? homedir(),
      environment: location.environment ?? process.env,
      platform: location.platform ?? process.platform,
    });
  }

  /** The file that {@link UserSecretsStore.set} writes to at present. */
  get path(): string {
    const { own, dotnet } = this.#paths;
    return !existsSync(own) && existsSync(dotnet) ? dotnet : own;
  }

  /** Every secret, sorted by key. */
  async list(): Promise<readonly UserSecret[]> {
    const { own, dotnet } = this.#paths;
    const secrets = new Map<string, UserSecret>();
    for (const path of [dotnet, own]) {
      await tightenStore(path);
      for (const [comparable, { key, value }] of readStore(path)) {
        secrets.set(comparable, { key, value: new Secret(String(value)), path });
      }
    }
    return [...secrets.values()].toSorted((left, right) => left.key.localeCompare(right.key, 'en'));
  }

  /**
   * Adds or replaces a secret.
   *
   * @param key - such as `CivitaiApi:ApiKey` or `CivitaiApi__ApiKey`, in any case.
   * @throws TypeError for an unusable key or an empty value.
   */
  async set(key: string, value: string | Secret): Promise<void> {
    const checked = checkKey(key);
    const text = isSecret(value) ? value.reveal() : value;
    if (typeof text !== 'string' || text.trim() === '') throw new TypeError('The value of a secret must not be empty.');
    await this.#locked(async () => {
      const { path } = this;
      const content = readStore(path);
      const comparable = comparableKey(checked);
      content.set(comparable, { key: content.get(comparable)?.key ?? checked, value: text });
      await writeStore(path, content);
    });
  }

  /** Removes a secret from wherever it is, the .NET store included; `false` when there is none. */
  async remove(key: string): Promise<boolean> {
    const comparable = comparableKey(checkKey(key));
    return await this.#locked(async () => {
      const contents = this.#readExisting();
      const affected = contents.filter(({ content }) => content.delete(comparable));
      for (const { path, content } of affected) await writeStore(path, content);
      return affected.length > 0;
    });
  }

  /** Removes every secret, those in the .NET store included. */
  async clear(): Promise<void> {
    await this.#locked(async () => {
      // Read first: a malformed store is to be mended by hand, not emptied.
      for (const { path } of this.#readExisting()) await writeStore(path, new Map());
    });
  }

  #readExisting(): readonly { readonly path: string; readonly content: StoreContent }[] {
    const { own, dotnet } = this.#paths;
    return [dotnet, own].filter((path) => existsSync(path)).map((path) => ({ path, content: readStore(path) }));
  }

  /** One lock for both files, in our own directory: which of them is written to is decided under the lock. */
  async #locked<T>(work: () => Promise<T>): Promise<T> {
    const { own } = this.#paths;
    try {
      await mkdir(dirname(own), { recursive: true, mode: 0o700 });
      await tightenStore(own);
      return await withFileLock(`${own}.lock`, work);
    } catch (error) {
      const code = systemCodeOf(error);
      if (isCivitaiError(error) || code === undefined) throw error;
      const remedy = 'Check the permissions of the directory and the space on the disk.';
      throw new ConfigurationError([
        { key: 'user secrets', source: own, message: `cannot be written (${code}).`, remedy },
      ]);
    }
  }
}

function readStore(path: string): StoreContent {
  const { entries, problems } = readJsonFile({ name: 'user secrets', path, source: path });
  if (problems.length > 0) throw new ConfigurationError(problems);
  return new Map(
    entries.flatMap(({ key, value }) =>
      typeof value === 'object' ? [] : [[comparableKey(key), { key, value }] as const],
    ),
  );
}

async function writeStore(path: string, content: StoreContent): Promise<void> {
  // Flat keys, which is what `dotnet user-secrets` writes; sorted, so that the file can be compared.
  const sorted = [...content.values()].toSorted((left, right) => left.key.localeCompare(right.key, 'en'));
  const text = JSON.stringify(Object.fromEntries(sorted.map(({ key, value }) => [key, value])), undefined, 2);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeAtomically(path, `${text}\n`, 0o600);
  await tightenStore(path);
}

/** The file of a store is its owner's alone, and so is its directory. */
async function tightenStore(path: string): Promise<void> {
  await tighten(dirname(path), 0o700);
  await tighten(path, 0o600);
}

function checkKey(key: string): string {
  const checked = colonKey(key.trim());
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  const usable = reservedNameIn(checked) === undefined && !/[\u0000-\u001f\u007f]/.test(checked);
  if (usable && checked.split(':').every((segment) => segment.trim() !== '')) return checked;
  throw new TypeError('The key of a secret consists of names separated by ":", such as CivitaiApi:ApiKey.');
}
