import { type LoopbackServer, type Responder, startLoopback } from '../../../../test/support/loopback-server.js';
import { TestClock } from '../../../../test/support/test-clock.js';
import type { ClientSettings } from '../../src/configuration/client-settings.js';
import type { ClientParts, OwnedPipeline } from '../../src/create-pipeline.js';
import type { Answer, CallOptions } from '../../src/transport/api-request.js';
import { getThing, raw, testPipeline } from '../support.js';

/** A paced pipeline and the server it talks to. */
export interface PacedPipeline extends AsyncDisposable {
  readonly server: LoopbackServer;
  readonly clock: TestClock;
  readonly owned: OwnedPipeline;
  /** A GET below `things`. */
  get(options?: CallOptions, path?: string): Promise<Answer<unknown>>;
}

/** How {@link pacedPipeline} differs from the usual. */
export type PacedParts = ClientParts & { readonly anonymous?: boolean; readonly beside?: PacedPipeline };

/** Waits up to 10 s are over at once and move the time; longer ones have to be passed by hand. */
export async function pacedPipeline(
  script: Responder | readonly Responder[],
  settings: Partial<ClientSettings>,
  { beside, ...parts }: PacedParts = {},
): Promise<PacedPipeline> {
  const server = beside?.server ?? (await startLoopback(script));
  const clock = beside?.clock ?? new TestClock(10_000);
  const owned = testPipeline(server.origin, settings, { clock, random: () => 0.5, ...parts });
  return {
    server,
    clock,
    owned,
    get: (options = {}, path = '1') =>
      owned.pipeline.send({ ...getThing, path: ['things', path] }, raw, options).withResponse(),
    [Symbol.asyncDispose]: async () => {
      owned.close();
      await server.close();
    },
  };
}
