import { mediaTypeOf } from '../assets/media.js';
import { type Failure, failure } from '../failures/failure.js';
import type { Members, ModelsLabRoute } from '../route.js';
import { simpleRoute } from '../simple-route.js';
import type { ModelsLabWorkshop } from '../workshop.js';

/** The same job under five paths, with the data under four names. */
const UPLOADS: readonly (readonly [path: string, field: string, firstId: number])[] = [
  ['/v6/base64_to_url', 'base64_string', 90_010],
  ['/v6/image_editing/base64_to_url', 'init_image', 63_120_013],
  ['/v6/voice/base64_to_url', 'init_audio', 41_230_023],
  ['/v6/video/base64_to_url', 'init_obj', 155_919_001],
  ['/v6/3d/base64_to_url', 'init_obj', 12_202_890],
];

const MOST_BYTES = 5 * 1024 * 1024;
const DATA_URI = /^data:([\w.+-]+\/[\w.+-]+);base64,(.*)$/s;
/** Endings of media types whose second half is none. */
const ENDINGS: Readonly<Record<string, string>> = {
  jpeg: 'jpg',
  mpeg: 'mp3',
  'svg+xml': 'svg',
  plain: 'txt',
  'gltf-binary': 'glb',
  'x-wav': 'wav',
};

/** Data that came as base64. */
interface Uploaded {
  readonly bytes: Buffer;
  readonly ending: string;
  readonly mediaType: string;
}

/** Reads a data URI. */
function readDataUri(value: unknown): Uploaded | undefined {
  const [, mediaType, data] = DATA_URI.exec(typeof value === 'string' ? value : '') ?? [];
  if (mediaType === undefined || data === undefined) return undefined;
  const [, subtype = ''] = mediaType.split('/');
  return { bytes: Buffer.from(data, 'base64'), ending: ENDINGS[subtype] ?? subtype, mediaType };
}

function refusalOf(path: string, field: string, uploaded: Uploaded | undefined): Failure | undefined {
  if (uploaded === undefined) return failure(400, { [field]: [`The ${field} must be a valid base64 data uri.`] });
  // As the pattern in its document has it.
  if (path.startsWith('/v6/3d') && uploaded.mediaType === 'model/gltf-binary') {
    return failure(400, { [field]: [`The ${field} format is invalid.`] });
  }
  return uploaded.bytes.length > MOST_BYTES
    ? failure(400, { [field]: [`The ${field} may not be greater than 5 MB.`] })
    : undefined;
}

/** Turns data into addresses, for the operations that want one. */
export function createUploadRoutes({ assets }: ModelsLabWorkshop): readonly ModelsLabRoute[] {
  return UPLOADS.map(([path, field, firstId]) => {
    let count = 0;
    const answer = ({ body }: { readonly body: Members }): unknown => {
      const uploaded = readDataUri(body[field]);
      const refusal = refusalOf(path, field, uploaded);
      if (refusal !== undefined || uploaded === undefined) return refusal;
      const id = firstId + count;
      count += 1;
      const name = `upload-${id}.${uploaded.ending}`;
      assets.add(name, uploaded.bytes, uploaded.mediaType);
      return { status: 'success', id, output: [assets.urlOf(name)] };
    };
    return simpleRoute('POST', path, { required: [field], answer });
  });
}

/** Cuts a picture, or leaves it as it is: all the same here. */
export function createCropRoute({ assets }: ModelsLabWorkshop): ModelsLabRoute {
  let count = 0;
  return simpleRoute('POST', '/v3/base64_crop', {
    required: ['image', 'crop'],
    answer: ({ body }) => {
      const uploaded = readDataUri(body['image']);
      if (uploaded === undefined) return failure(400, { image: ['The image must be a valid base64 data uri.'] });
      count += 1;
      const name = `crop-${2_789_657 + count}.${uploaded.ending}`;
      assets.add(name, uploaded.bytes, mediaTypeOf(uploaded.ending));
      return { status: 'success', messege: 'image uploaded', link: assets.urlOf(name), request_id: 2397 + count };
    },
  });
}
