import { MODEL_TYPES } from '../catalogue/enum-values.js';
import { zodErrorObject } from '../http/issues.js';
import type { ParameterRules } from '../http/parameter-rules.js';
import { readParameters } from '../http/read-parameters.js';
import { jsonReply, type Reply } from '../http/reply.js';
import type { Endpoint, Site, SiteRequest } from './endpoint.js';
import { VAULT_SORTS } from './parameter-options.js';
import { unexpectedError } from './site-errors.js';
import type { VaultItem } from './vault-store.js';
import { modelSizeKB, vaultCover, vaultItemView } from './vault-views.js';

const NO_DATE = { kind: 'unreachable', expected: 'date' } as const;

const RULES = {
  limit: { kind: 'number', min: 1, max: 200, fallback: 60 },
  page: { kind: 'number', min: 0, fallback: 1 },
  query: { kind: 'text' },
  types: { kind: 'arrayOnly', values: MODEL_TYPES },
  categories: { kind: 'arrayOnly' },
  baseModels: { kind: 'arrayOnly' },
  // The schema wants dates, and a query only carries texts: any value fails (contract §7.19).
  dateCreatedFrom: NO_DATE,
  dateCreatedTo: NO_DATE,
  dateAddedFrom: NO_DATE,
  dateAddedTo: NO_DATE,
  sort: { kind: 'choice', values: VAULT_SORTS, fallback: 'Recently Added' },
} satisfies ParameterRules;

const ORDERS: Readonly<Record<string, (a: VaultItem, b: VaultItem) => number>> = {
  'Recently Added': (a, b) => b.addedAt.getTime() - a.addedAt.getTime(),
  'Recently Created': (a, b) => b.version.createdAt.getTime() - a.version.createdAt.getTime(),
  'Model Name': (a, b) => a.model.name.localeCompare(b.model.name),
  'Model Size': (a, b) => modelSizeKB(b) - modelSizeKB(a),
};

function includes(values: readonly string[] | undefined, value: string | undefined): boolean {
  return values === undefined || (value !== undefined && values.includes(value));
}

function listVault(request: SiteRequest, site: Site): Reply {
  const read = readParameters(RULES, request.query);
  // A mistake of the client, and a 500 all the same.
  if (!read.ok) return unexpectedError(zodErrorObject(read.issues));
  const { baseModels, categories, query, sort, types } = read.value;
  const wanted = query?.toLowerCase() ?? '';
  const items = site.vault.items
    .filter(
      ({ model, version }) =>
        model.name.toLowerCase().includes(wanted) &&
        includes(types, model.type) &&
        includes(categories, model.tags[0]?.name) &&
        includes(baseModels, version.baseModel),
    )
    .toSorted(ORDERS[sort]);
  const limit = Math.ceil(read.value.limit);
  const start = Math.max(0, Math.floor(read.value.page) - 1) * limit;
  const vaultId = request.session?.userId ?? 0;
  return jsonReply(200, {
    items: items
      .slice(start, start + limit)
      .map((item) => ({ ...vaultItemView(item, { vaultId }), coverImageUrl: vaultCover(item, site) })),
    totalItems: items.length,
    currentPage: read.value.page,
    pageSize: read.value.limit,
    totalPages: Math.ceil(items.length / limit),
  });
}

/** `GET /api/v1/vault/all`. Without a membership the list is empty. */
export const LIST_VAULT: Endpoint = { path: '/api/v1/vault/all', access: 'authed', handle: listVault };
