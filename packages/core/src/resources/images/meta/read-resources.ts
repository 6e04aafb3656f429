import { tryParseAir } from '../../../air/parse-air.js';
import type { AirType } from '../../../air/vocabulary.js';
import type { ImageGenerationResource } from './types.js';
import { idIn, numberIn, objectsIn, type RawMeta, textIn } from './values.js';

/** Other words for an AIR type. */
const types: Readonly<Record<string, AirType>> = {
  model: 'checkpoint',
  embed: 'embedding',
  textualinversion: 'embedding',
  ti: 'embedding',
  hypernetwork: 'hypernet',
  locon: 'lycoris',
  motionmodule: 'motion',
  aestheticgradient: 'ag',
};

/** The models of all three lists, in that order. */
export function readResources(meta: RawMeta): readonly ImageGenerationResource[] {
  return (['resources', 'civitaiResources', 'additionalResources'] as const).flatMap((list) =>
    objectsIn(meta, list).map((entry) => readResource(list, entry)),
  );
}

function readResource(list: ImageGenerationResource['list'], entry: RawMeta): ImageGenerationResource {
  const name = textIn(entry, 'name', 'modelName');
  // Civitai's own nodes for ComfyUI name a model by its AIR
  const air = textIn(entry, 'air') ?? (name !== null && /^urn:air:/i.test(name) ? name : null);
  const parsed = tryParseAir(air);
  const ids = parsed?.source === 'civitai' ? { model: parsed.id, version: parsed.version } : {};
  return {
    list,
    type: readType(textIn(entry, 'type', 'modelType')) ?? parsed?.type ?? null,
    name,
    versionName: textIn(entry, 'versionName', 'modelVersionName'),
    weight: numberIn(entry, 'weight', 'strength'),
    hash: textIn(entry, 'hash', 'modelHash'),
    modelId: idIn(entry, 'modelId') ?? idIn(ids, 'model'),
    modelVersionId: idIn(entry, 'modelVersionId', 'versionId') ?? idIn(ids, 'version'),
    air: parsed === undefined ? null : air,
  };
}

function readType(text: string | null): AirType | null {
  const word = text?.trim().toLowerCase() ?? null;
  return word !== null && Object.hasOwn(types, word) ? (types[word] ?? null) : word;
}
