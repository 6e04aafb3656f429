import type { CivitaiClient, ListQuery, Page } from '@civitkit/core/client';
import type { CommandIo } from '../command-io.js';
import { untilStopped } from '../interrupted.js';
import { oneLine } from '../output/display-width.js';
import { type ItemColumn, itemJson, printTable, warnOfUnknownFields } from '../output/items.js';
import { openSite, type Site } from './site-client.js';
import type { ListOptions } from './site-list-options.js';
import { orUsageError } from './site-usage.js';

/** What tells one list from another. */
export interface ListKind<T extends object, F extends object> {
  readonly columns: readonly ItemColumn<T>[];
  readonly query: (civitai: CivitaiClient) => ListQuery<T, F>;
  /** Page size when the command line names none. */
  readonly pageSize: number;
}

interface Found<T> {
  /** Of a list that is printed as it comes, only the first ones. */
  readonly items: readonly T[];
  readonly count: number;
  /** How to get the rest, when the list was not read to its end. */
  readonly more: string | undefined;
}

/** How many items of a list are kept that is printed as it comes. */
const sample = 100;

/** Asks for a list and prints it; `--ndjson` as it comes, everything else as a whole. */
export async function printList<T extends object, F extends object>(
  kind: ListKind<T, F>,
  options: ListOptions,
  io: CommandIo,
): Promise<void> {
  const { fields, json, ndjson } = options;
  const stop = io.stopSignal();
  using site = await openSite(options, io);
  const onItem = ndjson === true ? (item: T): void => io.out(itemJson(item, fields)) : undefined;
  const { count, items, more } = await untilStopped(stop, 'The list was not read to its end.', () =>
    collect(kind, site, options, stop, onItem),
  );
  if (json === true) io.out(itemJson(items, fields, 2));
  else if (onItem === undefined && count > 0) printTable(items, kind.columns, fields, io);
  if (count === 0) io.err('Nothing was found.');
  if (fields !== undefined) warnOfUnknownFields(items, fields, io);
  if (more !== undefined) io.err(`There is more: ${more}.`);
}

async function collect<T extends object, F extends object>(
  { pageSize, query }: ListKind<T, F>,
  { civitai, originals }: Site,
  { all, cursor, fields, json, limit, ndjson, pageSize: asked }: ListOptions,
  signal: AbortSignal,
  onItem: ((item: T) => void) | undefined,
): Promise<Found<T>> {
  const wanted = all === true ? Number.POSITIVE_INFINITY : limit;
  // Not with take(), which would hide whether the last page was cut, and thus whether its cursor leaves something out.
  const pages = orUsageError(() => {
    const whole = query(civitai);
    const from = cursor === undefined ? whole : whole.from(cursor);
    return from.pages({ limit: asked ?? Math.min(pageSize, wanted), signal });
  });
  // Whole items are printed as the site has them; single members as the client has them, what it adds included.
  const asTheyCame = (json === true || ndjson === true) && fields === undefined;
  const items: T[] = [];
  let count = 0;
  for await (const page of pages) {
    const left = wanted - count;
    const shown = asTheyCame ? originals.itemsOf(page.items) : page.items;
    for (const item of shown.slice(0, left)) {
      count += 1;
      onItem?.(item);
      if (onItem === undefined || count <= sample) items.push(item);
    }
    if (count >= wanted) return { items, count, more: restOf(page, page.items.length > left) };
  }
  return { items, count, more: undefined };
}

/** The cursor of a page that was cut leads past what was cut off. */
function restOf({ nextCursor }: Page<unknown>, cut: boolean): string | undefined {
  if (cut) return 'raise --limit, or ask for --all';
  return nextCursor === undefined
    ? undefined
    : `add --cursor '${oneLine(String(nextCursor))}' to go on, or ask for --all`;
}
