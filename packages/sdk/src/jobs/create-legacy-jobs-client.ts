import { clientInternals } from '../client-internals.js';
import type { OrchestrationClient } from '../orchestration-client.js';
import { LegacyJobsClient } from './legacy-jobs-client.js';

/**
 * A client of the **legacy v1 jobs**, on the token, connections, retries and observability of a generation client. It
 * holds nothing of its own, and is closed with that client.
 *
 * @throws TypeError for what is no `OrchestrationClient`
 *
 * @example
 * ```ts
 * import { createOrchestrationClient } from '@civitkit/sdk/client';
 * import { createLegacyJobsClient } from '@civitkit/sdk/jobs';
 *
 * using generation = createOrchestrationClient();
 * const jobs = createLegacyJobsClient(generation);
 * const coverage = await jobs.coverage(['urn:air:sdxl:checkpoint:civitai:101055@128078']);
 * console.log([...coverage.values()].map(({ availability, workers }) => `${availability}, ${workers} workers`));
 * ```
 */
export function createLegacyJobsClient(generation: OrchestrationClient): LegacyJobsClient {
  // Asked for by its member, so that a client of a second copy of this package fits as well.
  const internals = (generation as Partial<OrchestrationClient> | null | undefined)?.[clientInternals];
  if (internals === undefined) throw new TypeError('createLegacyJobsClient: give it an OrchestrationClient');
  return new LegacyJobsClient(internals);
}
