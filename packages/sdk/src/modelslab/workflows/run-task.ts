import type { CivitaiError } from '@civitkit/core/client';
import { isJsonObject, type ParseContext } from '@civitkit/core/internal';
import { given } from '../../waiting/given.js';
import { idOf } from '../answers/read-fields.js';
import type { Beginning, PolledTask, Reading } from '../jobs/polled-task.js';
import { explainTaskError, type TaskFacts, taskClosed, taskTimeout } from '../jobs/task-errors.js';
import type { ModelsLabCall, ModelsLabCalls } from '../request/modelslab-calls.js';
import { type RunIds, readingOf, readRun } from './read-run.js';
import type { WorkflowRunResult, WorkflowRunState } from './types.js';

/** The documents poll every two seconds. */
const pollMs = 2000;
/** What a read may take, in milliseconds. */
const readTimeMs = 35_000;

/** The call that tells of a run. */
export function runCall(operation: string, { workflowId, executionId }: RunIds): ModelsLabCall {
  return {
    operation,
    method: 'GET',
    path: ['v1', 'workflows', workflowId, 'runs', executionId],
    place: 'header',
  };
}

/** How a run is begun. */
export interface RunStart {
  readonly workflowId: string;
  readonly parameters: object;
  readonly headers: Readonly<Record<string, string>> | undefined;
}

type RunReading = Reading<WorkflowRunResult, WorkflowRunState>;

/** A run of a workflow, as whoever waits for it sees it. */
export class RunTask implements PolledTask<WorkflowRunResult, WorkflowRunState> {
  readonly initial: WorkflowRunState;
  readonly begin?: (beginning: Beginning) => Promise<RunReading>;
  readonly #calls: ModelsLabCalls;
  #state: WorkflowRunState;
  #sent = false;

  /** With a start it is begun; with ids it was begun before. */
  constructor(calls: ModelsLabCalls, run: RunStart | RunIds) {
    const begins = 'parameters' in run;
    this.#calls = calls;
    this.initial = {
      workflowId: run.workflowId,
      executionId: begins ? '' : run.executionId,
      status: 'pending',
      steps: [],
      raw: {},
    };
    this.#state = this.initial;
    if (begins) this.begin = (beginning) => this.#begin(run, beginning);
  }

  async read(signal: AbortSignal): Promise<RunReading> {
    const ids = this.#state;
    // It is asked again by the one who waits.
    const options = { signal, timeoutMs: readTimeMs, maxRetries: 0 };
    const call = runCall('workflows.status', ids);
    this.#state = await this.#calls.send(call, (json, context) => readRun(json, ids, context), options);
    return readingOf(this.#state);
  }

  delayMs(): number {
    return pollMs;
  }

  now(state: WorkflowRunState): WorkflowRunState {
    return state;
  }

  timedOut(timeoutMs: number): CivitaiError {
    return taskTimeout(this.#facts, timeoutMs);
  }

  closed(): CivitaiError {
    return taskClosed(this.#facts);
  }

  explain(error: CivitaiError): CivitaiError {
    return explainTaskError(error, this.#facts);
  }

  async #begin({ headers, parameters, workflowId }: RunStart, beginning: Beginning): Promise<RunReading> {
    this.#sent = true;
    beginning.onSending();
    const path = ['v1', 'workflows', workflowId, 'run'];
    this.#state = await this.#calls.send(
      { operation: 'workflows.run', path, parameters, place: 'header', attemptTimeoutMs: null },
      (json, context) => this.#begun(json, context),
      { signal: beginning.signal, ...given({ headers }) },
    );
    return readingOf(this.#state);
  }

  #begun(json: unknown, context: ParseContext): WorkflowRunState {
    const raw = isJsonObject(json) ? json : {};
    const executionId = idOf(raw['execution_id']);
    if (executionId === undefined) throw context.wrongShape('"execution_id"');
    return { ...this.initial, workflowId: idOf(raw['workflow_id']) ?? this.initial.workflowId, executionId, raw };
  }

  get #facts(): TaskFacts {
    return {
      name: this.#name,
      whatNow: this.#whatNow,
      details: this.#details,
      isKnown: this.#state.executionId !== '',
      isSent: this.#sent,
    };
  }

  get #name(): string {
    const { executionId, workflowId } = this.#state;
    return executionId === '' ? `the run of workflow ${workflowId}` : `run ${executionId} of workflow ${workflowId}`;
  }

  get #whatNow(): string {
    const { executionId, workflowId } = this.#state;
    if (executionId !== '')
      return `It goes on: workflows.resume('${workflowId}', '${executionId}') waits for it again.`;
    return this.#sent
      ? 'The server may have begun it, and bill it: it is not sent again by itself.'
      : 'Nothing was sent.';
  }

  get #details(): Readonly<Record<string, unknown>> {
    const { executionId, status, workflowId } = this.#state;
    return executionId === '' ? { workflowId } : { workflowId, executionId, runStatus: status };
  }
}
