import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { EmulatorOptions } from '../../src/emulator/emulator-options.js';
import type { RecordedRequest } from '../../src/emulator/request-log.js';
import type { RunningEmulator } from '../../src/emulator/running-emulator.js';
import { startEmulator } from '../../src/emulator/start-emulator.js';
import { type CliOptions, type CliOutcome, createSandbox, runCli, type Sandbox } from './run-cli.js';

/** A wrong key; it must never be printed. */
export const canary = 'canary0123456789abcdef0123456789';

/** The emulated site, and the built command pointed at it. */
export interface SiteUnderTest {
  readonly emulator: RunningEmulator;
  readonly sandbox: Sandbox;
  /** Where the command finds the site. */
  readonly env: Readonly<Record<string, string>>;
  /** Runs the command against the site, without a key. */
  run(args: readonly string[], options?: CliOptions): Promise<CliOutcome>;
  /** What the site was asked since the test began. */
  asked(): readonly RecordedRequest[];
}

/** Starts an emulator for a file of tests, with a fresh sandbox for each. */
export function useSite(options: EmulatorOptions = {}): SiteUnderTest {
  let emulator: RunningEmulator;
  let sandbox: Sandbox;
  let before: RecordedRequest | undefined;
  beforeAll(async () => {
    emulator = await startEmulator(options);
  });
  beforeEach(() => {
    sandbox = createSandbox();
    before = emulator.requests.at(-1);
  });
  afterEach(() => {
    emulator.clearFaults();
    sandbox.remove();
  });
  afterAll(() => emulator.close());
  const env = (): Record<string, string> => ({
    CivitaiApi__BaseUrl: emulator.siteUrl,
    CivitaiApi__Retry__MaxRetries: '0',
  });
  return {
    get emulator() {
      return emulator;
    },
    get sandbox() {
      return sandbox;
    },
    get env() {
      return env();
    },
    run: (args, { env: more, ...others } = {}) => runCli(sandbox, args, { ...others, env: { ...env(), ...more } }),
    asked: () => emulator.requests.slice(before === undefined ? 0 : emulator.requests.indexOf(before) + 1),
  };
}
