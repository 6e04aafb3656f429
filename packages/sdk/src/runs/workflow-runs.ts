import { CivitaiError, type Clock } from '@civitkit/core/client';
import { isJsonObject, SignalHub } from '@civitkit/core/internal';
import type { WorkflowTemplate } from '../generated/types.js';
import { checkTextId } from '../request/check-text-id.js';
import { given } from '../waiting/given.js';
import type { WorkflowsClient } from '../workflows/client.js';
import { newExternalId } from '../workflows/external-id.js';
import { beginSubmission, type SubmissionPlan } from './begin-submission.js';
import { RunLife, type RunSurroundings } from './run-life.js';
import { checkRunOptions, type RunOptions } from './run-options.js';
import type { RunTask } from './run-task.js';
import { WatchSchedule } from './watch-schedule.js';
import { WorkflowRun } from './workflow-run.js';

/** What a read may take on top of its hold, in milliseconds. */
const readTimeMs = 35_000;
/** Without a wait the server refuses an ephemeral workflow that has no callbacks. */
const ephemeralWaitSeconds = 60;

/** What runs need besides the workflows. */
export interface RunParts {
  readonly clock: Clock;
  /** 0 ≤ x < 1. */
  readonly random: () => number;
}

/** Submits workflows and waits for them, all of one client with a bounded number of connections. */
export class WorkflowRuns {
  readonly #workflows: WorkflowsClient;
  readonly #surroundings: RunSurroundings;
  readonly #active = new Set<RunLife>();

  constructor(workflows: WorkflowsClient, { clock, random }: RunParts) {
    this.#workflows = workflows;
    this.#surroundings = {
      clock,
      schedule: new WatchSchedule({ clock, random }),
      signals: new SignalHub(),
      active: this.#active,
    };
  }

  /**
   * Submits a workflow; the run is there at once. The template is read at once and stays as it is.
   *
   * @throws TypeError, RangeError for mistakes in the arguments
   */
  start(template: WorkflowTemplate, options: RunOptions = {}): WorkflowRun {
    checkRunOptions('run', options);
    if (!isJsonObject(template)) throw new TypeError('run: a workflow template is an object with "steps"');
    return new WorkflowRun(new RunLife(this.#submission(template, options), options, this.#surroundings));
  }

  /** Follows a workflow that exists; nothing is asked before somebody waits for something. */
  resume(workflowId: string, options: RunOptions = {}): WorkflowRun {
    checkRunOptions('resume', options);
    const refused = checkTextId('resume', 'workflowId', workflowId);
    const task: RunTask = { ...this.#calls(options), workflowId, ephemeral: false };
    const begin = refused === undefined ? {} : { begin: () => Promise.reject(refused) };
    return new WorkflowRun(new RunLife({ ...task, ...begin }, options, this.#surroundings));
  }

  /** Ends all waiting with code `client_closed`. The workflows go on. */
  close(): void {
    for (const life of this.#active) {
      const { workflowId } = life;
      life.abandon(
        new CivitaiError(
          `The client was closed before ${workflowId === undefined ? 'the workflow was submitted' : `workflow ${workflowId} was done`}.`,
          {
            code: 'client_closed',
            details: given({ workflowId }),
          },
        ),
      );
    }
  }

  #submission(template: WorkflowTemplate, options: RunOptions): RunTask {
    const { schedule } = this.#surroundings;
    const { check, headers, hideMatureContent, maxCost, maxRetries, submitWaitSeconds } = options;
    const submitOptions = given({ check, headers, hideMatureContent, maxCost, maxRetries });
    const ephemeral = template.ephemeral === true;
    const externalId = template.externalId ?? newExternalId();
    const waitSeconds = submitWaitSeconds ?? (ephemeral ? ephemeralWaitSeconds : 0);
    const held = waitSeconds === 0 ? {} : { waitSeconds, timeoutMs: waitSeconds * 1000 + 2 * readTimeMs };
    const plan: SubmissionPlan = {
      template: { ...template, externalId },
      // A submit that is held takes the place of a held read.
      seats: waitSeconds === 0 ? schedule.submits : schedule.held,
      urgent: ephemeral,
      submit: (submitted, signal) => this.#workflows.submit(submitted, { ...submitOptions, ...held, signal }),
    };
    return {
      ...this.#calls(options),
      ephemeral,
      externalId,
      begin: (signals) => beginSubmission(plan, signals),
    };
  }

  #calls({ headers, hideMatureContent }: RunOptions): Pick<RunTask, 'read' | 'cancel'> {
    const shared = given({ headers, hideMatureContent });
    return {
      read: (workflowId, hold, signal) =>
        this.#workflows.get(workflowId, {
          ...shared,
          // The end is what servers wait for by themselves.
          ...(hold?.until === 'completion' ? { waitSeconds: hold.waitSeconds } : hold),
          signal,
          timeoutMs: readTimeMs + (hold?.waitSeconds ?? 0) * 1000,
          // The schedule repeats, and gives the place to others meanwhile.
          maxRetries: 0,
        }),
      cancel: (workflowId) => this.#workflows.cancel(workflowId, given({ headers })),
    };
  }
}
