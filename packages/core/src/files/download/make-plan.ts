import type { ClientPipeline } from '../../transport/pipeline-access.js';
import type { FilesClient } from '../client-access.js';
import type { PlanOptions } from './download-options.js';
import type { Downloadable } from './downloadable.js';
import { parseSources } from './parse-sources.js';
import type { DownloadPlan, PlanFailure, PlannedFile } from './planned-file.js';
import { resolveSource } from './resolve-source.js';
import type { Source } from './source.js';

/** Looked up at a time. */
const atOnce = 4;

type Item = string | Source | PlannedFile;

/** Turns whatever can be downloaded into files, each once, in the order in which they were asked for. */
export async function makePlan(
  what: Downloadable,
  options: PlanOptions,
  client: FilesClient,
  { baseUrl, pipeline }: ClientPipeline,
): Promise<DownloadPlan> {
  if (isPlan(what)) return what;
  const items = await readItems(isList(what) ? what : [what], baseUrl);
  const call = options.signal === undefined ? {} : { signal: options.signal };
  const found: (readonly PlannedFile[] | PlanFailure)[] = [];
  const queue = [...items.entries()];
  const resolve = async (): Promise<void> => {
    for (let entry = queue.shift(); entry !== undefined; entry = queue.shift()) {
      const [index, item] = entry;
      if (isPlanned(item)) {
        found[index] = [item];
        continue;
      }
      try {
        const { choice = {}, withModel = false } = options;
        found[index] = await resolveSource(item, { client, choice, withModel, call, now: pipeline.clock.now() });
      } catch (error) {
        options.signal?.throwIfAborted();
        found[index] = { source: item, error };
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, resolve));
  const files = found.flatMap((one) => (isFailure(one) ? [] : one));
  return { files: distinct(files), failures: found.filter(isFailure) };
}

async function readItems(items: readonly Item[], baseUrl: string): Promise<readonly (Source | PlannedFile)[]> {
  const texts = items.filter((item) => typeof item === 'string');
  if (texts.length === 0) return items as readonly (Source | PlannedFile)[];
  // All texts together, so that whatever is wrong with them is said at once.
  const sources = await parseSources(texts, { baseUrl });
  return [...items.filter((item) => typeof item !== 'string'), ...sources];
}

function distinct(files: readonly PlannedFile[]): readonly PlannedFile[] {
  return [...new Map(files.map((file) => [`${file.version.id}:${file.file.id}`, file])).values()];
}

function isPlan(what: Downloadable): what is DownloadPlan {
  return typeof what === 'object' && 'files' in what && 'failures' in what;
}

function isList(what: Exclude<Downloadable, DownloadPlan>): what is readonly Item[] {
  return Array.isArray(what);
}

function isPlanned(item: Source | PlannedFile): item is PlannedFile {
  return 'version' in item && 'file' in item;
}

function isFailure(one: readonly PlannedFile[] | PlanFailure): one is PlanFailure {
  return 'error' in one;
}
