import {
  createOrchestrationClient,
  type OrchestrationClient,
  steps,
  type WorkflowTemplate,
} from '@civitkit/sdk/client';
import { type EmulatorOptions, type RunningEmulator, startEmulator } from 'civitkit/emulator';
import { afterEach } from 'vitest';

/** An emulator and a client of it, for each test of a file. */
export interface Emulated {
  readonly emulator: RunningEmulator;
  readonly client: OrchestrationClient;
  start(options?: EmulatorOptions): Promise<OrchestrationClient>;
}

/** To be called at the top of a test file. */
export function useEmulator(): Emulated {
  let emulator: RunningEmulator | undefined;
  let client: OrchestrationClient | undefined;
  afterEach(async () => {
    client?.close();
    await emulator?.close();
    client = undefined;
    emulator = undefined;
  });
  return {
    get emulator() {
      if (emulator === undefined) throw new Error('call start() first');
      return emulator;
    },
    get client() {
      if (client === undefined) throw new Error('call start() first');
      return client;
    },
    start: async (options = {}) => {
      emulator = await startEmulator({ modelCount: 1, imageCount: 1, ...options });
      client = createOrchestrationClient({ baseUrl: emulator.orchestrationUrl, apiToken: emulator.apiToken });
      return client;
    },
  };
}

/** A workflow that makes one image. */
export function picture(prompt = 'a lighthouse at dusk', change: Partial<WorkflowTemplate> = {}): WorkflowTemplate {
  return { steps: [steps.textToImage({ prompt }, { name: 'hero' })], ...change };
}

/** What was asked of the generation API so far, such as `GET wait=30`. */
export function asked(emulator: RunningEmulator): readonly string[] {
  return emulator.requests
    .filter(({ origin }) => origin === 'orchestration')
    .map(({ method, query }) => `${method} ${query}`.trim());
}
