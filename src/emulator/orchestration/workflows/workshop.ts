import type { BlobStore } from '../blobs/blob-store.js';
import type { Timers } from '../lifecycle/timers.js';
import type { WorkGate } from '../lifecycle/work-gate.js';
import type { WorkPace } from '../lifecycle/work-pace.js';
import type { WorkflowRun } from '../lifecycle/workflow-run.js';
import type { BuzzAccounts } from '../money/buzz-accounts.js';
import type { MediaBytes } from '../steps/media-bytes.js';
import type { Watchers } from './watchers.js';
import type { WorkflowEvents } from './workflow-events.js';
import type { WorkflowRecord } from './workflow-record.js';
import type { WorkflowStore } from './workflow-store.js';

/** Everything the operations on workflows work with. */
export interface Workshop {
  readonly release: 'august' | 'november';
  readonly maxWaitMs: number;
  readonly lowBalance: 400 | 402 | 403;
  readonly pace: Required<WorkPace>;
  readonly timers: Timers;
  readonly gate: WorkGate;
  readonly store: WorkflowStore;
  readonly accounts: BuzzAccounts;
  readonly blobs: BlobStore;
  readonly media: MediaBytes;
  readonly events: WorkflowEvents;
  readonly watchers: Watchers;
  /** Workflows that have not ended. */
  readonly runs: Map<WorkflowRecord, WorkflowRun>;
  /** How many free workflows everybody has had, and may have. */
  readonly freeTier: FreeTier;
  /** What the owner of a resource gets for one image. */
  readonly feeOf: (air: string) => number;
}

/** The free workflows of one emulator. */
export interface FreeTier {
  readonly quota: number;
  /** By account. */
  readonly used: Map<number, number>;
}
