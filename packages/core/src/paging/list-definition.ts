import type { ApiRequest } from '../transport/api-request.js';
import type { FieldTree } from '../transport/field-tree.js';
import type { JsonObject } from '../transport/parse-object.js';
import type { ParameterKind } from './filter-parameters.js';

/** Everything that tells one list endpoint from another, as data. */
export interface ListDefinition<T> {
  /** Such as `models.list`. */
  readonly operation: string;
  readonly path: readonly string[];
  readonly parameters: Readonly<Record<string, ParameterKind>>;
  /**
   * `cursor` walks by the server's cursor; `page` by page numbers and `offset` by how many items come before, for
   * endpoints that have nothing else.
   */
  readonly paging: 'cursor' | 'page' | 'offset';
  /** Name of the parameter for the page size. Default: `limit`. */
  readonly sizeParameter?: string;
  /** Page size when none is asked for. */
  readonly pageSize: number;
  readonly maxPageSize: number;
  /** Whether a page number may be asked for, and how many rows pages may reach. */
  readonly pageNumbers: { readonly maxRows: number } | 'unlimited' | 'none';
  /**
   * How the end of a list with page numbers is known: by the missing link, by a page that is not full, or by the number
   * of pages.
   */
  readonly end?: 'missing-link' | 'short-page' | 'total-pages';
  /** Where the answer has the cursor of the next page: `nextCursor` in `metadata`, or `next` beside the items. */
  readonly cursorIn?: 'metadata' | 'next';
  /** Where the answer has its totals: in `metadata`, or beside the items. */
  readonly totals?: 'metadata' | 'top-level';
  /** A member whose `null` says that there is no list at all; it stands for an empty page. */
  readonly absentMarker?: string;
  /** Orders in which the server gives only the first page: it refuses every cursor with them. */
  readonly firstPageOnly?: readonly string[];
  /** Parameters sent in addition when a filter member is true, such as `flatMeta` with `withMeta`. */
  readonly implied?: Readonly<Record<string, readonly (readonly [name: string, value: boolean])[]>>;
  /** Filter members that need a key. */
  readonly needsKey?: readonly string[];
  /** The whole list needs a key. */
  readonly authentication?: 'required';
  /** Says more about an error answer than its status does. */
  readonly mapError?: NonNullable<ApiRequest['mapError']>;
  /** Fills in what the server leaves out; changes the item in place. */
  readonly normalize: (item: JsonObject) => void;
  /** Every field that is known, for strict parsing. */
  readonly fields: FieldTree<T>;
}
