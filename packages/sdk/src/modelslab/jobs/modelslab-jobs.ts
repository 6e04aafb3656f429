import { type Clock, type Secret, ValidationError } from '@civitkit/core/client';
import { Seats } from '../../waiting/seats.js';
import { enterpriseHelp } from '../request/enterprise-help.js';
import type { ModelsLabCalls } from '../request/modelslab-calls.js';
import { type CallParameters, wireBody } from '../request/wire-forms.js';
import type { JobOperation } from './job-operation.js';
import { checkWaitOptions, type JobOptions } from './job-options.js';
import { familyOf, foreignPlace, type JobPlace, parseJobReference } from './job-reference.js';
import { JobSeat } from './job-seat.js';
import { JobTask, type JobTaskParts } from './job-task.js';
import { JobTracker } from './job-tracker.js';
import { LimitPause } from './limit-pause.js';
import { ModelsLabJob } from './modelslab-job.js';
import { PolledLife, type PollSurroundings } from './polled-life.js';

/** Reads at a time, and submissions at a time. Together they leave some of the connections of a host to other calls. */
const polls = 16;
const submits = 24;

/** What the jobs of a client are made of. */
export interface JobsParts {
  readonly calls: ModelsLabCalls;
  readonly clock: Clock;
  /** 0 ≤ x < 1. */
  readonly random: () => number;
  /** Such as `https://modelslab.com/api`. */
  readonly baseUrl: string;
  /** For enterprise operations; `null` for the configured key. */
  readonly enterpriseKey: Secret | null;
  readonly maxUnfinishedJobs: number;
  /** Where the jobs of a family are fetched; `undefined` for families that the client does not know. */
  readonly placeOf: (family: string) => JobPlace | undefined;
}

/** Submits jobs and waits for them, all of one client with a bounded number of connections. */
export class ModelsLabJobs {
  readonly #parts: JobsParts;
  readonly #seats: Seats;
  readonly #submits = new Seats(submits);
  readonly #submitLimit: LimitPause;
  readonly #around: PollSurroundings;

  constructor(parts: JobsParts) {
    const { clock, maxUnfinishedJobs, random } = parts;
    this.#parts = parts;
    this.#seats = new Seats(maxUnfinishedJobs);
    this.#submitLimit = new LimitPause(clock);
    this.#around = {
      clock,
      random,
      signals: parts.calls.signals,
      polls: new Seats(polls),
      limit: new LimitPause(clock),
      active: new Set(),
    };
  }

  /** What else is waited for shares the connections of jobs. */
  get surroundings(): PollSurroundings {
    return this.#around;
  }

  /**
   * Submits a job; its handle is there at once. The parameters are read at once and stay as they are.
   *
   * @throws TypeError, RangeError for mistakes in the arguments
   */
  start(operation: JobOperation, parameters: object, options: JobOptions = {}): ModelsLabJob {
    checkWaitOptions(`modelslab.${operation.name}`, options);
    checkOperation(operation);
    const body = wireBody(operation.name, parameters, operation.forms);
    const fixed = JSON.parse(JSON.stringify(body)) as CallParameters;
    return this.#job(operation, operation, options, { submission: { path: operation.path, parameters: fixed } });
  }

  /**
   * Follows a job that exists; nothing is asked before somebody waits for it.
   *
   * @param reference - as `submitted()` gave it: `images:12345`, or `v8/music/fetch:12345`
   * @throws TypeError, RangeError for mistakes in the arguments. For a text that is no reference the handle rejects with a
   * ValidationError
   */
  resume(reference: string, options: JobOptions = {}): ModelsLabJob {
    checkWaitOptions('modelslab.resume', options);
    if (typeof reference !== 'string') throw new TypeError('modelslab.resume: the reference of a job is a text');
    const parsed = parseJobReference(reference);
    const { family, id } = parsed ?? { family: 'unknown', id: '' };
    const place = this.#parts.placeOf(family) ?? foreignPlace(family);
    const refused = parsed === undefined ? { refused: notReference(reference) } : {};
    const name = `${family.replace(/\/fetch$/, '').replaceAll('/', '.')}.resume`;
    return this.#job({ name }, place, options, { id, ...refused });
  }

  /** Ends all waiting with code `client_closed`. The jobs go on. */
  close(): void {
    for (const life of this.#around.active) life.close();
  }

  #job(
    operation: Pick<JobOperation, 'name' | 'output'>,
    place: JobPlace,
    options: JobOptions,
    start: Pick<JobTaskParts, 'submission' | 'refused'> & { readonly id?: string },
  ): ModelsLabJob {
    const { baseUrl, calls, clock, enterpriseKey, placeOf } = this.#parts;
    const { id, ...parts } = start;
    const tracker = new JobTracker({
      operation,
      place,
      known: placeOf(familyOf(operation.name)),
      baseUrl,
      clock,
      ...(id === undefined ? {} : { id }),
    });
    const task = new JobTask({
      calls,
      tracker,
      seat: new JobSeat(this.#seats),
      submits: this.#submits,
      limit: this.#submitLimit,
      operation: operation.name,
      own: place.key === 'enterprise' ? { credential: enterpriseKey ?? undefined, credentialHelp: enterpriseHelp } : {},
      headers: options.headers,
      ...parts,
    });
    return new ModelsLabJob(new PolledLife(task, options, this.#around));
  }
}

/** Operations that are not listed come from outside. */
function checkOperation({ fetchPath, name, path }: JobOperation): void {
  if (typeof name === 'string' && name !== '' && isPath(path) && isPath(fetchPath)) return;
  throw new TypeError(
    'modelslab.generate: an operation needs a name, a path and a fetchPath, such as { name: "music.make", path: ["v8", ' +
      '"music", "make"], fetchPath: ["v8", "music", "fetch"] }',
  );
}

function isPath(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((part) => typeof part === 'string' && part !== '');
}

function notReference(text: string): ValidationError {
  const message = `${JSON.stringify(text)} is no reference of a job`;
  return new ValidationError(
    `modelslab.resume: ${message}. It is what submitted() gives, such as images:12345: the family, a colon, and the id.`,
    { code: 'invalid_argument', issues: [{ path: 'reference', message }] },
  );
}
