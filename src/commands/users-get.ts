import type { User } from '@civitkit/core/client';
import type { CommandIo } from '../command-io.js';
import { CommandFailure, exitCode } from '../exit-code.js';
import { factLines } from '../output/facts.js';
import type { Site } from './site-client.js';
import { type GetOptions, printOne } from './site-get.js';
import { partOfAddress } from './site-page.js';
import { orUsageError } from './site-usage.js';

/** `civitkit users get`. */
export async function getUser(text: string, options: GetOptions, io: CommandIo): Promise<void> {
  await printOne((site, signal) => ask(text.trim(), site, signal), describe, options, io);
}

async function ask(text: string, { baseUrl, civitai }: Site, signal: AbortSignal): Promise<User> {
  const page = partOfAddress(text, 'user', baseUrl);
  if (page === undefined && /^\d+$/.test(text)) {
    const [user] = await civitai.users.find({ ids: [Number(text)] }, { signal });
    if (user !== undefined) return user;
    throw new CommandFailure(
      `There is no user with the id ${text}. If it is a name, write @${text}.`,
      exitCode.notFound,
    );
  }
  const name = page ?? text.replace(/^@/, '');
  const found = await orUsageError(() => civitai.users.find({ query: name }, { signal }));
  const user = found.find(({ username }) => username.toLowerCase() === name.toLowerCase());
  if (user !== undefined) return user;
  const alike = found.map(({ username }) => username).join(', ');
  const hint = alike === '' ? '' : ` Names like it: ${alike}.`;
  throw new CommandFailure(`There is no user ${JSON.stringify(name)}.${hint}`, exitCode.notFound);
}

function describe({ avatarUrl, id, username }: User, { baseUrl }: Site): readonly string[] {
  return factLines([
    ['User', `${username} (${id})`],
    // Or else a storage key, which says nothing to a person.
    ['Picture', avatarUrl?.startsWith('http') === true ? avatarUrl : undefined],
    ['Page', `${baseUrl}/user/${encodeURIComponent(username)}`],
  ]);
}
