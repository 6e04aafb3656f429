import { Configuration } from '@civitkit/core/client';
import { createOrchestrationClient, type OrchestrationClient } from '@civitkit/sdk/client';
import { createLegacyJobsClient, type LegacyJobsClient } from '@civitkit/sdk/jobs';
import { afterEach } from 'vitest';
import { type LoopbackServer, type Responder, startLoopback } from '../../../../test/support/loopback-server.js';
import { TestClock } from '../../../../test/support/test-clock.js';

/** A client of the old jobs and what it talks to. */
export interface Served {
  readonly jobs: LegacyJobsClient;
  readonly generation: OrchestrationClient;
  readonly server: LoopbackServer;
  readonly clock: TestClock;
}

/** Starts a server and a client for one test each; to be called at the top of a test file. */
export function servedJobs(): (script: Responder | readonly Responder[], clock?: TestClock) => Promise<Served> {
  const open: Served[] = [];
  afterEach(async () => {
    for (const { generation, server } of open.splice(0)) {
      generation.close();
      await server.close();
    }
  });
  return async (script, clock = new TestClock(60_000)) => {
    const server = await startLoopback(script);
    const configuration = Configuration.from({ CivitaiSdk: { BaseUrl: server.origin, ApiToken: 'legacy-token' } });
    const generation = createOrchestrationClient(configuration, { clock, random: () => 0 });
    const served = { jobs: createLegacyJobsClient(generation), generation, server, clock };
    open.push(served);
    return served;
  };
}

/** One request: its method and URL, and its body. */
export type Asked = readonly [line: string, body: unknown];

/** What was asked. */
export function asked({ exchanges }: LoopbackServer): readonly Asked[] {
  return exchanges.map(({ method, url, body }) => [`${method} ${url}`, body === '' ? undefined : JSON.parse(body)]);
}
