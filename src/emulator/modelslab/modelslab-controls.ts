import type { DeliveryAttempt } from '../orchestration/callbacks/callback-queue.js';
import type { Charge } from './account/wallet.js';
import type { AssetRequest } from './assets/asset-store.js';
import type { PlannedFailure } from './failures/failure-plan.js';
import type { JobPlan } from './jobs/job-plan.js';
import type { JobStatus } from './jobs/job-record.js';
import type { Members } from './route.js';
import type { ModelsLabWorkshop } from './workshop.js';

/** One submitted job, as tests count them. */
export interface SubmittedModelsLabJob {
  readonly id: number | string;
  /** Such as `images.text2img`. */
  readonly operation: string;
  readonly status: JobStatus;
  /** As submitted, without the key. */
  readonly parameters: Members;
  /** How often it was asked for. */
  readonly polls: number;
}

/** The emulated ModelsLab from the inside. */
export interface ModelsLabControls {
  /** Every job that was accepted, oldest first. */
  jobs(): readonly SubmittedModelsLabJob[];
  /** Lets requests to come fail. */
  failNext(planned: PlannedFailure): void;
  /** Says how jobs to come turn out. */
  planJob(plan: JobPlan): void;
  /** Forgets the failures and jobs that were planned. */
  clearPlans(): void;
  /** From now on work that would end goes on. */
  hold(): void;
  /** Lets all held work end. */
  release(): void;
  /** Lets a job at work fail; false when there is none of this id. */
  fail(id: number | string, message?: string): boolean;
  /** In dollars. */
  readonly balance: number;
  setBalance(dollars: number): void;
  /** Everything that was paid, oldest first. */
  readonly charges: readonly Charge[];
  /** Every request to the origin of the files, oldest first, and whether a credential came along. */
  readonly assetRequests: readonly AssetRequest[];
  /** The addresses of all files so far stop working. */
  expireLinks(): void;
  /** Every try to deliver a webhook. */
  readonly webhooks: readonly DeliveryAttempt[];
  /** Resolves once every webhook so far is delivered or given up. */
  webhooksIdle(): Promise<void>;
  /** Delivers the webhooks of a job, a training or a run (`run-12345`) again; false when there were none. */
  redeliver(id: number | string): boolean;
}

/** Creates the controls of one emulator. */
export function createModelsLabControls(workshop: ModelsLabWorkshop): ModelsLabControls {
  const { assetRequests, assets, desk, failures, gate, jobs, plans, wallet, webhooks } = workshop;
  return {
    jobs: () =>
      jobs.all().map(({ id, operation, parameters, polls, status }) => ({
        id,
        operation: operation.name,
        status,
        parameters,
        polls,
      })),
    failNext: (planned) => failures.add(planned),
    planJob: (plan) => plans.add(plan),
    clearPlans: () => {
      failures.clear();
      plans.clear();
    },
    hold: () => gate.hold('processing'),
    release: () => gate.release(),
    fail: (id, message) => {
      const job = jobs.all().find((one) => String(one.id) === String(id));
      return job !== undefined && desk.end(job, 'failed', message);
    },
    get balance() {
      return wallet.balance;
    },
    setBalance: (dollars) => wallet.setBalance(dollars),
    charges: wallet.charges,
    assetRequests,
    expireLinks: () => assets.expireAll(),
    get webhooks() {
      return webhooks.attempts();
    },
    webhooksIdle: () => webhooks.idle(),
    redeliver: (id) => webhooks.redeliver(String(id)),
  };
}
