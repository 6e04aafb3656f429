import type { Catalogue, PlacedVersion } from '../../catalogue/catalogue.js';
import { resourceName } from '../../site/resource-name.js';
import { type Air, parseAir } from './air.js';

/** Something that can be generated with. */
export interface Resource {
  /** In full. */
  readonly air: string;
  readonly type: string;
  readonly source: string;
  readonly sizeBytes: number;
  /** `undefined` for what does not come from the site. */
  readonly placed?: PlacedVersion;
}

/** Every resource the fleet knows. */
export interface ResourceIndex {
  readonly all: readonly Resource[];
  /** The catalogue's are found by model and version alone, others by their whole name. */
  find(air: Air, text: string): Resource | undefined;
}

/** What does not come from the site, so that lists have more than one source. */
const OTHERS: readonly (readonly [air: string, gigabytes: number])[] = [
  ['urn:air:flux1:checkpoint:huggingface:emulated-lab/plain-flow@main', 23],
  ['urn:air:wanvideo:checkpoint:huggingface:emulated-lab/moving-still-14b@v2.2', 28],
  ['urn:air:sdxl:vae:huggingface:emulated-lab/soft-decoder@main', 1],
  ['urn:air:multi:upscaler:orchestrator:emulated-upscaler@4x', 1],
];

function ofVersion(placed: PlacedVersion): Resource {
  const air = resourceName(placed.model, placed.version);
  const file = placed.version.files.find(({ primary }) => primary) ?? placed.version.files[0];
  const type = parseAir(air)?.type ?? 'unknown';
  return { air, type, source: 'civitai', sizeBytes: Math.round((file?.sizeKB ?? 0) * 1024), placed };
}

function ofOther([air, gigabytes]: (typeof OTHERS)[number]): Resource {
  const { type = 'unknown', source = '' } = parseAir(air) ?? {};
  return { air, type, source, sizeBytes: gigabytes * 1024 ** 3 };
}

/** Lists the resources of a catalogue, and a few from elsewhere. */
export function createResourceIndex(catalogue: Catalogue): ResourceIndex {
  const versions = [...catalogue.versionById.values()].map(ofVersion);
  const others = OTHERS.map(ofOther);
  const byVersion = new Map(versions.map((resource) => [String(resource.placed?.version.id), resource]));
  return {
    all: [...versions, ...others],
    find: ({ source, id, version }, text) => {
      if (source !== 'civitai') return others.find(({ air }) => air === text || air === `urn:air:${text}`);
      // A version may name one of its files behind a plus.
      const resource = byVersion.get(version?.split('+')[0] ?? '');
      return String(resource?.placed?.model.id) === id ? resource : undefined;
    },
  };
}
