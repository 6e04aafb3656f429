import type { ModelVersionDetail } from '../../resources/model-versions/types.js';
import type { Model, ModelFile, ModelVersion } from '../../resources/models/types.js';
import type { ModelType } from '../../resources/vocabulary.js';
import type { NoticeCode } from '../transfer/transfer-event.js';
import type { Source } from './source.js';

/** The model a file belongs to, in short. */
export interface ModelOfFile {
  readonly id: number;
  readonly name: string;
  readonly type: ModelType;
}

/** Something worth knowing before the download. */
export interface PlanNotice {
  readonly code: NoticeCode;
  readonly message: string;
}

/** One file that could be downloaded, and all that is known of it without asking for it. */
export interface PlannedFile {
  readonly model: ModelOfFile;
  /** The whole model; absent when the source led to the version alone, and {@link PlanOptions.withModel} is off. */
  readonly fullModel?: Model;
  readonly version: ModelVersion | ModelVersionDetail;
  readonly file: ModelFile;
  /** A name for it that every system takes. */
  readonly name: string;
  /** As far as the site knows; it may be off by a kilobyte. `undefined` when it says none. */
  readonly sizeBytes?: number;
  /** Where it was asked for. */
  readonly source?: Source;
  /** What will be said before the download. */
  readonly notices: readonly PlanNotice[];
}

/** The files of one or more sources, each once. */
export interface DownloadPlan {
  readonly files: readonly PlannedFile[];
  /** Sources that could not be resolved. */
  readonly failures: readonly PlanFailure[];
}

/** A source that led to no file. */
export interface PlanFailure {
  readonly source: Source;
  readonly error: unknown;
}
