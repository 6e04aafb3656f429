import { CATALOGUE_NOW } from '../catalogue/catalogue-time.js';
import type { ParameterRules } from '../http/parameter-rules.js';
import { readParameters } from '../http/read-parameters.js';
import { jsonReply, type Reply } from '../http/reply.js';
import type { Endpoint, Site, SiteRequest } from './endpoint.js';
import { isPublished } from './get-version-by-hash.js';
import { errorText, lostError } from './site-errors.js';
import { VAULT_STORAGE_KB, vaultItemView, vaultSizeKB } from './vault-views.js';

const CHECK_RULES = { modelVersionIds: { kind: 'numberList' } } satisfies ParameterRules;
const TOGGLE_RULES = { modelVersionId: { kind: 'number' } } satisfies ParameterRules;

function getVault({ session }: SiteRequest, { vault, behaviour }: Site): Reply {
  if (behaviour.withoutMembership === true) return jsonReply(200, { vault: null });
  return jsonReply(200, {
    vault: {
      userId: session?.userId,
      storageKb: VAULT_STORAGE_KB,
      meta: {},
      updatedAt: new Date(CATALOGUE_NOW),
      usedStorageKb: vault.items.reduce((size, item) => size + vaultSizeKB(item), 0),
    },
  });
}

function checkVault({ query, session }: SiteRequest, { vault }: Site): Reply {
  const read = readParameters(CHECK_RULES, query);
  if (!read.ok) return errorText(400, 'Could not parse provided model versions array.');
  const ids = read.value.modelVersionIds ?? [];
  return jsonReply(
    200,
    ids.map((modelVersionId) => {
      const item = vault.items.find(({ version }) => version.id === modelVersionId);
      const vaultItem = item === undefined ? null : vaultItemView(item, { vaultId: session?.userId ?? 0 });
      return { modelVersionId, vaultItem };
    }),
  );
}

function toggleVersion({ query }: SiteRequest, { vault, catalogue, behaviour }: Site): Reply {
  const read = readParameters(TOGGLE_RULES, query);
  if (!read.ok || read.value.modelVersionId === undefined) return errorText(400, 'Missing modelVersionId');
  const placed = catalogue.versionById.get(read.value.modelVersionId);
  if (behaviour.withoutMembership === true) return lostError('BAD_REQUEST');
  if (placed === undefined || !isPublished(placed)) return lostError('NOT_FOUND');
  const item = vault.toggle(placed);
  // Called `vaultId`, but it is the item's (contract §7.19).
  return jsonReply(200, { success: true, vaultId: item?.id });
}

/** `GET /api/v1/vault/get`. */
export const GET_VAULT: Endpoint = { path: '/api/v1/vault/get', access: 'authed', handle: getVault };

/** `GET /api/v1/vault/check-vault`. */
export const CHECK_VAULT: Endpoint = { path: '/api/v1/vault/check-vault', access: 'authed', handle: checkVault };

/** `POST /api/v1/vault/toggle-version`; its parameter is in the query, not in a body. */
export const TOGGLE_VERSION: Endpoint = {
  path: '/api/v1/vault/toggle-version',
  access: 'authed',
  methods: ['POST'],
  handle: toggleVersion,
};
