import type { ParameterTable } from '../../paging/filter-parameters.js';
import type { ListDefinition } from '../../paging/list-definition.js';
import type { JsonObject } from '../../transport/parse-object.js';
import type { QueryValue } from '../../transport/query-string.js';
import { fillIn } from '../normalize.js';
import type { ModelType, VaultSort } from '../vocabulary.js';
import { type VaultItem, vaultItemFields } from './types.js';

/** What `civitai.vault` can be asked for. The server documents filters by date, and fails on every one. */
export interface VaultFilter {
  /** Part of a name. */
  readonly query?: string;
  readonly types?: readonly ModelType[];
  readonly categories?: readonly string[];
  readonly baseModels?: readonly string[];
  /** Default: `Recently Added`. */
  readonly sort?: VaultSort;
  /** Further query parameters, sent as they are. */
  readonly extra?: Readonly<Record<string, QueryValue>>;
}

const parameters: ParameterTable<VaultFilter> = {
  query: 'text',
  types: 'pairedList',
  categories: 'pairedList',
  baseModels: 'pairedList',
  sort: 'text',
};

/** The list of the vault's items. */
export const vaultItems: ListDefinition<VaultItem> = {
  operation: 'vault.list',
  path: ['vault', 'all'],
  parameters,
  paging: 'page',
  pageSize: 60,
  maxPageSize: 200,
  pageNumbers: 'unlimited',
  end: 'total-pages',
  totals: 'top-level',
  absentMarker: 'vault',
  authentication: 'required',
  normalize: normalizeVaultItem,
  fields: vaultItemFields,
};

/** Fills in what the server leaves out of an item; changes it in place. */
export function normalizeVaultItem(item: JsonObject): void {
  fillIn(item, { creatorId: null, refreshedAt: null, notes: null, coverImageUrl: null });
  item['files'] ??= [];
  item['meta'] ??= {};
}
