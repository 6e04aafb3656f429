import type { FieldTree } from '../../transport/field-tree.js';
import type { ModelType, VaultItemStatus } from '../vocabulary.js';

/** The space in which a member keeps model versions. Sizes are in units of 1024 bytes. */
export interface Vault {
  readonly userId: number;
  readonly storageKb: number;
  readonly usedStorageKb: number;
  /** ISO-8601. */
  readonly updatedAt: string;
  readonly meta: Readonly<Record<string, unknown>>;
}

/** A version in the vault, as it was when it was put there. Times are ISO-8601. */
export interface VaultItem {
  readonly id: number;
  readonly vaultId: number;
  readonly status: VaultItemStatus;
  readonly files: readonly VaultFile[];
  readonly modelVersionId: number;
  readonly modelId: number;
  readonly modelName: string;
  readonly versionName: string;
  readonly creatorId: number | null;
  readonly creatorName: string;
  readonly type: ModelType;
  readonly baseModel: string;
  /** May be empty. */
  readonly category: string;
  readonly createdAt: string;
  readonly addedAt: string;
  readonly refreshedAt: string | null;
  /** Sizes are in units of 1024 bytes. */
  readonly modelSizeKb: number;
  readonly detailsSizeKb: number;
  readonly imagesSizeKb: number;
  readonly notes: string | null;
  readonly meta: Readonly<Record<string, unknown>>;
  /** Only in the list; good for 24 hours. */
  readonly coverImageUrl: string | null;
}

/** A file of a version in the vault. */
export interface VaultFile {
  readonly id: number;
  /** Size in units of 1024 bytes. */
  readonly sizeKB: number;
  readonly url: string;
  readonly displayName: string;
}

/** What a toggle did. */
export interface VaultToggle {
  readonly success: boolean;
  /** Whether the version is in the vault now. */
  readonly inVault: boolean;
  /** The new item, when the version was put in. */
  readonly itemId: number | null;
}

/** What `add` or `remove` did. */
export interface VaultChange {
  /** Whether anything had to be done. */
  readonly changed: boolean;
  /** The item that is in the vault, or was; `null` when there never was one. */
  readonly itemId: number | null;
}

/** Known fields of a vault, for strict parsing. */
export const vaultFields: FieldTree<Vault> = {
  userId: true,
  storageKb: true,
  usedStorageKb: true,
  updatedAt: true,
  meta: true,
};

/** Known fields of an item, for strict parsing. */
export const vaultItemFields: FieldTree<VaultItem> = {
  id: true,
  vaultId: true,
  status: true,
  files: [{ id: true, sizeKB: true, url: true, displayName: true }],
  modelVersionId: true,
  modelId: true,
  modelName: true,
  versionName: true,
  creatorId: true,
  creatorName: true,
  type: true,
  baseModel: true,
  category: true,
  createdAt: true,
  addedAt: true,
  refreshedAt: true,
  modelSizeKb: true,
  detailsSizeKb: true,
  imagesSizeKb: true,
  notes: true,
  meta: true,
  coverImageUrl: true,
};
