import type { ModelVersionDetail } from '../../resources/model-versions/types.js';
import type { Model, ModelFile, ModelVersion } from '../../resources/models/types.js';
import type { SorterNames } from './name-rules.js';

/** What a sorter decides by. */
export interface SorterInput {
  readonly model: Model;
  readonly version: ModelVersion | ModelVersionDetail;
  /** The file that is going to be saved; absent when only pictures and descriptions are wanted. */
  readonly file?: ModelFile | undefined;
  /** The name that the file is going to have, already safe; empty without a file. */
  readonly fileName: string;
  /** The folder below which everything has to be, absolute. */
  readonly root: string;
  /** Helpers that make names of folders out of names of models. */
  readonly names: SorterNames;
}

/**
 * The folders that a sorter chooses, each relative to the root, or absolute and below it, with `/` or the system's
 * separator. Every part is made safe as `safeFolderName` does.
 */
export interface SorterFolders {
  /** For the model file and its hashes. */
  readonly model: string;
  /** For descriptions. Default: that of the model. */
  readonly metadata?: string | undefined;
  /** For pictures. Default: that of descriptions. */
  readonly images?: string | undefined;
  /** For the generation data of pictures. Default: that of the pictures. */
  readonly prompts?: string | undefined;
}

/**
 * Chooses folders for a version of a model. It must give the same folders for the same model whenever it is asked, or
 * the same model is downloaded anew.
 *
 * @example
 * ```ts
 * import type { Sorter } from '@civitkit/core/files';
 *
 * export const sortModel: Sorter = ({ model, version, names }) => ({
 *   model: `${version.baseModel}/${names.rule1(model.name)}`,
 * });
 * ```
 */
export type Sorter = (input: SorterInput) => SorterFolders | Promise<SorterFolders>;
