import { join } from 'node:path';
import type { JsonObject } from '../../transport/parse-object.js';
import { htmlToText } from '../descriptions/html-to-text.js';
import { civitdlNames } from '../sorters/civitdl-names.js';
import { a1111Metadata } from './a1111-metadata.js';
import { civitaiInfo } from './civitai-info.js';
import { cmInfo } from './cm-info.js';
import { hashesCsv } from './hashes-csv.js';
import { jsonBytes } from './sidecar-file.js';
import { fileOf, modelOf, type SidecarSource } from './sidecar-source.js';
import { withoutSecrets } from './without-secrets.js';

/** A description that can be put beside a model file. */
export type SidecarKind = 'info' | 'a1111' | 'cm' | 'hashes' | 'model' | 'preview';

/** What a plan is made from. */
export interface SidecarPlace {
  readonly source: SidecarSource;
  /** The path of the model file without its extension. */
  readonly stemPath: string;
  readonly fileName: string;
  /** For what does not go by the stem. */
  readonly folder: string;
  readonly now: Date;
}

/** How one description comes about. */
export interface SidecarPlan {
  readonly path: string;
  /** The content; `undefined` when there is nothing to write. */
  readonly content: (existing: JsonObject | undefined) => Uint8Array | undefined;
  /** Whether what is there already shows in the content. */
  readonly merges: boolean;
  /** Whether a file that cannot be merged is left alone, because users write it themselves. */
  readonly keepsWhatIsNoJson: boolean;
}

type Planner = (place: SidecarPlace) => SidecarPlan;

const machineMade = { merges: false, keepsWhatIsNoJson: false } as const;

/** One for each description but the preview, in the order in which they are written. */
export const sidecarPlans: Readonly<Record<Exclude<SidecarKind, 'preview'>, Planner>> = {
  model: ({ source, folder }) => {
    const { id } = modelOf(source);
    const { metadata } = civitdlNames('', { modelId: id, versionId: source.version.id });
    const { model } = source;
    return plan(join(folder, metadata), machineMade, () =>
      model === undefined ? undefined : jsonBytes(withoutSecrets({ ...model }), 2),
    );
  },
  hashes: ({ source, stemPath }) => {
    const hashes = fileOf(source)?.hashes ?? {};
    return plan(`${stemPath}.csv`, machineMade, () =>
      Object.keys(hashes).length === 0 ? undefined : Buffer.from(hashesCsv(hashes)),
    );
  },
  info: ({ source, stemPath }) =>
    plan(`${stemPath}.civitai.info`, machineMade, (existing) => jsonBytes(civitaiInfo(source, existing), 4)),
  cm: ({ source, stemPath, now }) =>
    plan(`${stemPath}.cm-info.json`, machineMade, (existing) => jsonBytes(cmInfo(source, now, existing), 2)),
  a1111: ({ source, stemPath }) =>
    plan(`${stemPath}.json`, { merges: true, keepsWhatIsNoJson: true }, (existing) => {
      const html = source.version.description ?? source.model?.description ?? '';
      return jsonBytes(a1111Metadata(source, htmlToText(html), existing), 4);
    }),
};

function plan(
  path: string,
  rules: Pick<SidecarPlan, 'merges' | 'keepsWhatIsNoJson'>,
  content: SidecarPlan['content'],
): SidecarPlan {
  return { path, ...rules, content };
}
