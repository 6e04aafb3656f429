import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { type EmulatorOptions, type RunningEmulator, startEmulator } from 'civitkit/emulator';
import { afterEach, beforeEach, expect } from 'vitest';
import { createCatalogue, type PlacedFile } from '../../src/emulator/catalogue/catalogue.js';
import type { StartedCli } from './generation.js';
import {
  type CliOptions,
  type CliOutcome,
  createSandbox,
  outcomeOf,
  runCli,
  type Sandbox,
  spawnCli,
} from './run-cli.js';

/** A key that must never be seen. */
export const canary = 'canary0123456789abcdef0123456789';

/** The real command against a real emulator, with a project folder of its own. */
export interface DownloadCli {
  readonly emulator: RunningEmulator;
  readonly sandbox: Sandbox;
  readonly env: Readonly<Record<string, string>>;
  run(args: readonly string[], options?: CliOptions): Promise<CliOutcome>;
  start(args: readonly string[], options?: CliOptions): StartedCli;
  /** A path in the project. */
  path(...parts: readonly string[]): string;
  /** All files below the project, in order, with `/`. */
  files(): readonly string[];
  /** How many links were asked for: each counts against a quota. */
  links(): number;
}

/** An emulator and a project folder for every test of a file. After each test nothing has seen the canary. */
export function downloads(options: EmulatorOptions = {}): DownloadCli {
  let emulator: RunningEmulator;
  let sandbox: Sandbox;
  let printed: CliOutcome[];
  beforeEach(async () => {
    emulator = await startEmulator({ apiKey: canary, imageCount: 200, ...options });
    sandbox = createSandbox();
    printed = [];
  });
  afterEach(async () => {
    await emulator.close();
    const written = contentsBelow(sandbox.home) + contentsBelow(sandbox.project);
    sandbox.remove();
    for (const { stderr, stdout } of printed) expect(stdout + stderr).not.toContain(canary);
    expect(written).not.toContain(canary);
  });
  const environment = (more: CliOptions['env'] = {}): Readonly<Record<string, string>> => ({
    CivitaiApi__BaseUrl: emulator.siteUrl,
    CivitaiApi__ApiKey: canary,
    ...more,
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
      const outcome = await runCli(sandbox, args, { ...runOptions, env: environment(runOptions.env) });
      printed.push(outcome);
      return outcome;
    },
    start: (args, runOptions = {}) => {
      const child = spawnCli(sandbox, args, { env: environment(runOptions.env) });
      let stderr = '';
      child.stderr.on('data', (bytes: Buffer) => {
        stderr += bytes.toString('utf8');
      });
      const outcome = outcomeOf(child).then((ended) => {
        printed.push(ended);
        return ended;
      });
      child.stdin.on('error', () => undefined);
      child.stdin.end();
      return { child, outcome, stderr: () => stderr };
    },
    path: (...parts) => join(sandbox.project, ...parts),
    files: () => filesBelow(sandbox.project),
    links: () => emulator.requests.filter(({ path }) => path.startsWith('/api/download/')).length,
  };
}

/** All files below a folder, relative to it. */
function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll(sep, '/'),
    )
    .toSorted();
}

function contentsBelow(folder: string): string {
  return filesBelow(folder)
    .map((file) => readFileSync(join(folder, file), 'latin1'))
    .join('\n');
}

/** The SHA256 of a file, upper case; nothing when there is none. */
export function sha256Of(path: string): string | undefined {
  if (!existsSync(path)) return undefined;
  return createHash('sha256').update(readFileSync(path)).digest('hex').toUpperCase();
}

/** The lines of an output. */
export function linesOf(text: string): readonly string[] {
  return text.split('\n').filter((line) => line !== '');
}

/** An event that was printed. */
export type PrintedEvent = Readonly<Record<string, unknown>> & { readonly event: string };

/** The events of `--json`. */
export function eventsOf({ stdout }: CliOutcome): readonly PrintedEvent[] {
  return linesOf(stdout).map((line) => JSON.parse(line) as PrintedEvent);
}

const catalogue: readonly PlacedFile[] = [
  ...createCatalogue({ seed: 1, modelCount: 300, imageCount: 0 }).fileById.values(),
];

/** The first primary file of the catalogue that is as told. */
export function findPlaced(test: (placed: PlacedFile) => boolean): PlacedFile {
  const found = catalogue.find((placed) => placed.file.primary && placed.file.content !== null && test(placed));
  if (found === undefined) throw new Error('the catalogue has no such file');
  return found;
}

/** Whether anybody with a key may download a file, and it is of the kind that needs no other permission. */
export function isFree({ file, model, version }: PlacedFile): boolean {
  const published = model.status === 'Published' && version.status === 'Published' && model.mode === null;
  const allowed = version.usageControl === 'Download' && version.paidAccess === null;
  const proven = file.metadata.format === 'SafeTensor' && file.hashes.SHA256 !== undefined;
  return published && allowed && proven && !model.poi && model.availability === 'Public' && version.id % 23 !== 0;
}
