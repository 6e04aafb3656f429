import { type CivitaiClient, Configuration, createCivitaiClient } from '@civitkit/core/client';
import { type EmulatorOptions, type RunningEmulator, startEmulator } from 'civitkit/emulator';
import { afterAll, beforeAll } from 'vitest';

/** A running emulator and clients of it that refuse every field they do not know. */
export interface Emulated {
  readonly emulator: RunningEmulator;
  /** With the emulator's key. */
  readonly civitai: CivitaiClient;
  readonly anonymous: CivitaiClient;
}

/** A client of an emulator, strict unless told. */
export function clientOf(
  emulator: RunningEmulator,
  section: Readonly<Record<string, unknown>> = { ApiKey: emulator.apiKey },
): CivitaiClient {
  return createCivitaiClient(
    Configuration.from({ CivitaiApi: { BaseUrl: emulator.siteUrl, StrictJsonParsing: true, ...section } }),
  );
}

/** One emulator for all tests of a file; asked for its parts inside the tests. */
export function emulated(options: EmulatorOptions = {}): () => Emulated {
  let parts: Emulated | undefined;
  beforeAll(async () => {
    const emulator = await startEmulator(options);
    parts = { emulator, civitai: clientOf(emulator), anonymous: clientOf(emulator, {}) };
  });
  afterAll(async () => {
    parts?.civitai.close();
    parts?.anonymous.close();
    await parts?.emulator.close();
  });
  return () => {
    if (parts === undefined) throw new Error('ask inside a test');
    return parts;
  };
}
