import { jsonReply, type Reply } from '../../http/reply.js';
import { readQuery } from '../requests/read-query.js';
import { userOf } from '../requests/workflow-route.js';
import type { OrchestrationRequest, OrchestrationRoute } from '../route.js';
import { createErrorMap, type ErrorMap } from '../validation/error-map.js';
import { viewWorkflow } from './view-workflow.js';
import type { WorkflowRecord } from './workflow-record.js';
import type { Workshop } from './workshop.js';
import { zipWorkflows } from './zip-workflows.js';

const USUAL_TAKE = 100;
const MOST_TAKEN = 1000;

/** What a query asks for. */
interface WorkflowQuery {
  readonly take: number;
  /** The moment of the last workflow of the page before. */
  readonly after?: number;
  readonly ascending: boolean;
  readonly hideMatureContent: boolean;
  readonly matches: (workflow: WorkflowRecord) => boolean;
}

/** A cursor names the workflow it comes behind, so that new ones do not move the pages. */
function writeCursor(createdAt: number): string {
  return Buffer.from(`after:${createdAt}`).toString('base64url');
}

function readCursor(text: string, errors: ErrorMap): number {
  const [, digits] = /^after:(\d+)$/.exec(Buffer.from(text, 'base64url').toString('utf8')) ?? [];
  if (digits === undefined) errors.add('cursor', `The value '${text}' is not valid.`);
  return Number(digits);
}

const FAILED: ReadonlySet<string> = new Set(['failed', 'expired', 'canceled']);

function readWorkflowQuery(request: OrchestrationRequest, { release }: Workshop, errors: ErrorMap): WorkflowQuery {
  const query = readQuery(request.query, errors);
  const tags = query.texts('tags');
  const excluded = release === 'november' ? query.texts('excludeTags') : [];
  const [fromDate, toDate] = [query.date('fromDate') ?? 0, query.date('toDate') ?? Number.POSITIVE_INFINITY];
  const excludeFailed = query.flag('excludeFailed') ?? false;
  const words = (query.text('query') ?? '').toLowerCase();
  const cursor = query.text('cursor');
  return {
    take: query.whole('take', 1, MOST_TAKEN) ?? USUAL_TAKE,
    ...(cursor === undefined ? {} : { after: readCursor(cursor, errors) }),
    ascending: query.flag('ascending') ?? false,
    hideMatureContent: query.flag('hideMatureContent') ?? true,
    matches: (workflow) =>
      tags.every((tag) => workflow.tags.includes(tag)) &&
      !excluded.some((tag) => workflow.tags.includes(tag)) &&
      workflow.createdAt >= fromDate &&
      workflow.createdAt <= toDate &&
      !(excludeFailed && FAILED.has(workflow.status)) &&
      (words === '' || JSON.stringify(workflow.metadata).toLowerCase().includes(words)),
  };
}

function list(request: OrchestrationRequest, workshop: Workshop): Reply {
  const errors = createErrorMap();
  const { take, after, ascending, hideMatureContent, matches } = readWorkflowQuery(request, workshop, errors);
  if (!errors.isEmpty) return errors.reply();
  // Ephemeral workflows are not kept, and so not listed.
  const kept = workshop.store.ofUser(userOf(request)).filter(({ settings }) => settings.ephemeral !== true);
  const ordered = ascending ? kept : kept.toReversed();
  const behind = ordered.filter(
    ({ createdAt }) => after === undefined || (ascending ? createdAt > after : createdAt < after),
  );
  const found = behind.filter(matches);
  const page = found.slice(0, take);
  const last = page.at(-1);
  const items = page.map((workflow) => viewWorkflow(workflow, workshop.blobs, { hideMatureContent }));
  if (/application\/zip/i.test(request.headers.accept ?? ''))
    return zipWorkflows(page, items, hideMatureContent, workshop);
  const next = found.length > take && last !== undefined ? writeCursor(last.createdAt) : null;
  return jsonReply(200, { next, items });
}

/** `GET /v2/consumer/workflows`. */
export function createQueryRoute(workshop: Workshop): OrchestrationRoute {
  return { method: 'GET', path: '/v2/consumer/workflows', handle: (request) => list(request, workshop) };
}
