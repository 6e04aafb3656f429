import type { CivitaiError, Clock } from '@civitkit/core/client';
import type { ModelsLabJobError } from '../errors/modelslab-job-error.js';
import { readOutputs } from '../outputs/read-outputs.js';
import type { Envelope } from './envelope.js';
import { type ApiPlace, placeBelow } from './fetch-target.js';
import { type JobFacts, jobWithoutId, jobWithoutOutput } from './job-errors.js';
import type { JobOperation } from './job-operation.js';
import type { ModelsLabProgress } from './job-progress.js';
import { familyOf, formatJobReference, type JobPlace } from './job-reference.js';
import type { ModelsLabResult } from './job-result.js';
import type { Reading } from './polled-task.js';

/** How often success without any output is taken for "not ready". */
const emptyTolerated = 2;
const finished: ReadonlySet<string | undefined> = new Set(['success', 'ok']);

/** What a tracker has to know of its job. */
export interface TrackedJob {
  readonly operation: Pick<JobOperation, 'name' | 'output'>;
  readonly place: JobPlace;
  /** Where jobs of this family are fetched, if the client knows it. */
  readonly known: JobPlace | undefined;
  readonly baseUrl: string;
  readonly clock: Clock;
  /** When it was submitted before. */
  readonly id?: string;
}

/** What is known of one job: answers leave out what earlier ones said. */
export class JobTracker {
  readonly #job: TrackedJob;
  readonly #family: string;
  #id: string;
  /** Where the server said that it is fetched; `undefined` also when that is no place to send a key to. */
  #fetchAt: ApiPlace | undefined;
  #etaAt: number | undefined;
  #latest: Envelope | undefined;
  #first: Envelope | undefined;
  #empty = 0;
  #stage: JobFacts['stage'];
  #refusal: CivitaiError | undefined;

  constructor(job: TrackedJob) {
    this.#job = job;
    this.#family = familyOf(job.operation.name);
    this.#id = job.id ?? '';
    this.#stage = job.id === undefined ? 'queued' : 'accepted';
  }

  get id(): string {
    return this.#id;
  }

  get fetchAt(): ApiPlace | undefined {
    return this.#fetchAt;
  }

  get place(): JobPlace {
    return this.#job.place;
  }

  /** The text by which another process finds it; empty without an id. */
  get reference(): string {
    if (this.#id === '') return '';
    const { known, place } = this.#job;
    return formatJobReference(this.#family, this.#serverPlace() ?? place, known, this.#id);
  }

  get facts(): JobFacts {
    const { id, reference } = this;
    const { operation } = this.#job;
    const { etaSeconds, status } = this.progress();
    return { operation: operation.name, id, reference, status, etaSeconds, stage: this.#stage, refusal: this.#refusal };
  }

  /** It is on its way. */
  sent(): void {
    this.#stage = 'sent';
  }

  /** It was not taken, because of a limit: it waits again. */
  refused(error: CivitaiError): void {
    this.#stage = 'queued';
    this.#refusal = error;
  }

  /** The server's own address is no good. */
  forgetFetchAt(): void {
    this.#fetchAt = undefined;
  }

  /** Takes what an answer says. */
  take(envelope: Envelope): Reading<ModelsLabResult, ModelsLabProgress> {
    this.#stage = 'accepted';
    this.#first ??= envelope;
    this.#latest = envelope;
    const { baseUrl, clock } = this.#job;
    const { etaSeconds, fetchResult } = envelope;
    if (fetchResult !== undefined) this.#fetchAt = placeBelow(baseUrl, fetchResult);
    if (this.#id === '') this.#id = envelope.id ?? idOfUrl(fetchResult) ?? '';
    if (etaSeconds !== undefined) this.#etaAt = clock.now() + etaSeconds * 1000;
    const result = this.#result(envelope);
    const claimed = finished.has(envelope.status);
    if (result !== undefined) return { progress: this.progress(), end: { value: result } };
    if (claimed) this.#empty += 1;
    const progress = { ...this.progress(), ...(claimed ? { status: 'processing' } : {}) };
    if (claimed && (this.#id === '' || this.#empty > emptyTolerated)) {
      return { progress, end: { error: jobWithoutOutput(this.facts) } };
    }
    if (this.#id === '') return { progress, end: { error: jobWithoutId(this.facts) } };
    return { progress, etaSeconds };
  }

  /** It was made, and failed. */
  failed(error: ModelsLabJobError): Reading<ModelsLabResult, ModelsLabProgress> {
    const { bodyStatus } = error.details ?? {};
    const status = typeof bodyStatus === 'string' ? bodyStatus : 'failed';
    return { progress: { ...this.progress(), status, etaSeconds: undefined, message: error.message }, end: { error } };
  }

  /** As it is now. */
  progress(): ModelsLabProgress {
    const { clock } = this.#job;
    const { futureLinks = [], message, raw = {}, status } = this.#latest ?? {};
    const left = this.#etaAt === undefined ? undefined : Math.max(0, (this.#etaAt - clock.now()) / 1000);
    return {
      status: this.#latest === undefined ? this.#statusBefore() : (status ?? 'processing'),
      id: this.#id,
      reference: this.reference,
      etaSeconds: finished.has(status) && this.#latest !== undefined ? undefined : left,
      message,
      futureLinks: futureLinks.length > 0 ? futureLinks : (this.#first?.futureLinks ?? []),
      raw,
    };
  }

  /** Before the first answer. */
  #statusBefore(): ModelsLabProgress['status'] {
    if (this.#job.id !== undefined) return 'unknown';
    return this.#stage === 'queued' ? 'waiting' : 'submitting';
  }

  /** What it has made; `undefined` while it is under way, or has nothing to show. */
  #result(envelope: Envelope): ModelsLabResult | undefined {
    const { operation } = this.#job;
    const { status } = envelope;
    if (status !== undefined && !finished.has(status)) return undefined;
    const name = `${this.#family.replace(/[^\w-]+/g, '-')}-${this.#id === '' ? 'job' : this.#id}`;
    const outputs = readOutputs(envelope.raw, { name, text: operation.output === 'text' });
    if (outputs.length === 0) return undefined;
    return {
      id: this.#id,
      reference: this.reference,
      outputs,
      proxyLinks: envelope.proxyLinks,
      meta: envelope.meta ?? this.#first?.meta ?? {},
      generationTimeSeconds: envelope.generationTimeSeconds,
      audioSeconds: envelope.audioSeconds,
      nsfwContentDetected: envelope.nsfwContentDetected,
      message: envelope.message,
      raw: envelope.raw,
    };
  }

  /** Where the server itself has it, when it can be found there by its id. */
  #serverPlace(): JobPlace | undefined {
    const path = this.#fetchAt?.path;
    if (path === undefined || path.length < 2 || path.at(-1) !== this.#id) return undefined;
    const { key } = this.#job.place;
    return { fetchPath: path.slice(0, -1), ...(key === undefined ? {} : { key }) };
  }
}

function idOfUrl(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const last = new URL(url).pathname.split('/').at(-1) ?? '';
  return /\d/.test(last) ? last : undefined;
}
