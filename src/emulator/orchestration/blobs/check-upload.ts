import type { Reply } from '../../http/reply.js';
import { problemReply } from '../problem.js';
import type { BlobContent } from './blob-store.js';
import { readImageSize } from './image-size.js';
import { UPLOAD_TYPES } from './media-types.js';
import { moderateUpload } from './moderate-upload.js';

/** Bytes from outside. */
export interface Upload {
  readonly contentType: string;
  readonly bytes: Buffer;
  /** True when more came than is ever kept. */
  readonly cut: boolean;
}

/** An upload that may be kept, or the answer that refuses it. */
export type CheckedUpload =
  | { readonly ok: true; readonly content: BlobContent }
  | { readonly ok: false; readonly refusal: Reply };

function refused(status: number, detail: string, members?: Readonly<Record<string, unknown>>): CheckedUpload {
  return { ok: false, refusal: problemReply(status, detail, members) };
}

/** Looks at kind, size and content, in this order. */
export function checkUpload({ contentType, bytes, cut }: Upload, maxBytes: number): CheckedUpload {
  const media = UPLOAD_TYPES[contentType];
  if (media === undefined) {
    const known = Object.keys(UPLOAD_TYPES).join(', ');
    return refused(415, `Uploads of the type "${contentType}" are not supported. There are: ${known}.`);
  }
  if (cut || bytes.length > maxBytes) return refused(413, `The upload is larger than ${maxBytes} bytes.`);
  if (bytes.length === 0) return refused(400, 'The upload is empty.');
  const { isRefused, ...verdict } = moderateUpload(bytes);
  if (isRefused) return refused(422, 'The content is not allowed.', { blockedReason: 'blocked' });
  const size = media.type === 'image' ? readImageSize(bytes) : undefined;
  const members = size === undefined ? {} : { members: { ...size } };
  return { ok: true, content: { ...media, ...verdict, ...members, bytes, contentType } };
}
