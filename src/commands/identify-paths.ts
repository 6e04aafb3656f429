import { resolve } from 'node:path';
import type { CivitaiClient } from '@civitkit/core/client';
import { defaultHashCachePath, type IdentifyReport, identifyFiles } from '@civitkit/core/files';
import type { CommandIo } from '../command-io.js';
import { IdentifyBoard } from './identify-board.js';

/** How files are looked for and recognised. */
export interface IdentifyPathsOptions {
  /** False with `--no-recursive`. */
  readonly recursive: boolean;
  /** A path, or false with `--no-cache`. */
  readonly cache?: string | boolean;
  /** Whether the models are asked for as well. */
  readonly updates: boolean;
  /** False with `--no-weak`. */
  readonly weak: boolean;
  readonly jobs?: number;
  readonly quiet?: boolean;
}

/** Finds out which models the files below some paths are, and shows how far it is. */
export async function identifyPaths(
  paths: readonly string[],
  { cache, jobs, quiet, recursive, updates, weak }: IdentifyPathsOptions,
  { civitai, io, stop }: { readonly civitai: CivitaiClient; readonly io: CommandIo; readonly stop: AbortSignal },
): Promise<IdentifyReport> {
  const cachePath = typeof cache === 'string' ? resolve(io.cwd, cache) : defaultHashCachePath(io.env);
  using board = new IdentifyBoard(io, quiet === true);
  return await identifyFiles(
    paths.map((path) => resolve(io.cwd, path)),
    civitai,
    {
      recursive,
      updates,
      signal: stop,
      ...(cache === false ? {} : { cachePath }),
      ...(weak ? {} : { weakHashes: [] }),
      ...(jobs === undefined ? {} : { concurrency: jobs }),
      onProgress: (progress) => board.show(progress),
    },
  );
}
