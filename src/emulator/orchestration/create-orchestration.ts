import type { TokenRegistry } from '../accounts/token-registry.js';
import type { Catalogue } from '../catalogue/catalogue.js';
import type { Host } from '../http/incoming-call.js';
import { createBlobStore } from './blobs/create-blob-store.js';
import { createCallbackQueue } from './callbacks/create-callback-queue.js';
import { createChatRoutes } from './chat/create-chat-routes.js';
import { createJobRoutes } from './jobs/create-job-routes.js';
import { createTimers } from './lifecycle/timers.js';
import { createWorkGate } from './lifecycle/work-gate.js';
import { USUAL_PACE } from './lifecycle/work-pace.js';
import { createBuzzAccounts } from './money/buzz-accounts.js';
import { createOrchestrationControls, type OrchestrationControls } from './orchestration-controls.js';
import { createOrchestrationHost } from './orchestration-host.js';
import type { OrchestrationOptions } from './orchestration-options.js';
import { createRecipeRoutes } from './recipes/recipe-routes.js';
import { parseAir } from './resources/air.js';
import { createResourceRoutes } from './resources/create-resource-routes.js';
import { createResourceFleet } from './resources/resource-fleet.js';
import { createResourceIndex, type ResourceIndex } from './resources/resource-index.js';
import type { OrchestrationRoute } from './route.js';
import { createServiceRoutes } from './services/create-service-routes.js';
import { createMediaBytes } from './steps/media-bytes.js';
import { createChangeRoutes } from './workflows/change-workflow-routes.js';
import { createFreeTierRoute } from './workflows/free-tier.js';
import { createQueryRoute } from './workflows/query-workflows.js';
import { createReadRoutes } from './workflows/read-workflow-routes.js';
import { createStepRoutes } from './workflows/step-routes.js';
import { createSubmitRoute } from './workflows/submit-workflow.js';
import { createTagRoutes } from './workflows/tag-routes.js';
import { createUserCacheRoutes } from './workflows/user-cache-routes.js';
import { createWatchers } from './workflows/watchers.js';
import { createWorkflowEvents } from './workflows/workflow-events.js';
import { createWorkflowStore } from './workflows/workflow-store.js';
import type { Workshop } from './workflows/workshop.js';

/** What the generation API of an emulator is made from. */
export interface OrchestrationParts {
  readonly options: OrchestrationOptions;
  readonly seed: number;
  /** Origins, of the API itself, of the contents of blobs, and of the site. */
  readonly apiUrl: string;
  readonly contentUrl: string;
  readonly siteUrl: string;
  readonly tokens: TokenRegistry;
  readonly catalogue: Catalogue;
}

/** The generation API of one emulator. */
export interface Orchestration {
  readonly host: Host;
  /** Serves the contents of blobs. */
  readonly contentHost: Host;
  readonly controls: OrchestrationControls;
  expireBlobUrls(): void;
  /** Ends all work and all deliveries. */
  close(): void;
}

const USUAL_BALANCES = { blue: 10_000, green: 10_000, yellow: 10_000, fakeRed: 0 };

/** What a resource costs its user for one image, beside the work. */
function createFees(index: ResourceIndex): (air: string) => number {
  return (text) => {
    const air = parseAir(text);
    return (air && index.find(air, text)?.placed?.version.licensingFee) ?? 0;
  };
}

function workflowRoutes(workshop: Workshop): readonly OrchestrationRoute[] {
  return [
    createSubmitRoute(workshop),
    createQueryRoute(workshop),
    ...createReadRoutes(workshop),
    ...createChangeRoutes(workshop),
    ...createTagRoutes(workshop),
    ...createStepRoutes(workshop),
    ...createRecipeRoutes(workshop),
    createFreeTierRoute(workshop),
    ...createUserCacheRoutes(),
  ];
}

/** Creates the generation API: workflows and recipes, blobs, resources, services, chat, and the old jobs. */
export function createOrchestration(parts: OrchestrationParts): Orchestration {
  const { options, seed, apiUrl, contentUrl, siteUrl, tokens, catalogue } = parts;
  const { release = 'november', maxWaitMs = 100_000, blobUrlSeconds } = options;
  const { callbackAttempts, callbackRetryMs, callbackTimeoutMs } = options;
  const timers = createTimers();
  const urls = blobUrlSeconds === undefined ? {} : { urlSeconds: blobUrlSeconds };
  const blobs = createBlobStore({ apiUrl, contentUrl, seed, trustedOrigins: [contentUrl, siteUrl], ...urls });
  const callbacks = createCallbackQueue({
    // Work tells of its progress by itself, and need not be repeated.
    progressCopies: 1,
    ...(callbackAttempts === undefined ? {} : { maxAttempts: callbackAttempts }),
    ...(callbackRetryMs === undefined ? {} : { retryDelayMs: callbackRetryMs }),
    ...(callbackTimeoutMs === undefined ? {} : { timeoutMs: callbackTimeoutMs }),
  });
  const index = createResourceIndex(catalogue);
  const fleet = createResourceFleet();
  const pace = { ...USUAL_PACE, ...options };
  const workshop: Workshop = {
    release,
    maxWaitMs,
    lowBalance: options.lowBalance ?? (release === 'november' ? 400 : 403),
    pace,
    timers,
    gate: createWorkGate(),
    store: createWorkflowStore(),
    accounts: createBuzzAccounts({ ...USUAL_BALANCES, ...options.balances }),
    blobs,
    media: createMediaBytes(),
    events: createWorkflowEvents(callbacks, blobs),
    watchers: createWatchers(timers),
    runs: new Map(),
    freeTier: { quota: options.freeTierQuota ?? 100, used: new Map() },
    feeOf: createFees(index),
  };
  const { requestsPerWindow = Number.POSITIVE_INFINITY, windowSeconds = 60 } = options;
  return {
    host: createOrchestrationHost({
      tokens,
      windows: { requestsPerWindow, windowSeconds },
      routes: [
        ...workflowRoutes(workshop),
        ...blobs.routes,
        ...createResourceRoutes({ index, fleet, siteUrl }),
        ...createServiceRoutes({ seed }),
        ...createChatRoutes(),
        ...createJobRoutes({ blobs, index, fleet, workMs: pace.workMs, maxWaitMs }),
      ],
    }),
    contentHost: blobs.host,
    controls: createOrchestrationControls(workshop, callbacks),
    expireBlobUrls: () => blobs.expireUrls(),
    close: () => {
      timers.close();
      callbacks.close();
    },
  };
}
