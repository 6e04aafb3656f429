import { isJsonObject } from '../../../transport/parse-object.js';
import { readEmbeddedObject } from './embedded-json.js';
import { readResources } from './read-resources.js';
import type {
  ComfyGraphs,
  ExternalGeneration,
  ImageGeneration,
  ImageGenerationModel,
  ImageGenerationSize,
} from './types.js';
import { unwrapMeta } from './unwrap-meta.js';
import { idIn, numberIn, objectIn, ownValue, type RawMeta, seedIn, textIn } from './values.js';

/**
 * Reads an image's `meta`, which every program writes in its own way: numbers as texts, `Clip skip` or `clipSkip`, a
 * model's name or an object with it, ComfyUI's graphs as JSON in a text.
 *
 * It reads what is asked for and no more, changes nothing and throws for nothing, so it can be called for images as
 * they are shown. `meta` stays beside it with all that has no place here.
 *
 * @returns `null` when there is nothing to read: the image has no parameters, they are hidden, or `withMeta` was not
 *   given
 *
 * @example
 * ```ts
 * import { createCivitaiClient, readGeneration } from '@civitkit/core/client';
 *
 * for await (const image of createCivitaiClient().images.where({ withMeta: true }).take(20)) {
 *   const generation = readGeneration(image.meta);
 *   console.log(generation?.prompt, generation?.seed, generation?.resources.map(({ name }) => name));
 * }
 * ```
 */
export function readGeneration(meta: unknown): ImageGeneration | null {
  const raw = unwrapMeta(meta);
  if (!isJsonObject(raw)) return null;
  const hashes = readHashes(raw);
  let comfy: ComfyGraphs | null | undefined;
  return {
    prompt: textIn(raw, 'prompt'),
    negativePrompt: textIn(raw, 'negativePrompt', 'Negative prompt', 'negative_prompt'),
    steps: numberIn(raw, 'steps', 'Steps'),
    cfgScale: numberIn(raw, 'cfgScale', 'CFG scale', 'cfg_scale'),
    sampler: textIn(raw, 'sampler', 'Sampler', 'sampler_name'),
    scheduler: textIn(raw, 'scheduler', 'Scheduler', 'Schedule type'),
    seed: seedIn(raw, 'seed', 'Seed'),
    clipSkip: numberIn(raw, 'clipSkip', 'Clip skip', 'clip_skip'),
    denoisingStrength: numberIn(raw, 'denoisingStrength', 'Denoising strength', 'denoise'),
    size: readSize(raw),
    model: readModel(raw, hashes),
    vae: readName(raw, 'VAE') ?? readName(raw, 'vae'),
    resources: readResources(raw),
    hashes,
    workflow: textIn(raw, 'workflow'),
    engine: textIn(raw, 'engine'),
    process: textIn(raw, 'process'),
    version: textIn(raw, 'Version', 'version'),
    get comfy(): ComfyGraphs | null {
      if (comfy === undefined) comfy = readComfy(raw);
      return comfy;
    },
    external: readExternal(raw),
    remixOfId: idIn(readEmbeddedObject(ownValue(raw, 'extra')) ?? {}, 'remixOfId'),
  };
}

function readHashes(raw: RawMeta): Readonly<Record<string, string>> {
  const hashes = readEmbeddedObject(ownValue(raw, 'hashes') ?? ownValue(raw, 'Hashes')) ?? {};
  return Object.fromEntries(
    Object.entries(hashes).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
    ),
  );
}

/** `Size: "832x1216"`, else `width` and `height`. */
function readSize(raw: RawMeta): ImageGenerationSize | null {
  const [, first, second] = /^\s*(\d{1,6})\s*[x×*]\s*(\d{1,6})\s*$/i.exec(textIn(raw, 'Size', 'size') ?? '') ?? [];
  const width = idIn({ width: first }, 'width') ?? idIn(raw, 'width');
  const height = idIn({ height: second }, 'height') ?? idIn(raw, 'height');
  return width === null || height === null ? null : { width, height };
}

function readModel(raw: RawMeta, hashes: Readonly<Record<string, string>>): ImageGenerationModel | null {
  const inner = objectIn(raw, 'Model') ?? objectIn(raw, 'model') ?? {};
  const name = readName(raw, 'Model') ?? readName(raw, 'model');
  const hash = textIn(raw, 'Model hash', 'modelHash') ?? textIn(inner, 'hash', 'modelHash') ?? textIn(hashes, 'model');
  return name === null && hash === null ? null : { name, hash };
}

/** A name as a text, or as a member of an object. */
function readName(raw: RawMeta, key: string): string | null {
  return textIn(raw, key) ?? textIn(objectIn(raw, key) ?? {}, 'name', 'modelName', 'model_name', 'title');
}

function readComfy(raw: RawMeta): ComfyGraphs | null {
  const comfy = readEmbeddedObject(ownValue(raw, 'comfy')) ?? {};
  // files straight from ComfyUI have the graphs at the top; there, a text means something else
  const prompt = readEmbeddedObject(ownValue(comfy, 'prompt')) ?? objectIn(raw, 'prompt');
  const workflow = readEmbeddedObject(ownValue(comfy, 'workflow')) ?? objectIn(raw, 'workflow');
  return prompt === null && workflow === null ? null : { prompt, workflow };
}

function readExternal(raw: RawMeta): ExternalGeneration | null {
  const external = objectIn(raw, 'external');
  if (external === null) return null;
  const source = objectIn(external, 'source') ?? {};
  return {
    sourceName: textIn(source, 'name'),
    sourceUrl: textIn(source, 'homepage'),
    createUrl: textIn(external, 'createUrl'),
    referenceUrl: textIn(external, 'referenceUrl'),
    details: objectIn(external, 'details') ?? {},
  };
}
