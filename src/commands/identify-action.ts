import { resolve } from 'node:path';
import type { CivitaiClient } from '@civitkit/core/client';
import {
  applyRenames,
  createDownloader,
  describeFiles,
  type IdentifiedFile,
  type IdentifyReport,
  type PlannedRename,
  planRenames,
  type SidecarKind,
} from '@civitkit/core/files';
import type { CommandIo } from '../command-io.js';
import { CommandFailure, type ExitCode, exitCode } from '../exit-code.js';
import { exitCodeOf } from '../exit-code-of.js';
import { untilStopped } from '../interrupted.js';
import { count } from '../output/count.js';
import { previewLimit } from '../tool-settings/maturity.js';
import { fetchPreview } from './download-preview.js';
import type { IdentifyCommandOptions } from './identify.js';
import { identifyPaths } from './identify-paths.js';
import { printFiles, printRenames } from './identify-print.js';
import { openSite } from './site-client.js';

/** `civitkit identify`. */
export async function runIdentify(
  paths: readonly string[],
  options: IdentifyCommandOptions,
  io: CommandIo,
): Promise<void> {
  const stop = io.stopSignal();
  const kinds = (options.sidecar ?? []).map((name) => (name === 'json' ? 'model' : name) as SidecarKind);
  using site = await openSite(options, io);
  const { civitai } = site;
  const report = await untilStopped(stop, 'Stopped. What was hashed is remembered; nothing was changed.', () =>
    // The whole model is asked for in the same request.
    identifyPaths(paths, { ...options, updates: options.updates || kinds.includes('model') }, { civitai, io, stop }),
  );
  for (const problem of report.problems) io.err(`Warning: ${problem.message}`);
  const renames = options.rename === undefined ? [] : await rename(report, options.rename, options, { io, stop });
  await printFiles(report.files, renames, options, io);
  const codes = [...failuresOf(report.files), ...renames.flatMap(({ code }) => code ?? [])];
  if (kinds.length > 0 && options.dryRun !== true) {
    codes.push(...(await describe(report, renames, kinds, options, { civitai, io, stop })));
  }
  finish(report.files, codes, io, options.quiet === true);
}

interface Parts {
  readonly civitai: CivitaiClient;
  readonly io: CommandIo;
  readonly stop: AbortSignal;
}

/** A rename, and what became of it. */
export interface DoneRename {
  readonly planned: PlannedRename;
  /** Where the file is now. */
  readonly path: string;
  readonly text: string;
  readonly code?: ExitCode;
}

async function rename(
  { files, models }: IdentifyReport,
  pattern: string,
  { dryRun, root }: IdentifyCommandOptions,
  { io, stop }: Omit<Parts, 'civitai'>,
): Promise<readonly DoneRename[]> {
  const folder = root === undefined ? {} : { root: resolve(io.cwd, root) };
  const plan = await planRenames(files, { pattern, models, ...folder });
  const done = dryRun === true ? [] : await applyRenames(plan, { signal: stop });
  const outcomes = new Map(done.map((one) => [one.from, one]));
  const all = plan.map((planned): DoneRename => {
    const { action, error, from, to } = planned;
    const outcome = outcomes.get(from);
    if (outcome !== undefined) {
      const path = outcome.outcome === 'renamed' ? to : from;
      const text = outcome.error === undefined ? 'renamed' : outcome.error.message;
      return { planned, path, text, ...(outcome.error === undefined ? {} : { code: exitCodeOf(outcome.error) }) };
    }
    if (action === 'rename') return { planned, path: from, text: 'would be renamed' };
    if (action === 'same') return { planned, path: from, text: 'has that name' };
    if (action === 'duplicate') return { planned, path: from, text: 'the same file has that name' };
    const reasons = { collision: 'two files would get that name', exists: 'there is a file of that name' };
    const text = action === 'unsafe' ? (error?.message ?? 'unsafe') : reasons[action];
    return { planned, path: from, text, code: exitCode.refused };
  });
  printRenames(all, io);
  return all;
}

async function describe(
  { files, models }: IdentifyReport,
  renames: readonly DoneRename[],
  kinds: readonly SidecarKind[],
  { nsfwMax }: IdentifyCommandOptions,
  { civitai, io, stop }: Parts,
): Promise<readonly ExitCode[]> {
  const paths = new Map(renames.map(({ path, planned }) => [planned.from, path]));
  const moved = files.map((file): IdentifiedFile => ({ ...file, path: paths.get(file.path) ?? file.path }));
  const versions = new Map(
    files.flatMap((file) =>
      'version' in file ? file.version.images.map(({ url }) => [url, file.version] as const) : [],
    ),
  );
  const downloader = createDownloader(civitai);
  const described = await describeFiles(moved, {
    kinds,
    models,
    signal: stop,
    maxNsfwLevel: previewLimit(nsfwMax ?? 'pg13'),
    fetchImage: async (image, signal) => {
      const version = versions.get(image.url);
      return version === undefined ? undefined : await fetchPreview(downloader, version, image, signal ?? stop);
    },
  });
  const codes: ExitCode[] = [];
  let written = 0;
  for (const { path, sidecars } of described) {
    for (const { error, kind, outcome, reason } of sidecars) {
      if (outcome === 'written' || outcome === 'merged') written += 1;
      if (outcome === 'kept' || outcome === 'skipped') io.err(`${path}: ${kind} ${outcome}, ${reason ?? ''}`);
      if (error === undefined) continue;
      io.err(`${path}: ${kind}: ${error.message} [${error.code}]`);
      codes.push(exitCodeOf(error));
    }
  }
  io.err(`${count(written, 'description')} written.`);
  return codes;
}

function failuresOf(files: readonly IdentifiedFile[]): ExitCode[] {
  return files.flatMap((file) => (file.status === 'failed' ? [exitCodeOf(file.error)] : []));
}

/** @throws CommandFailure when something failed, or when a file is not known */
function finish(files: readonly IdentifiedFile[], codes: readonly ExitCode[], io: CommandIo, quiet: boolean): void {
  const number = (status: IdentifiedFile['status']): number => files.filter((file) => file.status === status).length;
  const parts = [
    `${count(files.length, 'file')}: ${number('known') + number('outdated')} known`,
    `${number('outdated')} with a newer version`,
    `${number('unknown')} unknown`,
    `${number('failed')} failed`,
  ];
  const summary = `${parts.join(', ')}.`;
  const [code, ...others] = new Set(codes);
  if (code !== undefined) throw new CommandFailure(summary, others.length === 0 ? code : exitCode.failure);
  if (number('unknown') > 0) throw new CommandFailure(summary, exitCode.notFound);
  if (files.length === 0) throw new CommandFailure('There is no model in these folders.', exitCode.usage);
  if (!quiet) io.err(summary);
}
