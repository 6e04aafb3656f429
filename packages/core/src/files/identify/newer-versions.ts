import { type CivitaiError, isCivitaiError } from '../../errors/civitai-error.js';
import type { ModelVersionDetail } from '../../resources/model-versions/types.js';
import type { Model } from '../../resources/models/types.js';
import { runBounded } from '../../resources/run-bounded.js';
import type { FilesClient } from '../client-access.js';
import type { NewerVersion } from './identified-file.js';

/** Models as far as they could be had. */
export interface FetchedModels {
  readonly models: ReadonlyMap<number, Model>;
  /** What went wrong; it is then not known whether there are newer versions. */
  readonly problems: readonly CivitaiError[];
}

/** As many as one page of the list has. */
const chunkSize = 100;
const concurrency = 2;

/** Gets models by their ids, in as few requests as there are; those that the list does not show one by one. */
export async function fetchModels(
  civitai: FilesClient,
  ids: readonly number[],
  signal: AbortSignal | undefined,
): Promise<FetchedModels> {
  const models = new Map<number, Model>();
  const problems: CivitaiError[] = [];
  const options = signal === undefined ? {} : { signal };
  const report = (thrown: unknown): void => {
    signal?.throwIfAborted();
    if (!isCivitaiError(thrown)) throw thrown;
    problems.push(thrown);
  };
  try {
    for (let index = 0; index < ids.length; index += chunkSize) {
      const chunk = ids.slice(index, index + chunkSize);
      const query = civitai.models.where({ ids: chunk, nsfw: true, archived: true });
      for (const model of await query.toArray(options)) models.set(model.id, model);
    }
    const missing = ids.filter((id) => !models.has(id));
    await runBounded({ inputs: missing, concurrency, signal }, async (id, linked) => {
      const outcome = await civitai.models.get(id, { signal: linked }).asResult();
      if (outcome.ok) models.set(id, outcome.value);
      // A model that is gone has no newer versions.
      else if (outcome.error.status !== 404) report(outcome.error);
    });
  } catch (thrown) {
    report(thrown);
  }
  return { models, problems };
}

/** The versions of a model that were published after each of these, the newest first. */
export function newerVersions(
  versions: readonly ModelVersionDetail[],
  model: Model | undefined,
): readonly NewerVersion[] {
  const own = versions.filter(({ modelId }) => modelId === model?.id);
  const baseModels = new Set(own.map(({ baseModel }) => baseModel));
  const ids = new Set(own.map(({ id }) => id));
  const times = own.map((version) => timeOf(version)).filter((time) => Number.isFinite(time));
  // Nothing is newer than what is not known.
  const latest = times.length === 0 ? Number.POSITIVE_INFINITY : Math.max(...times);
  return (model?.modelVersions ?? [])
    .filter((version) => !ids.has(version.id) && timeOf(version) > latest)
    .toSorted((left, right) => timeOf(right) - timeOf(left))
    .map(({ id, name, baseModel, publishedAt }) => {
      return { id, name, baseModel, publishedAt, sameBaseModel: baseModels.has(baseModel) };
    });
}

/** Of a version that is not published, or not known to be, long before all others. */
function timeOf({ publishedAt }: { readonly publishedAt: string | null }): number {
  const time = Date.parse(publishedAt ?? '');
  return Number.isNaN(time) ? Number.NEGATIVE_INFINITY : time;
}
