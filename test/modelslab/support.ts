import type { CreateClientOptions } from '@civitkit/core/client';
import { createModelsLabClient, type ModelsLabClient, type ModelsLabOptions } from '@civitkit/sdk/modelslab/client';
import { type EmulatorOptions, type RunningEmulator, startEmulator } from 'civitkit/emulator';
import { onTestFinished } from 'vitest';
import { TestClock } from '../support/test-clock.js';

/** An emulator and a client of it, which end with the test. */
export interface EmulatedModelsLab {
  readonly emulator: RunningEmulator;
  readonly client: ModelsLabClient;
  /** Pauses between requests are over at once. */
  readonly clock: TestClock;
}

/** Starts both. */
export async function startModelsLab(
  modelslab: EmulatorOptions['modelslab'] = {},
  options: ModelsLabOptions = {},
  parts: CreateClientOptions = {},
): Promise<EmulatedModelsLab> {
  const emulator = await startEmulator({ modelCount: 1, imageCount: 0, modelslab });
  const clock = new TestClock(32_000);
  const client = createModelsLabClient(
    {
      baseUrl: emulator.modelslabUrl,
      apiKey: emulator.modelslabKey,
      enterpriseKey: emulator.modelslabEnterpriseKey,
      ...options,
    },
    { clock, ...parts },
  );
  onTestFinished(async () => {
    client.close();
    await emulator.close();
  });
  return { emulator, client, clock };
}

/** Every job to come ends with the poll of this number, however long that takes. */
export function endWithPoll(emulator: RunningEmulator, polls: number): void {
  emulator.modelslab.planJob({ times: Number.POSITIVE_INFINITY, workMs: 3_600_000, polls });
}
