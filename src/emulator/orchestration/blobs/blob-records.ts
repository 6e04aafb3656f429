import { createHash } from 'node:crypto';
import type { BlobContent } from './blob-store.js';

/** A blob that is there. */
export interface BlobRecord {
  readonly id: string;
  readonly content: BlobContent;
  /** With its quotes; a strong one. */
  readonly etag: string;
  readonly createdAt: Date;
  /** Its URL needs no signature and never expires. */
  readonly isPublic: boolean;
}

/** The blobs themselves, each for as long as it lives. */
export interface BlobRecords {
  add(id: string, content: BlobContent, isPublic: boolean): void;
  find(id: string): BlobRecord | undefined;
  /** Begins the blob's life anew; false where there is none. */
  renew(id: string): boolean;
}

/** Thirty days. */
const LIFE_MS = 30 * 24 * 60 * 60 * 1000;

/** Creates an empty table; `now` is in milliseconds since 1970. */
export function createBlobRecords(now: () => number): BlobRecords {
  const records = new Map<string, BlobRecord>();
  const ends = new Map<string, number>();
  const find = (id: string): BlobRecord | undefined => ((ends.get(id) ?? 0) > now() ? records.get(id) : undefined);
  return {
    add: (id, content, isPublic) => {
      const etag = `"${createHash('sha256').update(content.bytes).digest('hex').slice(0, 32)}"`;
      records.set(id, { id, content, etag, createdAt: new Date(now()), isPublic });
      ends.set(id, now() + LIFE_MS);
    },
    find,
    renew: (id) => {
      if (find(id) === undefined) return false;
      ends.set(id, now() + LIFE_MS);
      return true;
    },
  };
}
