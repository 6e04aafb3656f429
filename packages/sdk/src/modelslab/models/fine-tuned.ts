import type { CallOptions, CivitaiPromise } from '@civitkit/core/client';
import { parseObject } from '@civitkit/core/internal';
import { textOf } from '../answers/read-fields.js';
import type { ModelsLabCalls } from '../request/modelslab-calls.js';

/** Ids of the models that an account has trained. */
export function listFineTuned(
  calls: ModelsLabCalls,
  operation: string,
  options?: CallOptions,
): CivitaiPromise<readonly string[]> {
  return calls.send(
    { operation, path: ['v3', 'finetune_list'], repeatable: true },
    (json, context) => {
      const { data } = parseObject(json, 'data', context);
      // Without any it is an empty text.
      if (textOf(data) === undefined && !Array.isArray(data)) return [];
      const ids = (Array.isArray(data) ? data : [data]).map((one: unknown) => textOf(idOf(one)));
      if (!ids.every((one) => one !== undefined)) throw context.wrongShape('"data", a list of ids');
      return ids;
    },
    options,
  );
}

/** An id by itself, or a model with one. */
function idOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const { model_id: modelId, training_id: trainingId, id } = value as Record<string, unknown>;
  return modelId ?? trainingId ?? id;
}
