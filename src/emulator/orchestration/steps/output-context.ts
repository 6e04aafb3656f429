import { createHash } from 'node:crypto';
import { isJsonObject } from '../../http/body-checks.js';
import type { BlobContent, BlobStore } from '../blobs/blob-store.js';
import type { JsonObject } from '../workflows/workflow-record.js';
import { type BlobForm, BlobReference } from './blob-reference.js';
import type { Markers } from './markers.js';
import type { MediaBytes } from './media-bytes.js';

/** What the output of a step is made with. */
export interface OutputContext {
  /** Empty for an input that is no object. */
  readonly input: JsonObject;
  readonly wholeInput: unknown;
  readonly markers: Markers;
  readonly blobs: BlobStore;
  readonly media: MediaBytes;
  /** The same text of 64 hexadecimal digits for the same input. */
  readonly digest: string;
  readonly image: (form?: BlobForm, size?: ImageSize) => unknown;
  readonly video: (form?: BlobForm) => unknown;
  readonly audio: (seconds: number) => unknown;
  readonly model: (format: string) => unknown;
  /** A blob of any other kind. */
  readonly file: (extension: string, contentType: string, bytes: Buffer, form?: BlobForm) => unknown;
}

/** In pixels. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** For whom and how blobs are made. */
export interface OutputMaking {
  readonly blobs: BlobStore;
  readonly media: MediaBytes;
  readonly markers: Markers;
  /** The jobs that made them, in turn. */
  readonly jobIds: readonly string[];
  /** Why none of them is available. */
  readonly blockedReason?: string;
  /** A preview: nothing is made, and blobs are only described. */
  readonly preview: boolean;
}

const USUAL_SIDE = 1024;

/** A number of an input; the given one unless it has it. */
export function numberIn(input: JsonObject, name: string, otherwise: number): number {
  const value = input[name];
  return typeof value === 'number' ? value : otherwise;
}

/** A text of an input; the given one unless it has it. */
export function textIn(input: JsonObject, name: string, otherwise: string): string {
  const value = input[name];
  return typeof value === 'string' ? value : otherwise;
}

/** Creates what one step's output is made with. */
export function createOutputContext(wholeInput: unknown, making: OutputMaking): OutputContext {
  const { blobs, media, markers, jobIds, blockedReason } = making;
  const input = isJsonObject(wholeInput) ? wholeInput : {};
  const digest = createHash('sha256')
    .update(JSON.stringify(wholeInput) ?? '')
    .digest('hex');
  let made = 0;
  const put = (content: BlobContent, form: BlobForm = 'blob'): unknown => {
    const jobId = jobIds[made % Math.max(1, jobIds.length)];
    made += 1;
    if (making.preview) {
      if (form === 'url') return '';
      const described = { id: `preview-${made}.${content.extension}`, available: false };
      return form === 'flat' ? { ...described, jobId: '' } : { type: content.type, ...described, ...content.members };
    }
    const id = blobs.put({
      ...content,
      nsfwLevel: markers.nsfwLevel ?? 'pg',
      ...(jobId === undefined ? {} : { jobId }),
      ...(blockedReason === undefined ? {} : { blockedReason }),
    });
    return new BlobReference(id, form);
  };
  const sizeOf = (): ImageSize => ({
    width: numberIn(input, 'width', USUAL_SIDE),
    height: numberIn(input, 'height', USUAL_SIDE),
  });
  return {
    input,
    wholeInput,
    markers,
    blobs,
    media,
    digest,
    image: (form, size = sizeOf()) => {
      const jpeg = textIn(input, 'outputFormat', 'png').toLowerCase() === 'jpeg';
      const kind = jpeg
        ? { bytes: media.jpeg(), contentType: 'image/jpeg', extension: 'jpeg' }
        : { bytes: media.png(size.width, size.height), contentType: 'image/png', extension: 'png' };
      return put({ type: 'image', ...kind, members: { ...size } }, form);
    },
    video: (form) => {
      const members = { width: numberIn(input, 'width', 1280), height: numberIn(input, 'height', 720) };
      return put(
        { type: 'video', bytes: media.mp4(digest), contentType: 'video/mp4', extension: 'mp4', members },
        form,
      );
    },
    audio: (duration) =>
      put({ type: 'audio', bytes: media.wav(), contentType: 'audio/wav', extension: 'wav', members: { duration } }),
    model: (format) => {
      const [bytes, contentType] =
        format === 'safetensors'
          ? [media.safeTensors(), 'application/octet-stream']
          : [media.glb(), 'model/gltf-binary'];
      return put({ type: 'model3d', bytes, contentType, extension: format, members: { format } });
    },
    file: (extension, contentType, bytes, form) => put({ type: 'image', bytes, contentType, extension }, form),
  };
}
