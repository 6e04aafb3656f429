import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll } from 'vitest';

/** What every call of the official client resolves with; it never rejects. */
export interface OfficialAnswer {
  readonly data?: unknown;
  readonly error?: {
    readonly status?: number;
    readonly detail?: string;
    readonly errors?: Readonly<Record<string, unknown>>;
  };
  readonly response?: Response;
}

/** The options its calls take. */
export interface OfficialCall {
  readonly path?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly bodySerializer?: null;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A client as the package makes it. */
export interface OfficialClient {
  readonly getConfig: () => { readonly baseUrl?: string };
}

interface PatchOperation {
  readonly op: string;
  readonly path: string;
  readonly value?: unknown;
}

/** The package's own types do not resolve under this module resolution; these are the parts the tests call. */
export interface OfficialPackage {
  readonly createCivitaiClient: (config: { readonly baseUrl: string; readonly auth: string }) => OfficialClient;
  readonly JsonPatchFactory: new () => {
    readonly operations: readonly PatchOperation[];
    addOperation(operation: PatchOperation): void;
  };
  readonly [operation: string]: unknown;
}

/** Calls one operation of the package. */
export type CallOfficial = (operation: string, options?: OfficialCall) => Promise<OfficialAnswer>;

/**
 * The official package, bundled once for a test file: its modules import folders, which bundlers resolve and Node does
 * not. What runs is the published code, nothing else.
 */
export function officialPackage(): () => OfficialPackage {
  let loaded: OfficialPackage | undefined;
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'civitkit-official-'));
    const outfile = join(folder, 'official.mjs');
    await build({
      stdin: {
        contents: "export * from '@civitai/orchestration-client';",
        resolveDir: fileURLToPath(new URL('.', import.meta.url)),
      },
      bundle: true,
      format: 'esm',
      platform: 'node',
      logLevel: 'silent',
      outfile,
    });
    loaded = (await import(pathToFileURL(outfile).href)) as OfficialPackage;
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return () => {
    if (loaded === undefined) throw new Error('ask inside a test');
    return loaded;
  };
}

/** Binds the package's functions to one client. */
export function callerOf(official: OfficialPackage, client: OfficialClient): CallOfficial {
  return (operation, options = {}) => {
    const call = official[operation];
    if (typeof call !== 'function') throw new Error(`The official package has no ${operation}.`);
    return Promise.resolve(call({ client, ...options }) as Promise<OfficialAnswer>);
  };
}
