import type { PlacedVersion } from '../catalogue/catalogue.js';
import { CATALOGUE_NOW } from '../catalogue/catalogue-time.js';

/** A version somebody keeps in the vault. */
export interface VaultItem extends PlacedVersion {
  readonly id: number;
  readonly addedAt: Date;
}

/** The vault of the account: empty in the beginning, and only as old as the emulator. */
export interface VaultStore {
  readonly items: readonly VaultItem[];
  /** Adds a version, or takes it out again and gives `undefined`. */
  toggle(placed: PlacedVersion): VaultItem | undefined;
}

const FIRST_ITEM_ID = 9876;

/** Creates an empty vault. Times count on from the catalogue's own now, so they are the same in every run. */
export function createVaultStore(): VaultStore {
  const items: VaultItem[] = [];
  let added = 0;
  return {
    items,
    toggle: ({ model, version }) => {
      const index = items.findIndex((item) => item.version === version);
      if (index !== -1) {
        items.splice(index, 1);
        return undefined;
      }
      const item = { id: FIRST_ITEM_ID + added, addedAt: new Date(CATALOGUE_NOW + added * 1000), model, version };
      added += 1;
      items.push(item);
      return item;
    },
  };
}
