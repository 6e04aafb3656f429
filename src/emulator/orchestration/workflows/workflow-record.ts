import type { Preparation } from '../lifecycle/work-moments.js';
import type { FinalStatus, WorkStatus } from '../lifecycle/work-status.js';
import type { Currency, Transaction } from '../money/currency.js';
import type { WorkflowCost } from '../money/workflow-cost.js';

/** A JSON object. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** One piece of work of a step, as kept. */
export interface JobRecord {
  readonly id: string;
  status: WorkStatus;
  startedAt?: number;
  completedAt?: number;
  /** How complex it is; not Buzz. */
  readonly cost: number;
  precedingJobs?: number;
  progress?: number;
  /** Why it failed; only events tell. */
  reason?: string;
  blockedReason?: string;
}

/** One step of a workflow, as kept. */
export interface StepRecord {
  readonly type: string;
  readonly name: string;
  readonly priority: string;
  readonly timeout?: string;
  readonly retries?: number;
  metadata: JsonObject;
  /** With references until they are resolved. */
  input: unknown;
  /** Names of the steps its input refers to. */
  readonly needs: readonly string[];
  /** What it costs; refunded when it comes to nothing. */
  readonly price: number;
  status: WorkStatus;
  startedAt?: number;
  completedAt?: number;
  progress?: number;
  preparation?: Preparation;
  jobs: JobRecord[];
  /** May hold blob references and further steps. */
  output?: unknown;
  /** The steps of a repeat, one for each item. */
  iterations?: StepRecord[];
}

/** Where events of a workflow are sent. */
export interface CallbackTarget {
  readonly url: string;
  readonly type: readonly string[];
  readonly detailed?: boolean;
}

/** The members of a template that stay as they were sent. */
export interface WorkflowSettings {
  readonly arguments: JsonObject;
  readonly callbacks: readonly CallbackTarget[];
  readonly tips: { readonly civitai: number; readonly creators: number };
  readonly currencies: readonly Currency[];
  readonly upgradeMode: 'manual' | 'automatic';
  readonly nsfwLevel?: string;
  readonly experimental?: boolean;
  readonly ephemeral?: boolean;
  readonly externalId?: string;
  readonly tier?: string;
}

/** A workflow as kept. */
export interface WorkflowRecord {
  /** Null for previews, which nobody can ask for again. */
  readonly id: string | null;
  readonly userId: number;
  /** Milliseconds since 1970, no two alike. */
  readonly createdAt: number;
  readonly settings: WorkflowSettings;
  metadata: JsonObject;
  tags: readonly string[];
  allowMatureContent?: boolean;
  downloadPriority?: string;
  status: WorkStatus;
  startedAt?: number;
  completedAt?: number;
  deletedAt?: number;
  steps: readonly StepRecord[];
  cost: WorkflowCost;
  transactions: Transaction[];
  /** Previews only. */
  insufficientBuzz?: boolean;
}

/** How a test ends a step. */
export interface StepEnd {
  readonly status: Exclude<FinalStatus, 'succeeded'>;
  readonly reason?: string;
  readonly blockedReason?: string;
}
