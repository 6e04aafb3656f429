import type { CallOptions } from '../../transport/api-request.js';
import { CivitaiPromise } from '../../transport/civitai-promise.js';
import type { FieldTree } from '../../transport/field-tree.js';
import type { Pipeline } from '../../transport/pipeline.js';
import { checkId } from '../check-id.js';
import { fillIn } from '../normalize.js';
import { objectParser } from '../object-parser.js';
import type { Open } from '../vocabulary.js';

/** What is inside a model file. */
export interface TensorMetadata {
  readonly format: Open<'SafeTensor' | 'GGUF'>;
  readonly tensorCount: number;
  readonly totalTensorBytes: number;
  readonly dtypeCounts: readonly DtypeCount[];
  readonly largestTensor: Tensor | null;
  /** Only of checkpoints. */
  readonly vramEstimate: VramEstimate | null;
  /** Not with `summaryOnly`. */
  readonly tensors?: readonly Tensor[];
}

/** One tensor of a file. */
export interface Tensor {
  readonly name: string;
  readonly shape: readonly number[];
  /** Such as `F16`. */
  readonly dtype: string;
  readonly sizeBytes: number;
}

/** How much of a file has one data type. */
export interface DtypeCount {
  readonly dtype: string;
  readonly count: number;
  readonly bytes: number;
}

/** Graphics memory, in bytes, that the site expects a checkpoint to need. */
export interface VramEstimate {
  readonly estimatedMinimumVramBytes: number;
  readonly recommendedVramBytes: number;
  readonly residentWeightsBytes: number;
  readonly fullyResidentWeightsBytes: number;
  readonly inferenceReserveBytes: number;
  readonly extraReservedBytes: number;
  readonly dynamicVramPageBytes: number;
}

/** How much `getTensorMetadata` brings. */
export interface TensorMetadataOptions extends CallOptions {
  /** Leave out the list of tensors, which may have thousands. Default: false. */
  readonly summaryOnly?: boolean;
}

const tensorFields: FieldTree<Tensor> = { name: true, shape: true, dtype: true, sizeBytes: true };

const fields: FieldTree<TensorMetadata> = {
  format: true,
  tensorCount: true,
  totalTensorBytes: true,
  dtypeCounts: [{ dtype: true, count: true, bytes: true }],
  largestTensor: tensorFields,
  vramEstimate: {
    estimatedMinimumVramBytes: true,
    recommendedVramBytes: true,
    residentWeightsBytes: true,
    fullyResidentWeightsBytes: true,
    inferenceReserveBytes: true,
    extraReservedBytes: true,
    dynamicVramPageBytes: true,
  },
  tensors: [tensorFields],
};

/** Files of model versions: `civitai.modelFiles`. */
export class ModelFilesClient {
  readonly #pipeline: Pipeline;

  constructor(pipeline: Pipeline) {
    this.#pipeline = pipeline;
  }

  /**
   * What is inside a SafeTensors or GGUF file, without downloading it. The route is not documented by the site.
   *
   * @throws NotFoundError when there is no such file (`not_found`) or its model is archived (`gone`); PermissionError
   * without access to it; ValidationError when the file has another format or cannot be read
   */
  getTensorMetadata(fileId: number, options: TensorMetadataOptions = {}): CivitaiPromise<TensorMetadata> {
    const operation = 'modelFiles.getTensorMetadata';
    const { summaryOnly = false, ...callOptions } = options;
    const refused = checkId(operation, fileId, 'fileId');
    if (refused !== undefined) return new CivitaiPromise(Promise.reject(refused));
    return this.#pipeline.send(
      {
        operation,
        method: 'GET',
        path: ['model-files', fileId, 'tensor-metadata'],
        // Caches in between hold bad answers of the route's first version for a year; this leads past them.
        query: [...(summaryOnly ? [['summaryOnly', true] as const] : []), ['v', 2]],
      },
      objectParser<TensorMetadata>({
        marker: 'tensorCount',
        fields,
        normalize: (metadata) => {
          fillIn(metadata, { largestTensor: null, vramEstimate: null });
          metadata['dtypeCounts'] ??= [];
        },
      }),
      callOptions,
    );
  }
}
