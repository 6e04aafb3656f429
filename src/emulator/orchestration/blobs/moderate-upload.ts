import { readMarkers } from '../steps/markers.js';
import { readNsfwLevel } from './nsfw-levels.js';

/**
 * What moderation finds in an upload. Nothing is recognised here: the bytes are treated as if they showed what the first
 * markers in them say, `[emulator:block]` (refused), `[emulator:withhold=reason]` (kept, but not available) and
 * `[emulator:mature=level]`.
 */
export interface UploadVerdict {
  readonly isRefused: boolean;
  readonly blockedReason?: string;
  readonly nsfwLevel: string;
}

/** How far behind the first marker further ones are looked for. */
const MARKED_BYTES = 4096;

/** Looks for markers; without one an upload is harmless. */
export function moderateUpload(bytes: Buffer): UploadVerdict {
  const start = bytes.indexOf('[emulator:', 0, 'latin1');
  if (start === -1) return { isRefused: false, nsfwLevel: 'pg' };
  const { failure, withheld, nsfwLevel = 'pg' } = readMarkers(bytes.toString('latin1', start, start + MARKED_BYTES));
  return {
    isRefused: failure !== undefined,
    ...(withheld === undefined ? {} : { blockedReason: withheld }),
    nsfwLevel: readNsfwLevel(nsfwLevel) ?? 'na',
  };
}
