import { createHash } from 'node:crypto';
import type { Host } from '../http/incoming-call.js';
import { createTimers } from '../orchestration/lifecycle/timers.js';
import { createWorkGate } from '../orchestration/lifecycle/work-gate.js';
import { createAccountRoutes } from './account/account-routes.js';
import { createWallet } from './account/wallet.js';
import { createAgentRoutes } from './agents/agent-routes.js';
import { createAssetHost } from './assets/asset-host.js';
import { type AssetRequest, createAssetStore } from './assets/asset-store.js';
import { createMediaMaker } from './assets/media.js';
import { createEnterpriseRoutes } from './enterprise/enterprise-routes.js';
import { createFailurePlan } from './failures/failure-plan.js';
import { COMMUNITY_OPERATIONS } from './families/community-families.js';
import { ENTERPRISE_OPERATIONS } from './families/enterprise-families.js';
import { V7_OPERATIONS } from './families/v7-families.js';
import { createJobDesk } from './jobs/job-desk.js';
import { createJobPlans } from './jobs/job-plan.js';
import type { JobRecord } from './jobs/job-record.js';
import { createJobRoutes } from './jobs/job-routes.js';
import { createJobStore } from './jobs/job-store.js';
import { createAnthropicRoutes } from './llm/anthropic-routes.js';
import { createOpenAiRoutes } from './llm/openai-routes.js';
import { createModelRoutes } from './models/model-routes.js';
import { createModelsLabControls, type ModelsLabControls } from './modelslab-controls.js';
import { createModelsLabHost } from './modelslab-host.js';
import type { ModelsLabEmulation } from './modelslab-options.js';
import type { ModelsLabRoute } from './route.js';
import { createTrainingRoutes } from './training/training-routes.js';
import { createTrainings } from './training/trainings.js';
import { createCropRoute, createUploadRoutes } from './uploads/upload-routes.js';
import { createVoiceRoutes } from './voices/voice-routes.js';
import { jobEvent } from './webhooks/job-event.js';
import { createWebhooks } from './webhooks/webhooks.js';
import { createWorkflowRoutes } from './workflows/workflow-routes.js';
import type { ModelsLabWorkshop } from './workshop.js';

/** What the emulated ModelsLab is made from. */
export interface ModelsLabParts {
  readonly options: ModelsLabEmulation;
  readonly seed: number;
  /** Origins, of the API and of the files. */
  readonly apiUrl: string;
  readonly assetsUrl: string;
}

/** An emulated ModelsLab. */
export interface ModelsLab {
  readonly host: Host;
  /** Serves the files. */
  readonly assetHost: Host;
  /** Where its API lies. */
  readonly baseUrl: string;
  readonly key: string;
  readonly enterpriseKey: string;
  readonly agentToken: string;
  readonly controls: ModelsLabControls;
  /** Ends all work and all deliveries. */
  close(): void;
}

function secret(name: string, seed: number): string {
  return createHash('sha256').update(`modelslab-${name}:${seed}`).digest('hex').slice(0, 32);
}

const OPERATIONS = [...COMMUNITY_OPERATIONS, ...V7_OPERATIONS, ...ENTERPRISE_OPERATIONS];

function routesOf(workshop: ModelsLabWorkshop, chunkPauseMs: number): readonly ModelsLabRoute[] {
  return [
    ...createJobRoutes(OPERATIONS, workshop.desk),
    ...createUploadRoutes(workshop),
    createCropRoute(workshop),
    ...createVoiceRoutes(),
    ...createModelRoutes(workshop),
    ...createAccountRoutes(workshop),
    ...createTrainingRoutes(workshop),
    ...createOpenAiRoutes(chunkPauseMs),
    ...createAnthropicRoutes(chunkPauseMs),
    ...createWorkflowRoutes(workshop),
    ...createAgentRoutes(workshop),
    ...createEnterpriseRoutes(workshop),
  ];
}

/** Creates an emulated ModelsLab. */
export function createModelsLab({ apiUrl, assetsUrl, options, seed }: ModelsLabParts): ModelsLab {
  const { balance = 43.6, errorsAt = 'status', queueLimit = 5, retryAfterSeconds = 1, workMs = 80 } = options;
  const key = `ml-${secret('key', seed)}`;
  const enterpriseKey = `mle-${secret('enterprise', seed)}`;
  const agentToken = `1|${secret('agent', seed)}`;
  const baseUrl = `${apiUrl}/api`;
  const timers = createTimers();
  const gate = createWorkGate();
  const assets = createAssetStore(assetsUrl);
  const assetRequests: AssetRequest[] = [];
  const media = createMediaMaker();
  const wallet = createWallet(balance);
  const jobs = createJobStore();
  const plans = createJobPlans();
  const { stepMs = 40, webhookCopies = 1, webhookRetryMs = 100, workflowEvents = 'flat' } = options;
  const webhooks = createWebhooks({ copies: webhookCopies, retryMs: webhookRetryMs });
  const limits = { queueLimit, retryAfterSeconds };
  const common = { baseUrl, timers, gate, assets, media, wallet, jobs, plans, webhooks, stepMs };
  const ended = (job: JobRecord): void =>
    webhooks.deliver('job', String(job.id), job.parameters['webhook'], jobEvent(job, common));
  const workshop: ModelsLabWorkshop = {
    ...common,
    seed,
    credentials: {
      apiKeys: new Set([key]),
      enterpriseKeys: new Set([enterpriseKey]),
      agentTokens: new Set([agentToken]),
    },
    assetRequests,
    failures: createFailurePlan(errorsAt),
    desk: createJobDesk({ ...common, ...limits, workMs, ended }),
    trainings: createTrainings(common),
    workflowEvents,
  };
  const { credentials, failures } = workshop;
  return {
    host: createModelsLabHost({
      credentials,
      plan: failures,
      errorsAt,
      routes: () => routesOf(workshop, options.chunkPauseMs ?? 0),
    }),
    assetHost: createAssetHost({
      assets,
      expiredStatus: options.expiredStatus ?? 404,
      secrets: () => Object.values(credentials).flatMap((secrets: Set<string>) => [...secrets]),
      record: (request) => assetRequests.push(request),
    }),
    baseUrl,
    key,
    enterpriseKey,
    agentToken,
    controls: createModelsLabControls(workshop),
    close: () => {
      timers.close();
      webhooks.close();
    },
  };
}
