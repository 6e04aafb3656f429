import type { Tag, TagsFilter } from '@civitkit/core/client';
import type { CommandIo } from '../command-io.js';
import { type ListKind, printList } from './site-list.js';
import type { ListOptions } from './site-list-options.js';

/** `civitkit tags search`. */
export async function searchTags(filter: TagsFilter, options: ListOptions, io: CommandIo): Promise<void> {
  const kind: ListKind<Tag, TagsFilter> = {
    columns: [
      { header: 'Name', cell: ({ name }) => name },
      { header: 'Models with it', shrinkTo: 20, cell: ({ link }) => link },
    ],
    query: ({ tags }) => tags.where(filter),
    pageSize: 100,
  };
  await printList(kind, options, io);
}
