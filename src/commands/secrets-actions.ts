import type { UserSecretsStore } from '@civitkit/core/client';
import type { CommandIo } from '../command-io.js';
import { CommandFailure, exitCode } from '../exit-code.js';
import { type ProjectOption, projectDirectory } from './project-option.js';
import { readSecretValue } from './read-secret-value.js';

/** `civitkit secrets init`: gives the project an id. */
export async function initSecrets(options: ProjectOption & { readonly id?: string }, io: CommandIo): Promise<void> {
  const { initUserSecrets } = await import('@civitkit/core/client');
  const { id, path, created } = await initUserSecrets(projectDirectory(options, io), options.id);
  if (created) io.out(`Wrote userSecretsId ${id} into ${path}. Commit it: it is a name, not a secret.`);
  else if (options.id === undefined || options.id === id) io.out(`${path} already has userSecretsId ${id}.`);
  else throw new CommandFailure(`${path} already has userSecretsId ${id}; to use another one, change it there.`);
}

/** `civitkit secrets set`: stores a value that is typed or piped in. */
export async function setSecret(key: string, options: ProjectOption, io: CommandIo): Promise<void> {
  // the project first, so that nobody types a value only to read that there is nowhere to put it
  const store = await openStore(options, io);
  const value = await readSecretValue(key, io);
  await orUsageError(store.set(key, value));
  io.out(`Stored ${key} in ${store.path}.`);
  await sayWhenSecretsCount(options, io);
}

/** `civitkit secrets list`: the keys, never the values. */
export async function listSecrets(options: ProjectOption & { readonly json?: boolean }, io: CommandIo): Promise<void> {
  const store = await openStore(options, io);
  const secrets = await store.list();
  if (options.json === true) {
    const keys = secrets.map(({ key, path }) => ({ key, path }));
    io.out(JSON.stringify(keys, undefined, 2));
    return;
  }
  for (const { key } of secrets) io.out(key);
  if (secrets.length === 0) io.err(`There are no secrets in ${store.path}.`);
  await sayWhenSecretsCount(options, io);
}

/** `civitkit secrets remove`. */
export async function removeSecret(key: string, options: ProjectOption, io: CommandIo): Promise<void> {
  const store = await openStore(options, io);
  if (!(await orUsageError(store.remove(key)))) throw new CommandFailure(`There is no secret ${key} in ${store.path}.`);
  io.out(`Removed ${key}.`);
}

/** `civitkit secrets clear`: removes everything, after asking. */
export async function clearSecrets(options: ProjectOption & { readonly yes?: boolean }, io: CommandIo): Promise<void> {
  const store = await openStore(options, io);
  if (options.yes !== true && !(await confirmed(store, io))) throw new CommandFailure('Nothing was removed.');
  await store.clear();
  io.out('Removed all secrets of this project.');
}

/** `civitkit secrets path`: for editors and backups. */
export async function printSecretsPath(options: ProjectOption, io: CommandIo): Promise<void> {
  const store = await openStore(options, io);
  io.out(store.path);
}

/** The user secrets of a project, which must have an id for them. */
export async function openStore(options: ProjectOption, io: CommandIo): Promise<UserSecretsStore> {
  const { findUserSecretsId, UserSecretsStore: Store } = await import('@civitkit/core/client');
  const directory = projectDirectory(options, io);
  const id = findUserSecretsId(directory);
  if (id === undefined) {
    throw new CommandFailure(
      `The project in ${directory} has no user secrets yet. Run \`civitkit secrets init\` there.`,
    );
  }
  const { env, homeDirectory } = io;
  return new Store(id, { environment: env, ...(homeDirectory === undefined ? {} : { homeDirectory }) });
}

async function confirmed(store: UserSecretsStore, io: CommandIo): Promise<boolean> {
  if (io.stdin.isTTY !== true) {
    throw new CommandFailure('Nobody is here to confirm; add --yes to remove all secrets.', exitCode.usage);
  }
  const { confirm, isCancel } = await import('@clack/prompts');
  const message = `Remove all secrets in ${store.path}?`;
  const answer = await confirm({ message, initialValue: false, input: io.stdin, output: io.terminal });
  if (isCancel(answer)) throw new CommandFailure('Nothing was removed.', exitCode.interrupted);
  return answer;
}

/** User secrets are read in Development only, which whoever just stored one may not know. */
export async function sayWhenSecretsCount(options: ProjectOption, io: CommandIo): Promise<void> {
  const { isCivitaiError, loadConfiguration } = await import('@civitkit/core/client');
  try {
    const { environmentName } = loadConfiguration({
      directory: projectDirectory(options, io),
      environment: io.env,
      userSecretsId: false,
      secretsDirectory: false,
    });
    if (environmentName.toLowerCase() === 'development') return;
    io.err(
      `User secrets are read in the environment Development only, and this is ${environmentName}: ` +
        'start your program with NODE_ENV=development.',
    );
  } catch (error) {
    // a broken file is what `config explain` complains about; the secret itself is stored
    if (!isCivitaiError(error)) throw error;
  }
}

/** The store complains about a key with a TypeError, as about any argument; here it was typed by a person. */
async function orUsageError<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof TypeError ? new CommandFailure(error.message, exitCode.usage) : error;
  }
}
