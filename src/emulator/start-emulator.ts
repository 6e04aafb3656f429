import { createHash } from 'node:crypto';
import { createTokenRegistry } from './accounts/token-registry.js';
import { createCatalogue } from './catalogue/catalogue.js';
import type { ControlActions } from './control-body.js';
import type { EmulatorOptions } from './emulator-options.js';
import { createFaultPlan } from './faults/fault-plan.js';
import { handleRequest } from './handle-request.js';
import type { Host } from './http/incoming-call.js';
import { createRateWindows } from './http/rate-windows.js';
import { SITE_LIMITS } from './limits.js';
import { createModelsLab } from './modelslab/create-modelslab.js';
import { createAuthHost, withOldOAuthPaths } from './oauth/auth-host.js';
import { createAuthHub } from './oauth/create-auth-hub.js';
import { createOAuthApps } from './oauth/oauth-apps.js';
import { type Origin, openOrigins } from './open-origin.js';
import { createOrchestration } from './orchestration/create-orchestration.js';
import { createRequestLog, type OriginName } from './request-log.js';
import type { RunningEmulator } from './running-emulator.js';
import type { Site } from './site/endpoint.js';
import { createPartnerModels } from './site/partner-models.js';
import { createSiteRouter } from './site/site-router.js';
import { createVaultStore } from './site/vault-store.js';
import { createObjectStore } from './storage/object-store.js';

export type { NewKey } from './accounts/token-registry.js';
export { CATALOGUE_NOW } from './catalogue/catalogue-time.js';
export type { EmulatorOptions } from './emulator-options.js';
export type {
  BrokenJsonFault,
  ChangedFileFault,
  CompressedBodyFault,
  EmptyBodyFault,
  ErrorBodyWith200Fault,
  Fault,
  FaultMatch,
  FaultRule,
  FlippedByteFault,
  HtmlFault,
  IgnoreRangeFault,
  LatencyFault,
  RateLimitFault,
  RedirectFault,
  ResetAfterFault,
  ResetFault,
  ResetMidBodyFault,
  ShortLengthFault,
  SlowBodyFault,
  StalledBodyFault,
  StalledHeadersFault,
  StatusFault,
  StorageErrorFault,
  TruncatedBodyFault,
  WrongContentTypeFault,
  WrongRangeFault,
} from './faults/fault.js';
export type { EmulatorLimits } from './limits.js';
export type { Charge as ModelsLabCharge } from './modelslab/account/wallet.js';
export type { AssetRequest as ModelsLabAssetRequest } from './modelslab/assets/asset-store.js';
export type { ErrorsAt as ModelsLabErrorsAt } from './modelslab/failures/failure.js';
export type { PlannedFailure as ModelsLabFailure } from './modelslab/failures/failure-plan.js';
export type {
  FailureName as ModelsLabFailureName,
  Refusal as ModelsLabRefusal,
  Within200 as ModelsLabWithin200,
} from './modelslab/failures/named-failures.js';
export type { JobPlan as ModelsLabJobPlan } from './modelslab/jobs/job-plan.js';
export type { JobStatus as ModelsLabJobStatus } from './modelslab/jobs/job-record.js';
export type { ModelsLabControls, SubmittedModelsLabJob } from './modelslab/modelslab-controls.js';
export type { ModelsLabEmulation } from './modelslab/modelslab-options.js';
export type { Members as ModelsLabMembers, RouteKind as ModelsLabRouteKind } from './modelslab/route.js';
export type { OAuthAppCredentials, OAuthApps } from './oauth/oauth-apps.js';
export type { OAuthBehaviour } from './oauth/oauth-behaviour.js';
export type { CallbackDelivery, DeliveryAttempt } from './orchestration/callbacks/callback-queue.js';
export type { FinalStatus, OpenStatus, WorkStatus } from './orchestration/lifecycle/work-status.js';
export type { LedgerEntry } from './orchestration/money/buzz-accounts.js';
export type { Balances, Currency } from './orchestration/money/currency.js';
export type { FailWork, OrchestrationControls, SubmittedWorkflow } from './orchestration/orchestration-controls.js';
export type { OrchestrationOptions } from './orchestration/orchestration-options.js';
export type { OriginName, RecordedRequest } from './request-log.js';
export type { ExpireTokens, RunningEmulator } from './running-emulator.js';
export type { SiteBehaviour } from './site/site-behaviour.js';
export type { StorageBehaviour } from './storage/storage-behaviour.js';

const MINUTE_MS = 60_000;
const DAY_SECONDS = 24 * 60 * 60;
const MULTIPART_BYTES = 26_214_400;

function deriveSecret(name: string, seed: number): string {
  return createHash('sha256').update(`${name}:${seed}`).digest('hex').slice(0, 32);
}

/**
 * Starts a stand-in for the Civitai APIs on this machine. It parses, validates, pages and fails as the real servers do,
 * over a made-up catalogue that is the same for the same seed. Beside the site it opens its OAuth host, the object
 * storage downloads are redirected to, the generation API and the contents of its blobs, each on an origin of its own.
 *
 * @throws Error when a port is taken.
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<RunningEmulator> {
  const { host = '127.0.0.1', port = 0, authPort = 0, storagePort = 0, seed = 1, oauth = {} } = options;
  const { orchestrationPort = 0, blobsPort = 0, modelslabPort = 0, modelslabAssetsPort = 0 } = options;
  const { modelCount = 300, imageCount = 3000 } = options;
  // The site last: whoever waits for its port must not find it open while nobody answers yet.
  const generationPorts = [blobsPort, orchestrationPort, modelslabAssetsPort, modelslabPort];
  const origins = await openOrigins(host, [authPort, storagePort, ...generationPorts, port]);
  const [authOrigin, storageOrigin, blobsOrigin, orchestrationOrigin, modelslabAssets, modelslabOrigin, siteOrigin] =
    origins as readonly [Origin, Origin, Origin, Origin, Origin, Origin, Origin];
  const siteUrl = siteOrigin.url;
  const authUrl = authOrigin.url;
  const apiKey = options.apiKey ?? deriveSecret('api-key', seed);
  const partnerToken = deriveSecret('partner', seed);
  const limits = { ...SITE_LIMITS, ...options.limits };
  const minutes = createRateWindows(MINUTE_MS);
  const plan = createFaultPlan(options.faults ?? []);
  const log = createRequestLog();

  const registry = createTokenRegistry(apiKey);
  const storage = createObjectStore({
    origin: storageOrigin.url,
    downloadSeconds: options.signedUrlSeconds ?? DAY_SECONDS,
    partBytes: options.uploadPartBytes ?? MULTIPART_BYTES,
    behaviour: options.storage ?? {},
  });
  const oauthApps = createOAuthApps(seed);
  const hub = createAuthHub({ authUrl, seed, apps: oauthApps, behaviour: oauth, limits, minutes, registry });
  const catalogue = createCatalogue({ seed, modelCount, imageCount });
  const site: Site = {
    catalogue,
    behaviour: options.behaviour ?? {},
    siteUrl,
    tokens: registry,
    partnerToken,
    limits,
    minutes,
    days: createRateWindows(DAY_SECONDS * 1000),
    vault: createVaultStore(),
    partnerModels: createPartnerModels(),
    storage,
  };
  const orchestration = createOrchestration({
    options: options.orchestration ?? {},
    seed,
    apiUrl: orchestrationOrigin.url,
    contentUrl: blobsOrigin.url,
    siteUrl,
    tokens: registry,
    catalogue,
  });
  const modelslab = createModelsLab({
    options: options.modelslab ?? {},
    seed,
    apiUrl: modelslabOrigin.url,
    assetsUrl: modelslabAssets.url,
  });

  const actions: ControlActions = {
    addKey: (key) => registry.addKey(key),
    revokeKey: (key) => registry.revoke(key),
    approveDevice: (userCode) => hub.devices.answer(userCode, 'approved'),
    denyDevice: (userCode) => hub.devices.answer(userCode, 'denied'),
    expireTokens: ({ refreshTokens = false } = {}) => hub.tokens.expireAll(refreshTokens),
    expireSignedUrls: () => {
      storage.expireUrls();
      orchestration.expireBlobUrls();
    },
    orchestration: orchestration.controls,
    modelslab: modelslab.controls,
  };
  const serve = (name: OriginName, origin: Origin, answer: Host): void =>
    origin.serve((request, response) =>
      handleRequest(request, response, { plan, log, actions, origin: name, host: answer }),
    );
  const authHost = createAuthHost(hub);
  serve('site', siteOrigin, withOldOAuthPaths(createSiteRouter(site), authHost, authUrl));
  serve('auth', authOrigin, authHost);
  serve('storage', storageOrigin, storage.host);
  serve('orchestration', orchestrationOrigin, orchestration.host);
  serve('blobs', blobsOrigin, orchestration.contentHost);
  serve('modelslab', modelslabOrigin, modelslab.host);
  serve('modelslab-assets', modelslabAssets, modelslab.assetHost);

  const close = async (): Promise<void> => {
    orchestration.close();
    modelslab.close();
    await Promise.all(origins.map((origin) => origin.close()));
  };
  return {
    siteUrl,
    authUrl,
    storageUrl: storageOrigin.url,
    orchestrationUrl: orchestrationOrigin.url,
    blobsUrl: blobsOrigin.url,
    modelslabUrl: modelslab.baseUrl,
    modelslabAssetsUrl: modelslabAssets.url,
    modelslabKey: modelslab.key,
    modelslabEnterpriseKey: modelslab.enterpriseKey,
    modelslabAgentToken: modelslab.agentToken,
    apiKey,
    apiToken: apiKey,
    partnerToken,
    oauthApps,
    requests: log.requests,
    addFault: (rule) => plan.add(rule),
    clearFaults: () => plan.clear(),
    ...actions,
    close,
    [Symbol.asyncDispose]: close,
  };
}
