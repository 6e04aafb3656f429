import type { Open } from '@civitkit/core/client';
import type { JsonObject } from '@civitkit/core/internal';
import type { ModelsLabOutput } from '../outputs/modelslab-output.js';

/** What all events have. */
interface EventBase {
  /** What was given as `track_id`, as a text: some families send it back as a number. */
  readonly trackId?: string;
  /** The event as it came. */
  readonly raw: Readonly<JsonObject>;
}

/** A job has ended. The event does not say of which family. */
export interface ModelsLabJobEvent extends EventBase {
  readonly kind: 'job';
  readonly status: Open<'success' | 'failed' | 'processing'>;
  /** Empty where the server gave none, as it may do for failures. */
  readonly jobId: string;
  /** What it claims to have made: see `confirmModelsLabEvent`. */
  readonly outputs: readonly ModelsLabOutput[];
  readonly message?: string;
  readonly generationTimeSeconds?: number;
  readonly meta: Readonly<JsonObject>;
}

/** A training has come further. */
export interface ModelsLabTrainingEvent extends EventBase {
  readonly kind: 'training';
  readonly status: Open<'success' | 'failed'>;
  /** In the event it is called `model_id`. */
  readonly trainingId: string;
  /** As `training.status()` has it, such as `deploying_gpu` or `model_ready`. */
  readonly state: string;
  /** A sentence about it. */
  readonly logs?: string;
}

/** A run of a workflow has ended. */
export interface ModelsLabWorkflowEvent extends EventBase {
  readonly kind: 'workflow';
  /** Such as `workflow.completed`. */
  readonly event?: string;
  readonly workflowId: string;
  readonly executionId: string;
  readonly status: Open<'completed' | 'failed' | 'cancelled'>;
  /** What it claims to have made: see `confirmModelsLabEvent`. */
  readonly output?: unknown;
  readonly error?: string;
  readonly workflowName?: string;
  readonly startedAt?: string;
  readonly completedAt?: string;
  readonly executionTimeSeconds?: number;
}

/** What the server posts to a webhook. Members that are not named here are in `raw`. */
export type ModelsLabEvent = ModelsLabJobEvent | ModelsLabTrainingEvent | ModelsLabWorkflowEvent;
