import type { CallOptions } from '../../transport/api-request.js';
import type { CivitaiPromise } from '../../transport/civitai-promise.js';
import type { FieldTree } from '../../transport/field-tree.js';
import { parseObject, refuseUnmapped } from '../../transport/parse-object.js';
import type { Pipeline } from '../../transport/pipeline.js';

/** The server's current vocabularies, under its own names. */
export interface Enums {
  readonly ModelType: readonly string[];
  readonly ModelFileType: readonly string[];
  /** Base models that are not hidden. */
  readonly ActiveBaseModel: readonly string[];
  readonly BaseModel: readonly string[];
  readonly BaseModelType: readonly string[];
}

const fields: FieldTree<Enums> = {
  ModelType: true,
  ModelFileType: true,
  ActiveBaseModel: true,
  BaseModel: true,
  BaseModelType: true,
};

/** Vocabularies: `civitai.enums`. */
export class EnumsClient {
  readonly #pipeline: Pipeline;

  constructor(pipeline: Pipeline) {
    this.#pipeline = pipeline;
  }

  /** Every vocabulary at once: the way to find out which base models there are today. */
  get(options?: CallOptions): CivitaiPromise<Enums> {
    return this.#pipeline.send(
      { operation: 'enums.get', method: 'GET', path: ['enums'] },
      (json, context) => {
        const enums = parseObject(json, 'ModelType', context);
        refuseUnmapped(enums, fields, context);
        return enums as unknown as Enums;
      },
      options,
    );
  }
}
