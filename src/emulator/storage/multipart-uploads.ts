import { randomBytes } from 'node:crypto';

/** A part a client says it has sent. */
export interface SentPart {
  readonly ETag: string;
  readonly PartNumber: number;
}

/** How the completion of an upload ended: with its bytes, already earlier, or with the status that refuses it. */
export type Completion = { readonly bytes: Buffer } | 'already' | 409 | 422;

/** The uploads in parts of one emulator. */
export interface MultipartUploads {
  /** Begins an upload; without a size there is no knowing its parts. */
  begin(key: string, size: number | undefined): string;
  /** Keeps a part; false for an upload there is not, or not any more. */
  keep(uploadId: string, partNumber: number, bytes: Buffer, etag: string): boolean;
  complete(key: string, uploadId: string, parts: readonly SentPart[]): Completion;
}

interface Upload {
  readonly key: string;
  readonly size: number | undefined;
  readonly parts: Map<number, { readonly bytes: Buffer; readonly etag: string }>;
  done: boolean;
}

function unquoted(etag: string): string {
  return etag.replaceAll('"', '');
}

/** The parts in order, or `undefined` when one is missing, is another than the one that was sent, or has the wrong size. */
function assemble(upload: Upload, sent: readonly SentPart[], partBytes: number): Buffer | undefined {
  const ordered = sent.toSorted((a, b) => a.PartNumber - b.PartNumber);
  const pieces: Buffer[] = [];
  for (const [index, { PartNumber, ETag }] of ordered.entries()) {
    const part = upload.parts.get(PartNumber);
    if (part === undefined || PartNumber !== index + 1 || unquoted(part.etag) !== unquoted(ETag)) return undefined;
    if (index < ordered.length - 1 && part.bytes.length !== partBytes) return undefined;
    pieces.push(part.bytes);
  }
  const whole = Buffer.concat(pieces);
  const complete = pieces.length > 0 && (upload.size === undefined || whole.length === upload.size);
  return complete ? whole : undefined;
}

/** Creates an empty table of uploads whose parts, but for the last, have one size. */
export function createMultipartUploads(partBytes: number): MultipartUploads {
  const uploads = new Map<string, Upload>();
  return {
    begin: (key, size) => {
      const uploadId = `2~${randomBytes(12).toString('base64url')}`;
      uploads.set(uploadId, { key, size, parts: new Map(), done: false });
      return uploadId;
    },
    keep: (uploadId, partNumber, bytes, etag) => {
      const upload = uploads.get(uploadId);
      if (upload === undefined || upload.done) return false;
      upload.parts.set(partNumber, { bytes, etag });
      return true;
    },
    complete: (key, uploadId, parts) => {
      const upload = uploads.get(uploadId);
      if (upload === undefined || upload.key !== key) return 409;
      if (upload.done) return 'already';
      const bytes = assemble(upload, parts, partBytes);
      if (bytes === undefined) return 422;
      upload.done = true;
      upload.parts.clear();
      return { bytes };
    },
  };
}
