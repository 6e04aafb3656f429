import type { Model, ModelsFilter } from '@civitkit/core/client';
import type { CommandIo } from '../command-io.js';
import type { ItemColumn } from '../output/items.js';
import { type ListKind, printList } from './site-list.js';
import type { ListOptions } from './site-list-options.js';

const columns: readonly ItemColumn<Model>[] = [
  { header: 'Id', align: 'right', cell: ({ id }) => String(id) },
  { header: 'Name', shrinkTo: 16, cell: ({ name }) => name },
  { header: 'Type', cell: ({ type }) => type },
  { header: 'Base model', shrinkTo: 10, cell: ({ baseModels }) => baseModels.join(', ') },
  { header: 'Creator', shrinkTo: 8, cell: ({ creator }) => creator?.username ?? '' },
  { header: 'Downloads', align: 'right', cell: ({ stats }) => String(stats.downloadCount ?? '') },
  { header: 'Likes', align: 'right', cell: ({ stats }) => String(stats.thumbsUpCount) },
];

/** `civitkit models search`. */
export async function searchModels(filter: ModelsFilter, options: ListOptions, io: CommandIo): Promise<void> {
  const kind: ListKind<Model, ModelsFilter> = {
    columns,
    query: ({ models }) => models.where(filter),
    pageSize: 100,
  };
  await printList(kind, options, io);
}
