import type { Site } from './endpoint.js';
import type { View } from './file-views.js';
import type { VaultItem } from './vault-store.js';

/** How much the account may keep. */
export const VAULT_STORAGE_KB = 104_857_600;

const DETAILS_KB = 12;
const IMAGES_KB = 4096;

/** Every fifth version is still on its way into the vault, without files yet. */
function isPending({ version }: VaultItem): boolean {
  return version.id % 5 === 0;
}

/** The size of a version's files in whole kilobytes. */
export function modelSizeKB({ version }: VaultItem): number {
  return Math.ceil(version.files.reduce((size, file) => size + file.sizeKB, 0));
}

/** Everything a version takes in the vault. */
export function vaultSizeKB(item: VaultItem): number {
  return modelSizeKB(item) + DETAILS_KB + IMAGES_KB;
}

/** An item of the vault without its cover. */
export function vaultItemView(item: VaultItem, { vaultId }: { readonly vaultId: number }): View {
  const { model, version } = item;
  const pending = isPending(item);
  return {
    id: item.id,
    vaultId,
    status: pending ? 'Pending' : 'Stored',
    files: pending
      ? []
      : version.files.map((file) => ({
          id: file.id,
          sizeKB: file.sizeKB,
          url: `https://bucket.example/${vaultId}/model/${file.name}`,
          displayName: [file.type, file.metadata.fp].filter(Boolean).join(' '),
        })),
    modelVersionId: version.id,
    modelId: model.id,
    modelName: model.name,
    versionName: version.name,
    creatorId: model.creator.username === null ? null : model.creator.id,
    creatorName: model.creator.username ?? '',
    type: model.type,
    baseModel: version.baseModel,
    category: model.tags[0]?.name ?? '',
    createdAt: version.createdAt,
    addedAt: item.addedAt,
    refreshedAt: null,
    modelSizeKb: modelSizeKB(item),
    detailsSizeKb: DETAILS_KB,
    imagesSizeKb: IMAGES_KB,
    notes: null,
    meta: pending ? {} : { failures: 0 },
  };
}

/** The address of an item's cover, null while it is pending. */
export function vaultCover(item: VaultItem, site: Site): string | null {
  return isPending(item) ? null : `${site.storage.origin}/vault/${item.id}/cover.jpeg?X-Amz-Signature=abc`;
}
