import type { Open } from '@civitkit/core/client';
import type { JsonObject } from '@civitkit/core/internal';
import type { ModelsLabOutput } from '../outputs/modelslab-output.js';

/** A workflow of the account. */
export interface ListedWorkflow {
  readonly id: string;
  readonly name?: string;
  readonly description?: string | null;
  /** Runs a minute. */
  readonly rate_limit?: number;
  readonly call_count?: number;
  readonly last_called_at?: string | null;
  readonly created_at?: string;
  readonly updated_at?: string;
  readonly [member: string]: unknown;
}

/** What a workflow can be given. */
export interface WorkflowParameter {
  readonly key: string;
  readonly type?: Open<'string' | 'number' | 'boolean' | 'image'>;
  readonly required?: boolean;
  /** The step it goes to. */
  readonly node_id?: string;
  readonly node_name?: string;
  readonly [member: string]: unknown;
}

/** A workflow, and what it can be given. */
export interface WorkflowSchema {
  readonly workflow: ListedWorkflow;
  readonly parameters: readonly WorkflowParameter[];
  readonly endpoints?: Readonly<Record<string, unknown>>;
  readonly [member: string]: unknown;
}

/** How one step of a run fares. */
export interface WorkflowRunStep {
  readonly name?: string;
  readonly status?: Open<'pending' | 'running' | 'completed' | 'failed' | 'cancelled'>;
  readonly started_at?: string | null;
  readonly completed_at?: string | null;
  readonly [member: string]: unknown;
}

/** How far a run is. */
export interface WorkflowRunState {
  readonly workflowId: string;
  /** Together with `workflowId` all that another process needs to `resume` it; empty before the server has taken it. */
  readonly executionId: string;
  readonly status: Open<'pending' | 'running' | 'completed' | 'failed' | 'cancelled'>;
  readonly steps: readonly WorkflowRunStep[];
  readonly startedAt?: string;
  readonly completedAt?: string;
  readonly executionTimeSeconds?: number;
  /** Why it failed, in the server's words. */
  readonly error?: string;
  /** The last answer; empty before the first. */
  readonly raw: Readonly<JsonObject>;
}

/** What a run has made. */
export interface WorkflowRunResult {
  readonly workflowId: string;
  readonly executionId: string;
  /** The files and texts in what came out, for `modelsLab.outputs`. */
  readonly outputs: readonly ModelsLabOutput[];
  /** What came out, as the server has it: workflows differ. */
  readonly output: unknown;
  readonly steps: readonly WorkflowRunStep[];
  readonly executionTimeSeconds?: number;
  /** The last answer. */
  readonly raw: Readonly<JsonObject>;
}
