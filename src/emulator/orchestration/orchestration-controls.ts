import { ACCOUNT_ID } from '../catalogue/creators.js';
import type { DeliveryAttempt, RecordingCallbackQueue } from './callbacks/callback-queue.js';
import type { OpenStatus, WorkStatus } from './lifecycle/work-status.js';
import type { LedgerEntry } from './money/buzz-accounts.js';
import type { Balances } from './money/currency.js';
import { endWorkflow } from './workflows/run-workflow.js';
import type { WorkflowRecord } from './workflows/workflow-record.js';
import type { Workshop } from './workflows/workshop.js';

/** One submitted workflow, as tests count them. */
export interface SubmittedWorkflow {
  readonly id: string;
  readonly userId: number;
  readonly status: WorkStatus;
  readonly externalId?: string;
  readonly isDeleted: boolean;
}

/** Why work is ended from outside. */
export interface FailWork {
  readonly reason?: string;
  readonly blockedReason?: string;
  /** Only this step; what depends on it is canceled. All steps unless told. */
  readonly stepName?: string;
}

/** The generation API of a running emulator, from the inside. */
export interface OrchestrationControls {
  /** What an account has; the emulator's own unless told. */
  balances(userId?: number): Balances;
  /** Sets some of what an account has. */
  setBalances(balances: Partial<Balances>, userId?: number): void;
  /** Every movement of Buzz so far, oldest first. */
  readonly ledger: readonly LedgerEntry[];
  /** What was charged so far, less what was given back. */
  readonly charged: number;
  /** Every workflow that was submitted, in order; deleted and ended ephemeral ones too, previews not. */
  workflows(): readonly SubmittedWorkflow[];
  /** From now on work that would leave this status stays in it. */
  holdAt(status: OpenStatus): void;
  /** Lets all held work go on. */
  release(): void;
  /** Lets work fail; false for a workflow that is not at work. */
  fail(workflowId: string, why?: FailWork): boolean;
  /** Lets it expire, as if its time were over. */
  expire(workflowId: string): boolean;
  /** Every try to deliver a callback, oldest first. */
  readonly callbacks: readonly DeliveryAttempt[];
  /** Resolves once every callback so far is delivered or given up. */
  callbacksIdle(): Promise<void>;
}

function submitted({ id, userId, status, settings, deletedAt }: WorkflowRecord): SubmittedWorkflow {
  const { externalId } = settings;
  return {
    // Previews, which have none, are not listed.
    id: id ?? '',
    userId,
    status,
    ...(externalId === undefined ? {} : { externalId }),
    isDeleted: deletedAt !== undefined,
  };
}

/** Creates the controls of one emulator. */
export function createOrchestrationControls(
  workshop: Workshop,
  callbacks: RecordingCallbackQueue,
): OrchestrationControls {
  const { accounts, gate, store, runs } = workshop;
  const running = (workflowId: string): WorkflowRecord | undefined =>
    [...runs.keys()].find(({ id }) => id === workflowId);
  return {
    balances: (userId = ACCOUNT_ID) => accounts.balances(userId),
    setBalances: (balances, userId = ACCOUNT_ID) => accounts.setBalances(userId, balances),
    ledger: accounts.ledger,
    get charged() {
      return accounts.ledger.reduce((sum, { type, amount }) => sum + (type === 'debit' ? amount : -amount), 0);
    },
    workflows: () => store.all().map(submitted),
    holdAt: (status) => gate.hold(status),
    release: () => gate.release(),
    fail: (workflowId, { stepName, ...why } = {}) => {
      const workflow = running(workflowId);
      return workflow !== undefined && endWorkflow(workflow, { status: 'failed', ...why }, workshop, stepName);
    },
    expire: (workflowId) => {
      const workflow = running(workflowId);
      return workflow !== undefined && endWorkflow(workflow, { status: 'expired', reason: 'timeout' }, workshop);
    },
    callbacks: callbacks.attempts,
    callbacksIdle: () => callbacks.idle(),
  };
}
