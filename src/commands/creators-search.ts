import type { Creator, CreatorsFilter } from '@civitkit/core/client';
import type { CommandIo } from '../command-io.js';
import { type ListKind, printList } from './site-list.js';
import type { ListOptions } from './site-list-options.js';

/** `civitkit creators search`. */
export async function searchCreators(filter: CreatorsFilter, options: ListOptions, io: CommandIo): Promise<void> {
  const kind: ListKind<Creator, CreatorsFilter> = {
    columns: [
      { header: 'Name', cell: ({ username }) => username ?? '' },
      { header: 'Models', align: 'right', cell: ({ modelCount }) => String(modelCount) },
      { header: 'Their models', shrinkTo: 20, cell: ({ link }) => link },
    ],
    query: ({ creators }) => creators.where(filter),
    // Larger pages often fail there.
    pageSize: 20,
  };
  await printList(kind, options, io);
}
