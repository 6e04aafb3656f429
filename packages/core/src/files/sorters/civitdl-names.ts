import { safeFileName } from '../naming/safe-name.js';
import { splitName } from '../naming/shorten.js';

/** The ids that civitdl puts into names. */
export interface CivitdlIds {
  readonly modelId: number;
  readonly versionId: number;
}

/** The names that civitdl gives to the files of a version. */
export interface CivitdlNames {
  /** `<stem>-mid_<model>-vid_<version>.<extension>` */
  readonly model: string;
  /** The same with `.csv`: the hashes. */
  readonly hashes: string;
  /** `model_dict-mid_<model>-vid_<version>.json`: the whole model. */
  readonly metadata: string;
}

/**
 * The names under which civitdl keeps a version, so that both find what the other has saved.
 *
 * @param fileName - as the API or the answer gives it
 */
export function civitdlNames(fileName: string, { modelId, versionId }: CivitdlIds): CivitdlNames {
  const suffix = `-mid_${modelId}-vid_${versionId}`;
  const model = safeFileName(fileName, { suffix });
  return { model, hashes: `${splitName(model).stem}.csv`, metadata: `model_dict${suffix}.json` };
}

/** The name that civitdl gives to a picture: the last part of its address. */
export function civitdlImageName(url: string): string {
  const path = url.split(/[?#]/u, 1)[0] ?? '';
  return safeFileName(path, { fallback: 'image' });
}

/** The ids in the name of a file that civitdl, or civitkit with its names, has saved. */
export function civitdlIdsOf(fileName: string): CivitdlIds | undefined {
  const found = /-mid_(?<model>\d{1,15})-vid_(?<version>\d{1,15})(?:\.[^.]*)?$/u.exec(fileName)?.groups;
  return found === undefined ? undefined : { modelId: Number(found['model']), versionId: Number(found['version']) };
}
