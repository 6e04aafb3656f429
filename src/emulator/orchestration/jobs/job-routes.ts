import { setTimeout as sleep } from 'node:timers/promises';
import { isJsonObject } from '../../http/body-checks.js';
import type { Query } from '../../http/query-text.js';
import { emptyReply, jsonReply, type Reply } from '../../http/reply.js';
import { problemReply } from '../problem.js';
import { readJson } from '../requests/read-json.js';
import { readQuery } from '../requests/read-query.js';
import { userOf } from '../requests/workflow-route.js';
import type { OrchestrationRequest, OrchestrationRoute } from '../route.js';
import { createErrorMap, invalid } from '../validation/error-map.js';
import { type JobStore, tokenOf } from './job-store.js';
import { type JobTemplate, readJobTemplates } from './job-template.js';
import { hasEnded, type LegacyJob } from './legacy-job.js';
import { type JobViewParts, viewJob } from './view-job.js';

/** What the routes of jobs work on. */
export interface JobRouteParts extends JobViewParts {
  readonly store: JobStore;
  /** The longest an answer is held, and how long `wait=true` holds it. */
  readonly maxWaitMs: number;
  /** A job that is not kept, for prices. */
  readonly price: (userId: number, template: JobTemplate) => LegacyJob;
}

const JOBS = '/v1/consumer/jobs';
/** How often a held answer looks whether its jobs have ended; they may be deleted meanwhile. */
const LOOK_MS = 100;

/** A flag in the query. The old interface never refused one it could not read. */
function flag(query: Query, name: string): boolean | undefined {
  return readQuery(query, createErrorMap()).flag(name);
}

/** `wait` was a boolean once and seconds later; both are read. */
function waitOf(query: Query, maxWaitMs: number): number {
  if (flag(query, 'wait') === true) return maxWaitMs;
  const seconds = Number(query['wait'] ?? 0);
  return Number.isFinite(seconds) ? Math.min(seconds * 1000, maxWaitMs) : 0;
}

/** Waits as the query asks. False when that was not enough. */
async function waitForJobs(
  ids: readonly string[],
  request: OrchestrationRequest,
  parts: JobRouteParts,
): Promise<boolean> {
  const { store, now, maxWaitMs } = parts;
  const until = now() + waitOf(request.query, maxWaitMs);
  for (;;) {
    const jobs = ids.flatMap((id) => store.find(userOf(request), id) ?? []);
    if (jobs.every((job) => hasEnded(job, now()))) return true;
    const left = until - now();
    if (left <= 0 || request.gone.aborted) return false;
    await sleep(Math.min(left, LOOK_MS), undefined, { signal: request.gone }).catch(() => undefined);
  }
}

function viewAll(jobs: readonly LegacyJob[], { query }: OrchestrationRequest, parts: JobRouteParts): unknown {
  return jobs.map((job) => viewJob(job, flag(query, 'detailed') === true, parts));
}

async function submit(request: OrchestrationRequest, parts: JobRouteParts): Promise<Reply> {
  const body = readJson(request);
  if (!body.ok) return body.refusal;
  const templates = readJobTemplates(body.value);
  if ('status' in templates) return templates;
  const userId = userOf(request);
  if (flag(request.query, 'whatif') === true) {
    const jobs = templates.map((template) => parts.price(userId, template));
    return jsonReply(200, { token: tokenOf(jobs), jobs: viewAll(jobs, request, parts) });
  }
  const ids = parts.store.add(userId, templates).map(({ id }) => id);
  const haveEnded = await waitForJobs(ids, request, parts);
  const jobs = ids.flatMap((id) => parts.store.find(userId, id) ?? []);
  const isOverdue = !haveEnded && waitOf(request.query, parts.maxWaitMs) > 0;
  return jsonReply(isOverdue ? 202 : 200, { token: tokenOf(jobs), jobs: viewAll(jobs, request, parts) });
}

/** The jobs of the token in the query, or the refusal of a query without one. */
function jobsOfToken(request: OrchestrationRequest, { store }: JobRouteParts): readonly LegacyJob[] | Reply {
  const { token } = request.query;
  if (typeof token !== 'string' || token === '') return invalid('token', 'Is required.');
  const jobs = store.findAll(userOf(request), token);
  return jobs.length === 0 ? problemReply(404, 'The token is of no jobs.') : jobs;
}

async function getAll(request: OrchestrationRequest, parts: JobRouteParts): Promise<Reply> {
  const jobs = jobsOfToken(request, parts);
  if ('status' in jobs) return jobs;
  const haveEnded = await waitForJobs(
    jobs.map(({ id }) => id),
    request,
    parts,
  );
  const isOverdue = !haveEnded && waitOf(request.query, parts.maxWaitMs) > 0;
  const later = jobs.flatMap(({ id }) => parts.store.find(userOf(request), id) ?? []);
  return jsonReply(isOverdue ? 202 : 200, { token: tokenOf(later), jobs: viewAll(later, request, parts) });
}

function queryAll(request: OrchestrationRequest, parts: JobRouteParts): Reply {
  const body = readJson(request);
  if (!body.ok) return body.refusal;
  const properties = isJsonObject(body.value) ? body.value['properties'] : undefined;
  if (!isJsonObject(properties) || Object.keys(properties).length === 0) {
    return invalid('properties', 'At least one property is required.');
  }
  const jobs = parts.store.query(userOf(request), properties);
  return jsonReply(200, { cursor: null, jobs: viewAll(jobs, request, parts) });
}

/** `force` is on unless the query says otherwise. */
function isForced(query: Query): boolean {
  return flag(query, 'force') ?? true;
}

/** An operation on the job in the path. */
function onJob(
  method: OrchestrationRoute['method'],
  parts: JobRouteParts,
  act: (job: LegacyJob, request: OrchestrationRequest) => Reply,
): OrchestrationRoute {
  return {
    method,
    path: `${JOBS}/:jobId`,
    handle: (request) => {
      const id = request.parameters['jobId'] ?? '';
      const job = parts.store.find(userOf(request), id);
      return job === undefined ? problemReply(404, `There is no job ${id}.`) : act(job, request);
    },
  };
}

/** An operation on the jobs of the token in the query. */
function onToken(
  method: OrchestrationRoute['method'],
  parts: JobRouteParts,
  act: (jobs: readonly LegacyJob[], request: OrchestrationRequest) => Reply,
): OrchestrationRoute {
  return {
    method,
    path: JOBS,
    handle: (request) => {
      const jobs = jobsOfToken(request, parts);
      return 'status' in jobs ? jobs : act(jobs, request);
    },
  };
}

/** Everything below `/v1/consumer/jobs`. The old clients take no other success than 200. */
export function jobRoutes(parts: JobRouteParts): readonly OrchestrationRoute[] {
  const { store } = parts;
  return [
    { method: 'POST', path: JOBS, handle: (request) => submit(request, parts) },
    { method: 'GET', path: JOBS, handle: (request) => getAll(request, parts) },
    { method: 'POST', path: `${JOBS}/query`, handle: (request) => queryAll(request, parts) },
    // What was wrong with a result is for those who run the workers; nothing of it shows here.
    onToken('PUT', parts, (jobs) => jsonReply(200, { jobs: jobs.length })),
    onJob('PUT', parts, () => emptyReply(200)),
    onToken('DELETE', parts, (jobs, { query }) => {
      for (const job of jobs) store.remove(job, isForced(query));
      return emptyReply(200);
    }),
    onJob('DELETE', parts, (job, { query }) => {
      store.remove(job, isForced(query));
      return emptyReply(200);
    }),
    onJob('GET', parts, (job, { query }) => jsonReply(200, viewJob(job, flag(query, 'detailed') === true, parts))),
  ];
}
