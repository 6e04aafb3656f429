import type { User } from '@civitkit/core/client';
import type { CommandIo } from '../command-io.js';
import { untilStopped } from '../interrupted.js';
import { type ItemColumn, itemJson, printTable, warnOfUnknownFields } from '../output/items.js';
import { openSite } from './site-client.js';
import type { GetOptions } from './site-get.js';
import { orUsageError } from './site-usage.js';

const columns: readonly ItemColumn<User>[] = [
  { header: 'Id', align: 'right', cell: ({ id }) => String(id) },
  { header: 'Name', cell: ({ username }) => username },
];

/** `civitkit users search`. There are no pages, and five at most. */
export async function searchUsers(query: string, options: GetOptions, io: CommandIo): Promise<void> {
  const { fields, json } = options;
  const stop = io.stopSignal();
  using site = await openSite(options, io);
  const { civitai } = site;
  const users = await untilStopped(stop, 'The users were not read.', () =>
    orUsageError(() => civitai.users.find({ query }, { signal: stop })),
  );
  if (json === true) io.out(itemJson(users, fields, 2));
  else if (users.length > 0) printTable(users, columns, fields, io);
  if (users.length === 0) io.err('Nobody was found.');
  if (fields !== undefined) warnOfUnknownFields(users, fields, io);
}
