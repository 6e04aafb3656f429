import type { CallOptions, CivitaiPromise, Open } from '@civitkit/core/client';
import { isJsonObject, type JsonObject, type Parser } from '@civitkit/core/internal';
import { given } from '../../waiting/given.js';
import { textOf } from '../answers/read-fields.js';
import type { ModelsLabCalls } from '../request/modelslab-calls.js';
import { type InlineSource, readInlineSource } from './inline-source.js';
import { sendInline } from './send-inline.js';

/** Where something is uploaded. */
export type UploadFamily = Open<'general' | 'image_editing' | 'voice' | 'video' | '3d'>;

/** How something is uploaded. */
export interface UploadOptions extends CallOptions {
  /** Default: by the media type; `general` for what is neither image, sound, video nor a 3D model. */
  readonly family?: UploadFamily;
  /** The member it is sent as. Default: that of the family. */
  readonly member?: string;
}

/** Something uploaded. */
export interface UploadedFile {
  /** Public, for about a day. */
  readonly url: string;
  readonly id?: string;
  /** The whole answer. */
  readonly raw: Readonly<JsonObject>;
}

/** The same call in five places, under four names. */
const families: Readonly<Record<string, { readonly path: readonly string[]; readonly member: string }>> = {
  general: { path: ['v6', 'base64_to_url'], member: 'base64_string' },
  image_editing: { path: ['v6', 'image_editing', 'base64_to_url'], member: 'init_image' },
  voice: { path: ['v6', 'voice', 'base64_to_url'], member: 'init_audio' },
  video: { path: ['v6', 'video', 'base64_to_url'], member: 'init_obj' },
  '3d': { path: ['v6', '3d', 'base64_to_url'], member: 'init_obj' },
};

const familiesByType: readonly (readonly [RegExp, string])[] = [
  [/^image\//i, 'image_editing'],
  [/^audio\//i, 'voice'],
  [/^video\//i, 'video'],
  [/^model\//i, '3d'],
];

/**
 * Inputs that have no URL yet: `modelsLab.uploads`. The API wants URLs everywhere; this makes one that lives about a day.
 *
 * @example
 * ```ts
 * import { openAsBlob } from 'node:fs';
 * import { createModelsLabClient } from '@civitkit/sdk/modelslab/client';
 *
 * using modelsLab = createModelsLabClient();
 * const { url } = await modelsLab.uploads.base64ToUrl(await openAsBlob('cat.png', { type: 'image/png' }));
 * console.log(url);
 * ```
 */
export class ModelsLabUploads {
  readonly #calls: ModelsLabCalls;

  /** For `ModelsLabClient`. */
  constructor(calls: ModelsLabCalls) {
    this.#calls = calls;
  }

  /**
   * Uploads something and gives its URL. The documents allow 5 MB; the server decides.
   *
   * @throws TypeError for a source that is none
   */
  base64ToUrl(source: InlineSource, options: UploadOptions = {}): CivitaiPromise<UploadedFile> {
    const { family, member, ...callOptions } = options;
    const operation = 'uploads.base64ToUrl';
    const readable = readInlineSource(`modelslab.${operation}`, source);
    const chosen = family ?? familiesByType.find(([type]) => type.test(readable.mediaType ?? ''))?.[1] ?? 'general';
    const place = families[chosen] ?? { path: ['v6', chosen, 'base64_to_url'], member: 'init_obj' };
    return sendInline(this.#calls, readable, parseUpload, callOptions, (data) => ({
      operation,
      path: place.path,
      parameters: { [member ?? place.member]: data },
      // Nothing is billed, and a second copy lives as long as the first.
      repeatable: true,
    }));
  }
}

const parseUpload: Parser<UploadedFile> = (json, context) => {
  if (!isJsonObject(json)) throw context.wrongShape('an object');
  const { output } = json;
  const url = textOf(Array.isArray(output) ? output[0] : output) ?? textOf(json['link']) ?? textOf(json['url']);
  if (url === undefined) throw context.wrongShape('"output", a list with a URL');
  return { url, ...given({ id: textOf(json['id']) }), raw: json };
};
