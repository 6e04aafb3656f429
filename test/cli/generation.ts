import { readdirSync } from 'node:fs';
import { type EmulatorOptions, type RunningEmulator, startEmulator } from 'civitkit/emulator';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { type CliOutcome, createSandbox, outcomeOf, runCli, type Sandbox, spawnCli } from './run-cli.js';

/** A key that must never be seen. */
export const canary = 'canary0123456789abcdef0123456789';

/** A workflow as `--json` prints it, as far as tests look at it. */
export interface PrintedWorkflow {
  readonly id: string;
  readonly status: string;
  readonly tags: readonly string[];
  readonly currencies: readonly string[];
  readonly allowMatureContent?: boolean | null;
  readonly cost: { readonly total: number };
  readonly steps: readonly { readonly $type: string; readonly input: Readonly<Record<string, unknown>> }[];
}

/** A started command, and what it comes to. */
export interface StartedCli {
  readonly child: ReturnType<typeof spawnCli>;
  readonly outcome: Promise<CliOutcome>;
  /** What has come on stderr so far. */
  stderr(): string;
}

/** The real command against a real emulator. */
export interface Generation {
  readonly emulator: RunningEmulator;
  readonly sandbox: Sandbox;
  readonly env: Readonly<Record<string, string>>;
  run(args: readonly string[], options?: { readonly stdin?: string }): Promise<CliOutcome>;
  start(args: readonly string[]): StartedCli;
  /** The files in a folder of the project, in order. */
  files(folder?: string): readonly string[];
  /** How many submissions have been made. */
  submissions(): number;
}

/** An emulator and a project folder for every test of a file. After each test nothing has seen the canary. */
export function generation(options: EmulatorOptions = {}): Generation {
  let emulator: RunningEmulator;
  let sandbox: Sandbox;
  let printed: CliOutcome[];
  beforeEach(async () => {
    emulator = await startEmulator({ apiKey: canary, ...options });
    sandbox = createSandbox();
    printed = [];
  });
  afterEach(async () => {
    await emulator.close();
    sandbox.remove();
    for (const { stderr, stdout } of printed) {
      for (const key of [canary, emulator.modelslabKey]) expect(stdout + stderr).not.toContain(key);
    }
  });
  const environment = (): Readonly<Record<string, string>> => ({
    CivitaiApi__BaseUrl: emulator.siteUrl,
    CivitaiSdk__BaseUrl: emulator.orchestrationUrl,
    CivitaiSdk__ApiToken: canary,
    ModelsLab__BaseUrl: emulator.modelslabUrl,
    MODELSLAB_API_KEY: emulator.modelslabKey,
  });
  return {
    get emulator() {
      return emulator;
    },
    get sandbox() {
      return sandbox;
    },
    get env() {
      return environment();
    },
    run: async (args, runOptions = {}) => {
      const outcome = await runCli(sandbox, args, { ...runOptions, env: environment() });
      printed.push(outcome);
      return outcome;
    },
    start: (args) => {
      const child = spawnCli(sandbox, args, { env: environment() });
      let stderr = '';
      child.stderr.on('data', (bytes: Buffer) => {
        stderr += bytes.toString('utf8');
      });
      const outcome = outcomeOf(child).then((ended) => {
        printed.push(ended);
        return ended;
      });
      child.stdin.end();
      return { child, outcome, stderr: () => stderr };
    },
    files: (folder = '.') => readdirSync(`${sandbox.project}/${folder}`).toSorted(),
    submissions: () => emulator.orchestration.workflows().length,
  };
}

/** Waits for something that another process does. */
export async function until(condition: () => boolean): Promise<void> {
  await vi.waitFor(() => expect(condition()).toBe(true), { timeout: 15_000, interval: 20 });
}

/** The one workflow that was printed. */
export function printedWorkflow({ stdout }: CliOutcome): PrintedWorkflow {
  return JSON.parse(stdout) as PrintedWorkflow;
}
