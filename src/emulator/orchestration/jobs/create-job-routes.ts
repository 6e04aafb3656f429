import type { BlobStore } from '../blobs/blob-store.js';
import type { ResourceFleet } from '../resources/resource-fleet.js';
import type { ResourceIndex } from '../resources/resource-index.js';
import type { OrchestrationRoute } from '../route.js';
import { jobRoutes } from './job-routes.js';
import { createJobStore, makeJob } from './job-store.js';
import { usageRoutes } from './usage-routes.js';

/** What the old interface works on. */
export interface LegacyJobOptions {
  /** Where results go. */
  readonly blobs: BlobStore;
  readonly index: ResourceIndex;
  readonly fleet: ResourceFleet;
  /** How long a job takes; 1000 unless told. A job that takes longer than it may live (10 minutes) expires. */
  readonly workMs?: number;
  /** The longest an answer is held; 100000 unless told. */
  readonly maxWaitMs?: number;
  /** Milliseconds since 1970; the machine's clock unless told. */
  readonly now?: () => number;
}

/** The operations of the old interface, all below `/v1/consumer/`. */
export function createJobRoutes(options: LegacyJobOptions): readonly OrchestrationRoute[] {
  const { blobs, index, fleet, workMs = 1000, maxWaitMs = 100_000, now = Date.now } = options;
  const storeOptions = { blobs, workMs, now };
  const store = createJobStore(storeOptions);
  return [
    ...jobRoutes({
      store,
      blobs,
      now,
      maxWaitMs,
      price: (userId, template) => makeJob(userId, template, storeOptions),
    }),
    ...usageRoutes({ store, index, fleet, now }),
  ];
}
