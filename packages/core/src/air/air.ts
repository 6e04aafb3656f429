import type { AirEcosystem, AirSource, AirType } from './vocabulary.js';

/**
 * An AI Resource Identifier in its parts: `urn:air:{ecosystem}:{type}:{source}:{id}@{version}+{fileId}.{format}`.
 *
 * A part that the text does not have is absent. Ecosystem, type and source are words in lower case. The other parts are
 * names in their source's own spelling, so they stay texts, and their case counts.
 */
export interface Air {
  /** Family of models, such as `sdxl`. */
  readonly ecosystem?: AirEcosystem;
  /** What it is, such as `lora`. */
  readonly type?: AirType;
  /** Where it lies, such as `civitai`. */
  readonly source: AirSource;
  /** Its name there. For `civitai` the id of the model, for `huggingface` the repository, for `orchestrator` the job. */
  readonly id: string;
  /** For `civitai` the id of the model version; elsewhere a branch, a path, a tag or a digest (`sha256:…`). */
  readonly version?: string;
  /** What follows a colon after a version of digits: the part of a model that early AIRs could name. */
  readonly layer?: string;
  /** One file of the version; for `civitai` the file's id. */
  readonly fileId?: string;
  /** Format or extension of the file, such as `safetensor`. */
  readonly format?: string;
}

/** Parts of an AIR to be written: ids may be numbers, words may have any case. */
export interface AirParts {
  readonly ecosystem?: AirEcosystem | undefined;
  readonly type?: AirType | undefined;
  readonly source: AirSource;
  readonly id: string | number;
  readonly version?: string | number | undefined;
  readonly layer?: string | undefined;
  readonly fileId?: string | number | undefined;
  readonly format?: string | undefined;
}
