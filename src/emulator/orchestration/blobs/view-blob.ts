import type { BlobLinks } from './blob-links.js';
import type { BlobRecord } from './blob-records.js';
import type { BlobViewOptions } from './blob-store.js';
import { isMature } from './nsfw-levels.js';

/** Why a blob is withheld from this view; `undefined` when it is not. */
export function withheldReason({ content }: BlobRecord, { hideMatureContent }: BlobViewOptions): string | undefined {
  if (content.blockedReason !== undefined && content.blockedReason !== 'none') return content.blockedReason;
  return hideMatureContent && isMature(content.nsfwLevel) ? 'MatureContent' : undefined;
}

/** The blob as answers show it. */
export function viewBlob(record: BlobRecord, links: BlobLinks, options: BlobViewOptions): Record<string, unknown> {
  const { type, jobId, nsfwLevel, members } = record.content;
  const blockedReason = withheldReason(record, options);
  const base = {
    type,
    ...members,
    id: record.id,
    available: blockedReason === undefined,
    ...(jobId === undefined ? {} : { jobId }),
    ...(nsfwLevel === undefined ? {} : { nsfwLevel }),
  };
  if (blockedReason !== undefined) return { ...base, blockedReason };
  const { url, expiresAt } = links.toBlob(record);
  const urls = { url, ...(expiresAt === undefined ? {} : { urlExpiresAt: expiresAt }) };
  if (type !== 'image') return { ...base, ...urls };
  return { ...base, ...urls, previewUrl: url, ...(expiresAt === undefined ? {} : { previewUrlExpiresAt: expiresAt }) };
}
