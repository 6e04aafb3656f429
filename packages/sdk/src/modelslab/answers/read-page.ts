import type { Page, PageMetadata } from '@civitkit/core/client';
import { isJsonObject, type JsonObject, type Parser } from '@civitkit/core/internal';
import { numberOf } from './read-fields.js';

/** Names that lists have been seen under. */
const listNames = ['items', 'data', 'models', 'results', 'voices', 'workflows'] as const;

/**
 * Reads a page of a list: a bare one, or one in `data`, in `items` or in both. How many there are is told by
 * `pagination`, beside the list or around it; without it a page that is as long as was asked for has a next one.
 *
 * @param asked - which page, and how long, if that was said
 */
export function pageParser<T>(asked: { readonly page: number; readonly perPage: number | undefined }): Parser<Page<T>> {
  return (json, context) => {
    const found = findList(json, isJsonObject(json) ? (findPagination(json) ?? {}) : {});
    if (found === undefined) throw context.wrongShape('a list');
    const { items, pagination } = found;
    const metadata = metadataOf(pagination, asked);
    const more =
      metadata.totalPages === undefined
        ? asked.perPage !== undefined && items.length >= asked.perPage
        : asked.page < metadata.totalPages;
    return {
      items: items as readonly T[],
      metadata,
      ...(more && items.length > 0 ? { nextCursor: asked.page + 1 } : {}),
    };
  };
}

interface FoundList {
  readonly items: readonly unknown[];
  readonly pagination: JsonObject;
}

function findList(json: unknown, pagination: JsonObject): FoundList | undefined {
  if (Array.isArray(json)) return { items: json, pagination };
  if (!isJsonObject(json)) return undefined;
  for (const name of listNames) {
    const found = findList(json[name], findPagination(json) ?? pagination);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** It has an object of its own, or is told beside the list. */
function findPagination(body: JsonObject): JsonObject | undefined {
  const { meta, pagination } = body;
  if (isJsonObject(pagination)) return pagination;
  if (numberOf(body['current_page']) !== undefined || numberOf(body['last_page']) !== undefined) return body;
  return isJsonObject(meta) && numberOf(meta['current_page']) !== undefined ? meta : undefined;
}

function metadataOf(
  pagination: JsonObject,
  asked: { readonly page: number; readonly perPage: number | undefined },
): PageMetadata {
  const total = numberOf(pagination['total']);
  const pageSize = numberOf(pagination['per_page']) ?? asked.perPage;
  const counted = total === undefined || pageSize === undefined ? undefined : Math.ceil(total / pageSize);
  const totalPages = numberOf(pagination['last_page']) ?? numberOf(pagination['total_pages']) ?? counted;
  return {
    currentPage: numberOf(pagination['current_page']) ?? asked.page,
    ...(pageSize === undefined ? {} : { pageSize }),
    ...(total === undefined ? {} : { totalItems: total }),
    ...(totalPages === undefined ? {} : { totalPages }),
  };
}
