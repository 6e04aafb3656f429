import type { FieldTree } from '../../transport/field-tree.js';
import type { CollectionRead, CollectionType } from '../vocabulary.js';

/** What a collection has in a list and from `get`. */
export interface CollectionSummary {
  readonly id: number;
  readonly name: string;
  readonly description: string | null;
  /** What it holds; `null` when that is not laid down. */
  readonly type: CollectionType | null;
  /** Sum of maturity bits: PG 1, PG-13 2, R 4, X 8, XXX 16, blocked 32; 0 unrated. */
  readonly nsfwLevel: number | null;
  readonly read: CollectionRead;
  readonly isPublic: boolean;
  readonly coverImageUrl: string | null;
  readonly user: CollectionOwner;
}

/** A collection as a list shows it. */
export interface Collection extends CollectionSummary {
  readonly itemCount: number;
}

/** A single collection. The API does not give its items. */
export interface CollectionDetail extends CollectionSummary {
  readonly tags: readonly CollectionTag[];
}

/** Whose collection it is; empty when the account is gone. */
export interface CollectionOwner {
  readonly id: number | null;
  readonly username: string | null;
}

/** A tag of a collection. */
export interface CollectionTag {
  readonly id: number;
  readonly name: string;
}

const summaryFields: FieldTree<CollectionSummary> = {
  id: true,
  name: true,
  description: true,
  type: true,
  nsfwLevel: true,
  read: true,
  isPublic: true,
  coverImageUrl: true,
  user: { id: true, username: true },
};

/** Known fields of a collection in a list, for strict parsing. */
export const collectionFields: FieldTree<Collection> = { ...summaryFields, itemCount: true };

/** Known fields of a single collection, for strict parsing. */
export const collectionDetailFields: FieldTree<CollectionDetail> = {
  ...summaryFields,
  tags: [{ id: true, name: true }],
};
