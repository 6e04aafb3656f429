import { type Answer, CivitaiPromise, InvalidResponseError } from '@civitkit/core/client';
import { type OpenOptions, type Pipeline, type StreamedAnswer, writeFilter } from '@civitkit/core/internal';
import { mapGenerationError } from '../errors/map-generation-error.js';
import { queryOf } from '../request/query-of.js';
import { type WorkflowsFilter, workflowParameters } from './workflows-list.js';

/** How a list of workflows is fetched as a zip file. */
export interface ArchiveOptions extends OpenOptions {
  /** How many workflows it covers. Default: 100. */
  readonly limit?: number;
  /** Where to start: the `nextCursor` of a page. */
  readonly cursor?: string;
}

/** Opens the list of workflows as a zip file. */
export function openArchive(
  pipeline: Pipeline,
  filter: WorkflowsFilter,
  { cursor, limit, ...options }: ArchiveOptions,
): CivitaiPromise<StreamedAnswer> {
  const operation = 'workflows.archive';
  if (limit !== undefined && !(Number.isSafeInteger(limit) && limit >= 1)) {
    throw new RangeError(`${operation}: limit must be a whole number from 1, got ${limit}`);
  }
  const opened = pipeline.open(
    {
      operation,
      method: 'GET',
      path: ['consumer', 'workflows'],
      query: [...queryOf({ take: limit, cursor }), ...writeFilter(operation, filter, workflowParameters)],
      headers: { accept: 'application/zip' },
      mapError: mapGenerationError,
    },
    options,
  );
  return new CivitaiPromise(opened.withResponse().then(refuseOther));
}

/** A server that knows nothing of zip files answers with the list itself, which nobody should find in such a file. */
function refuseOther(answer: Answer<StreamedAnswer>): Answer<StreamedAnswer> {
  const { attempts, headers, requestId, status } = answer.response;
  const type = headers['content-type'] ?? '';
  if (!/json|html|text/.test(type)) return answer;
  answer.data.cancel();
  throw new InvalidResponseError(
    `workflows.archive: the server answered with "${type}" instead of a zip file. Use workflows.where() for the list itself.`,
    { code: 'unexpected_content_type', attempts, requestId, status },
  );
}
