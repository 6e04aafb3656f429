import { type CivitaiError, isCivitaiError, NotFoundError } from '@civitkit/core/client';
import { ModelsLabJobError } from '../errors/modelslab-job-error.js';
import type { ModelsLabCall, ModelsLabCalls } from '../request/modelslab-calls.js';
import type { CallParameters } from '../request/wire-forms.js';
import { type Envelope, readEnvelope } from './envelope.js';
import { explainJobError, jobClosed, jobTimeout } from './job-errors.js';
import type { ModelsLabProgress } from './job-progress.js';
import { familyOf } from './job-reference.js';
import type { ModelsLabResult } from './job-result.js';
import type { JobSeat } from './job-seat.js';
import type { JobTracker } from './job-tracker.js';
import type { Attention, Beginning, PolledTask, Reading } from './polled-task.js';
import { type Submission, submitInTurn } from './submit-in-turn.js';

/** What a read may take, in milliseconds. */
const readTimeMs = 35_000;
/** How often what was just accepted may not be found. */
const missesTolerated = 3;
const fetchMember = 'request_id';

/** What a job does with the server. */
export interface JobTaskParts extends Pick<Submission<Envelope>, 'limit' | 'submits'> {
  readonly calls: ModelsLabCalls;
  readonly tracker: JobTracker;
  readonly seat: JobSeat;
  /** Without `modelslab.`, such as `images.text2img`. */
  readonly operation: string;
  /** Sent instead of the configured key, and how to get it. */
  readonly own: Pick<ModelsLabCall, 'credential' | 'credentialHelp'>;
  readonly headers: Readonly<Record<string, string>> | undefined;
  /** What is submitted. Absent when that was done before. */
  readonly submission?: { readonly path: readonly string[]; readonly parameters: CallParameters };
  /** Why it can be neither submitted nor fetched. */
  readonly refused?: CivitaiError;
}

type JobReading = Reading<ModelsLabResult, ModelsLabProgress>;

/** A job of a family, as whoever waits for it sees it. */
export class JobTask implements PolledTask<ModelsLabResult, ModelsLabProgress> {
  readonly initial: ModelsLabProgress;
  readonly begin?: (beginning: Beginning) => Promise<JobReading>;
  readonly #parts: JobTaskParts;
  #fetched = false;
  #misses = 0;

  constructor(parts: JobTaskParts) {
    const { refused, submission } = parts;
    this.#parts = parts;
    this.initial = parts.tracker.progress();
    if (refused !== undefined) this.begin = () => Promise.reject(refused);
    else if (submission !== undefined) this.begin = (beginning) => this.#submit(submission, beginning);
  }

  /** At the server's own address where the key may go there, else, and when it is not found there, at its family's. */
  async read(signal: AbortSignal): Promise<JobReading> {
    const { tracker } = this.#parts;
    try {
      const envelope = await this.#fetch(signal).catch((error: unknown) => {
        if (tracker.fetchAt === undefined || !isElsewhere(error)) throw error;
        tracker.forgetFetchAt();
        return this.#fetch(signal);
      });
      this.#fetched = true;
      return tracker.take(envelope);
    } catch (error) {
      if (error instanceof ModelsLabJobError) return tracker.failed(error);
      throw error;
    }
  }

  /** What was accepted a moment ago may not be found yet. */
  tolerates(error: CivitaiError): boolean {
    if (!(error instanceof NotFoundError) || this.begin === undefined || this.#fetched) return false;
    this.#misses += 1;
    return this.#misses <= missesTolerated;
  }

  now(progress: ModelsLabProgress): ModelsLabProgress {
    const current = this.#parts.tracker.progress();
    // Whether it was sent changes before there is any answer.
    if (progress === this.initial) return current;
    return progress.etaSeconds === undefined ? progress : { ...progress, etaSeconds: current.etaSeconds };
  }

  onAttention(attention: Attention): void {
    this.#parts.seat.attend(attention);
  }

  timedOut(timeoutMs: number): CivitaiError {
    return jobTimeout(timeoutMs, this.#parts.tracker.facts);
  }

  closed(): CivitaiError {
    return jobClosed(this.#parts.tracker.facts);
  }

  explain(error: CivitaiError): CivitaiError {
    return explainJobError(error, this.#parts.tracker.facts);
  }

  async #submit(
    { parameters, path }: NonNullable<JobTaskParts['submission']>,
    beginning: Beginning,
  ): Promise<JobReading> {
    const { limit, operation, seat, submits, tracker } = this.#parts;
    await seat.take(beginning.signal);
    const envelope = await submitInTurn(
      {
        limit,
        submits,
        send: (signal) => this.#send({ operation, path, parameters, once: true, attemptTimeoutMs: null }, { signal }),
        onSending: () => {
          tracker.sent();
          beginning.onSending();
        },
        onRefused: (error) => {
          tracker.refused(error);
        },
      },
      beginning,
    );
    return tracker.take(envelope);
  }

  #fetch(signal: AbortSignal): Promise<Envelope> {
    const { operation, tracker } = this.#parts;
    const { fetchAt, id, place } = tracker;
    const named = fetchAt === undefined ? place.fetchMember === undefined : fetchAt.path.includes(id);
    const path = named ? [...place.fetchPath, id] : place.fetchPath;
    const call: ModelsLabCall = {
      operation: `${familyOf(operation)}.fetch`,
      path,
      ...(fetchAt === undefined ? {} : { url: fetchAt.url }),
      ...(named ? {} : { parameters: { [place.fetchMember ?? fetchMember]: id } }),
      repeatable: true,
      attemptTimeoutMs: null,
    };
    // It is asked again by the one who waits, which gives the turn to others meanwhile.
    return this.#send(call, { signal, timeoutMs: readTimeMs, maxRetries: 0 });
  }

  #send(
    call: ModelsLabCall,
    options: { readonly signal: AbortSignal; readonly timeoutMs?: number; readonly maxRetries?: number },
  ): Promise<Envelope> {
    const { calls, headers, own } = this.#parts;
    return calls.send({ ...call, ...own }, readEnvelope, {
      ...options,
      ...(headers === undefined ? {} : { headers }),
    });
  }
}

/** Whether an address does not lead to the job, which may still be found elsewhere. */
function isElsewhere(error: unknown): boolean {
  return isCivitaiError(error) && (error instanceof NotFoundError || error.code === 'method_not_allowed');
}
