import type { Timers } from '../orchestration/lifecycle/timers.js';
import type { WorkGate } from '../orchestration/lifecycle/work-gate.js';
import type { Wallet } from './account/wallet.js';
import type { AssetRequest, AssetStore } from './assets/asset-store.js';
import type { MediaMaker } from './assets/media.js';
import type { Credentials } from './credentials.js';
import type { FailurePlan } from './failures/failure-plan.js';
import type { JobDesk } from './jobs/job-desk.js';
import type { JobPlans } from './jobs/job-plan.js';
import type { JobStore } from './jobs/job-store.js';
import type { Trainings } from './training/trainings.js';
import type { Webhooks } from './webhooks/webhooks.js';

/** Everything the routes of one emulated ModelsLab work with. */
export interface ModelsLabWorkshop {
  /** With `/api`. */
  readonly baseUrl: string;
  readonly seed: number;
  readonly credentials: Credentials;
  readonly timers: Timers;
  readonly gate: WorkGate;
  readonly assets: AssetStore;
  readonly assetRequests: AssetRequest[];
  readonly media: MediaMaker;
  readonly wallet: Wallet;
  readonly failures: FailurePlan;
  readonly plans: JobPlans;
  readonly jobs: JobStore;
  readonly desk: JobDesk;
  readonly trainings: Trainings;
  readonly webhooks: Webhooks;
  /** In which of the documented forms applications are told of runs. */
  readonly workflowEvents: 'flat' | 'nested';
  /** How long training and each step of a workflow take between their states. */
  readonly stepMs: number;
}
