import { type CallOptions, CivitaiPromise, type Clock } from '@civitkit/core/client';
import { percentEncode, sendChunked } from '@civitkit/core/internal';
import type { ClientInternals } from '../client-internals.js';
import { checkTextId } from '../request/check-text-id.js';
import type { LegacyJob } from './job-request.js';
import type { LegacyConsumption, LegacyCoverage, LegacyJobStatus, LegacyJobs, LegacyJobsPage } from './job-status.js';
import { LegacyCalls } from './legacy-calls.js';
import { parseConsumption, parseCoverage, parseJob, parseJobs, parseJobsPage, parseTainted } from './parse-jobs.js';
import { type LegacyWaitOptions, waitForJobs } from './wait-for-jobs.js';

/** How jobs are looked up. */
export interface LegacyJobOptions extends CallOptions {
  /** With the job as it was submitted, in `job`. Default: false. */
  readonly detailed?: boolean;
}

/** How jobs are submitted, or looked up by token. */
export interface LegacyJobsOptions extends LegacyJobOptions {
  /** The server may hold its answer until the jobs have ended, or its patience is over. Default: false. */
  readonly wait?: boolean;
}

/** Jobs by the token of their submission, or one by its id. */
export type LegacyJobTarget = { readonly token: string } | { readonly jobId: string };

/** What is wrong with results. */
export interface LegacyTaint {
  readonly reason?: string;
  readonly context?: Readonly<Record<string, unknown>>;
}

/** Keeps the URL at a length that every proxy passes. */
const maxAirs = 50;

/**
 * Jobs of the **legacy v1 API**, which the generation API still answers and no longer describes. New programs use
 * `generation.workflows`: they have prices, idempotency keys, progress, webhooks and every model; v1 has none of these.
 *
 * Made by `createLegacyJobsClient(generation)`.
 */
export class LegacyJobsClient {
  readonly #calls: LegacyCalls;
  readonly #clock: Clock;

  /** For `createLegacyJobsClient`. */
  constructor(internals: ClientInternals) {
    this.#calls = new LegacyCalls(internals);
    this.#clock = internals.clock;
  }

  /**
   * Submits one job, which costs Buzz. It has no idempotency key: after an ambiguous failure it is never sent again by
   * itself, and whether it was accepted shows only if it has `properties` to be found by ({@link LegacyJobsClient.query}).
   *
   * @example
   * ```ts
   * import { createOrchestrationClient } from '@civitkit/sdk/client';
   * import { createLegacyJobsClient, legacyJobState } from '@civitkit/sdk/jobs';
   *
   * const jobs = createLegacyJobsClient(createOrchestrationClient());
   * const { token } = await jobs.submit({
   *   $type: 'textToImage',
   *   model: 'urn:air:sdxl:checkpoint:civitai:101055@128078',
   *   params: { prompt: 'a cat', scheduler: 'EulerA', steps: 20, cfgScale: 7, width: 1024, height: 1024, seed: -1 },
   *   properties: { order: '4711' },
   * });
   * const ended = await jobs.wait(token ?? '');
   * console.log(ended.jobs.map(legacyJobState));
   * ```
   */
  submit(job: LegacyJob, options: LegacyJobsOptions = {}): CivitaiPromise<LegacyJobs> {
    return this.#submit('jobs.submit', job, options);
  }

  /** Submits several jobs under one token; otherwise as {@link LegacyJobsClient.submit}. */
  submitBatch(jobs: readonly LegacyJob[], options: LegacyJobsOptions = {}): CivitaiPromise<LegacyJobs> {
    checkList('jobs.submitBatch', 'jobs', jobs);
    return this.#submit('jobs.submitBatch', { jobs }, options);
  }

  /** All jobs of a submission. */
  getByToken(token: string, options: LegacyJobsOptions = {}): CivitaiPromise<LegacyJobs> {
    const { detailed, wait, ...callOptions } = options;
    const query = { token, wait, detailed };
    return this.#calls.send(
      { operation: 'jobs.getByToken', method: 'GET', path: 'jobs', query, ids: { token } },
      parseJobs,
      callOptions,
    );
  }

  /** One job. */
  get(jobId: string, options: LegacyJobOptions = {}): CivitaiPromise<LegacyJobStatus> {
    const { detailed, ...callOptions } = options;
    const request = { operation: 'jobs.get', method: 'GET', query: { detailed }, ids: { jobId } } as const;
    return this.#calls.send({ ...request, path: pathOf(jobId) }, parseJob, callOptions);
  }

  /** Jobs that have all these properties, a page at a time. */
  query(
    properties: Readonly<Record<string, unknown>>,
    options: LegacyJobOptions & { readonly cursor?: string } = {},
  ): CivitaiPromise<LegacyJobsPage> {
    const { cursor, detailed, ...callOptions } = options;
    const body = { properties, ...(cursor === undefined ? {} : { cursor }) };
    // It only reads.
    const request = { operation: 'jobs.query', method: 'POST', path: 'jobs/query', idempotent: true } as const;
    return this.#calls.send({ ...request, query: { detailed }, body }, parseJobsPage, callOptions);
  }

  /**
   * Cancels jobs. That they are gone already is no failure when the request had to be sent twice.
   *
   * @param options - `force`: also what a worker has begun. Default: true, as in the official clients.
   */
  cancel(target: LegacyJobTarget, options: CallOptions & { readonly force?: boolean } = {}): CivitaiPromise<void> {
    const { force = true, ...callOptions } = options;
    const operation = 'jobs.cancel';
    if ('token' in target) {
      const { token } = target;
      return this.#calls.delete({ operation, path: 'jobs', query: { token, force }, ids: { token } }, callOptions);
    }
    const { jobId } = target;
    return this.#calls.delete({ operation, path: pathOf(jobId), query: { force }, ids: { jobId } }, callOptions);
  }

  /** Reports that a job's results are no good. */
  taint(jobId: string, taint: LegacyTaint = {}, options?: CallOptions): CivitaiPromise<void> {
    const request = { operation: 'jobs.taint', method: 'PUT', answer: 'nothing', idempotent: true } as const;
    return this.#calls.send({ ...request, path: pathOf(jobId), body: taint, ids: { jobId } }, () => undefined, options);
  }

  /** Reports that the results of a submission's jobs are no good, or of all with these properties. Gives their number. */
  taintAll(
    target: { readonly token: string } | { readonly properties: Readonly<Record<string, unknown>> },
    taint: LegacyTaint = {},
    options?: CallOptions,
  ): CivitaiPromise<number> {
    const request = { operation: 'jobs.taintAll', method: 'PUT', path: 'jobs', idempotent: true } as const;
    if (!('token' in target))
      return this.#calls.send({ ...request, body: { ...taint, ...target } }, parseTainted, options);
    const { token } = target;
    return this.#calls.send({ ...request, query: { token }, body: taint, ids: { token } }, parseTainted, options);
  }

  /**
   * Which models workers have, by the AIRs as they were asked. As many requests are sent as are needed, 50 AIRs each and
   * two at a time.
   */
  coverage(airs: readonly string[], options: CallOptions = {}): CivitaiPromise<ReadonlyMap<string, LegacyCoverage>> {
    const operation = 'jobs.coverage';
    checkList(operation, 'airs', airs);
    for (const [index, air] of airs.entries()) {
      const refused = checkTextId(operation, `airs.${index}`, air);
      if (refused !== undefined) return new CivitaiPromise(Promise.reject(refused));
    }
    const send = (
      model: readonly string[],
      callOptions: CallOptions,
    ): CivitaiPromise<ReadonlyMap<string, LegacyCoverage>> =>
      this.#calls.send({ operation, method: 'GET', path: 'coverage', query: { model } }, parseCoverage, callOptions);
    const answers = sendChunked({ operation, inputs: [...new Set(airs)], chunkSize: maxAirs, send }, options);
    return new CivitaiPromise(
      answers.then(({ data, response }) => ({ data: new Map(data.flatMap((known) => [...known])), response })),
    );
  }

  /** What was used in a time; without one, in that of the server's choice. Dates are ISO 8601. */
  consumption(
    period: { readonly startDate?: string | Date; readonly endDate?: string | Date } = {},
    options?: CallOptions,
  ): CivitaiPromise<LegacyConsumption> {
    const query = { startDate: isoOf(period.startDate), endDate: isoOf(period.endDate) };
    return this.#calls.send(
      { operation: 'jobs.consumption', method: 'GET', path: 'consumption', query },
      parseConsumption,
      options,
    );
  }

  /**
   * Waits until all jobs of a submission have ended, however they ended: `legacyJobState` tells.
   *
   * @throws TimeoutError when they have not within `timeoutMs`
   */
  wait(token: string, options: LegacyWaitOptions = {}): Promise<LegacyJobs> {
    return waitForJobs((callOptions) => this.getByToken(token, { ...callOptions, wait: true }), this.#clock, options);
  }

  #submit(operation: string, body: unknown, options: LegacyJobsOptions): CivitaiPromise<LegacyJobs> {
    const { detailed, wait, ...callOptions } = options;
    return this.#calls.send(
      { operation, method: 'POST', path: 'jobs', query: { wait, detailed }, body },
      parseJobs,
      callOptions,
    );
  }
}

function pathOf(jobId: string): string {
  return `jobs/${percentEncode(jobId)}`;
}

function isoOf(date: string | Date | undefined): string | undefined {
  return date instanceof Date ? date.toISOString() : date;
}

function checkList(operation: string, name: string, list: readonly unknown[]): void {
  if (!Array.isArray(list)) throw new TypeError(`${operation}: ${name} must be a list, got ${typeof list}`);
  if (list.length === 0) throw new RangeError(`${operation}: ${name} must not be empty`);
}
