import { browsingLevel, type Image, type ImagesFilter } from '@civitkit/core/client';
import type { CommandIo } from '../command-io.js';
import type { ItemColumn } from '../output/items.js';
import type { TypedImagesFilter } from './images.js';
import { maturityText } from './models-maturity.js';
import { type ListKind, printList } from './site-list.js';
import type { ListOptions } from './site-list-options.js';

const columns: readonly ItemColumn<Image>[] = [
  { header: 'Id', align: 'right', cell: ({ id }) => String(id) },
  { header: 'Kind', cell: ({ type }) => type },
  { header: 'Size', align: 'right', cell: ({ height, width }) => (width === null ? '' : `${width}x${height ?? '?'}`) },
  { header: 'Maturity', cell: ({ browsingLevel: level }) => maturityText(level) },
  { header: 'User', shrinkTo: 8, cell: ({ username }) => username ?? '' },
  { header: 'Reactions', align: 'right', cell: ({ stats }) => String(reactions(stats)) },
  { header: 'Address', shrinkTo: 12, cell: ({ url }) => url },
];

/** `civitkit images search`. */
export async function searchImages(filter: TypedImagesFilter, options: ListOptions, io: CommandIo): Promise<void> {
  const { browsingLevel: levels, ...others } = filter;
  const kind: ListKind<Image, ImagesFilter> = {
    columns,
    query: ({ images }) => images.where({ ...others, ...(levels === undefined ? {} : { browsingLevel: sum(levels) }) }),
    pageSize: 100,
  };
  await printList(kind, options, io);
}

/** 0 is sent as it is: the server takes it for PG. */
function sum(levels: string): number {
  if (levels.trim() === '0') return 0;
  return browsingLevel(...levels.split(',').map((level) => level.trim() as `${number}`));
}

function reactions({ cryCount, heartCount, laughCount, likeCount }: Image['stats']): number {
  return cryCount + heartCount + laughCount + likeCount;
}
