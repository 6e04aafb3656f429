import type { Collection, CollectionsFilter } from '@civitkit/core/client';
import type { CommandIo } from '../command-io.js';
import { type ListKind, printList } from './site-list.js';
import type { ListOptions } from './site-list-options.js';

/** `civitkit collections search`. */
export async function searchCollections(filter: CollectionsFilter, options: ListOptions, io: CommandIo): Promise<void> {
  const kind: ListKind<Collection, CollectionsFilter> = {
    columns: [
      { header: 'Id', align: 'right', cell: ({ id }) => String(id) },
      { header: 'Name', shrinkTo: 16, cell: ({ name }) => name },
      { header: 'Holds', cell: ({ type }) => type ?? '' },
      { header: 'Items', align: 'right', cell: ({ itemCount }) => String(itemCount) },
      { header: 'Owner', shrinkTo: 8, cell: ({ user }) => user.username ?? '' },
    ],
    query: ({ collections }) => collections.where(filter),
    pageSize: 100,
  };
  await printList(kind, options, io);
}
