import { dirname } from 'node:path';
import { type CivitaiError, isCivitaiError } from '../../errors/civitai-error.js';
import type { ClientPipeline } from '../../transport/pipeline-access.js';
import type { FilesClient } from '../client-access.js';
import { partPaths } from '../transfer/part-paths.js';
import { SignedLink } from '../transfer/signed-link.js';
import type { TransferEvent } from '../transfer/transfer-event.js';
import { transferFile } from '../transfer/transfer-file.js';
import type { ExpectedFile, TransferJob, TransferSettings } from '../transfer/transfer-job.js';
import { writeFailure } from '../write-failure.js';
import type { DownloadedFile, DownloadOptions } from './download-options.js';
import { riskOf } from './judge-file.js';
import { type ReusedFile, reuseLocal } from './local-copies.js';
import type { NewFolders } from './new-folders.js';
import type { PlannedFile } from './planned-file.js';
import { settleTarget } from './settle-target.js';

/** What a download works with. */
export interface DownloadParts {
  readonly client: FilesClient;
  readonly access: ClientPipeline;
  readonly settings: TransferSettings;
  readonly signal: AbortSignal;
  readonly folders: NewFolders;
  /** Throws when no link must be asked for any more. */
  readonly beforeLink: () => void;
}

/**
 * Downloads one file to one path: nothing is requested until it is clear that the file is allowed, is not there and can be
 * written.
 *
 * @throws what went wrong; what has arrived is kept
 */
export async function downloadFile(
  file: PlannedFile,
  path: string,
  options: DownloadOptions,
  parts: DownloadParts,
): Promise<DownloadedFile> {
  const { access, settings, signal } = parts;
  const { disk } = settings;
  const emit = (event: TransferEvent): void => options.onEvent?.({ ...event, file });
  signal.throwIfAborted();
  for (const notice of file.notices) emit({ type: 'notice', ...notice });
  const risk = options.allowUnsafe === true ? undefined : riskOf(file.file);
  if (risk !== undefined) throw risk;
  const settled = await settleTarget(path, file, { onConflict: options.onConflict ?? 'fail', disk, signal });
  if (settled.skip) return skipped(file, settled);
  const folder = dirname(settled.path);
  const topmost = await disk.makeFolder(folder).catch((thrown: unknown) => {
    throw writeFailure(thrown, folder);
  });
  parts.folders.add(folder, topmost);
  const paths = partPaths(settled.path);
  const { overwrite } = settled;
  if (options.reuse !== undefined) {
    const clock = access.pipeline.clock;
    const reused = await reuseLocal(file, options.reuse, { paths, overwrite, disk, clock, signal });
    if (reused !== undefined) {
      return { ...common(file, paths.target), outcome: 'reused', bytes: reused.bytes, ...proven(reused) };
    }
  }
  const job = jobOf(file, { paths, overwrite }, options, parts, emit);
  try {
    const { bytes, resumedFromBytes, ...verdict } = await transferFile(job);
    return {
      ...common(file, paths.target),
      outcome: 'downloaded',
      bytes,
      resumedFromBytes,
      ...verdict,
      links: job.link.count,
    };
  } catch (error) {
    throw isCivitaiError(error) ? await withPart(error, job) : error;
  }
}

function common(file: PlannedFile, path: string): Pick<DownloadedFile, 'file' | 'path' | 'resumedFromBytes' | 'links'> {
  return { file, path, resumedFromBytes: 0, links: 0 };
}

function skipped(file: PlannedFile, { found, path }: { readonly path: string; readonly found: Found }): DownloadedFile {
  const base = { ...common(file, path), outcome: 'skipped' as const, bytes: found.bytes };
  if (found.state !== 'same') return { ...base, verified: false };
  return { ...base, ...proven(found) };
}

function proven({
  actual,
  algorithm,
}: Pick<ReusedFile, 'actual' | 'algorithm'>): Pick<DownloadedFile, 'verified' | 'algorithm' | 'sha256'> {
  return { verified: true, algorithm, ...(algorithm === 'sha256' ? { sha256: actual } : {}) };
}

type Found = Extract<Awaited<ReturnType<typeof settleTarget>>, { readonly skip: true }>['found'];

function jobOf(
  planned: PlannedFile,
  place: Pick<TransferJob, 'paths' | 'overwrite'>,
  options: DownloadOptions,
  { access, beforeLink, client, settings, signal }: DownloadParts,
  emit: TransferJob['emit'],
): TransferJob {
  const { file, name, version } = planned;
  const sha256 = file.hashes.SHA256?.toUpperCase();
  return {
    ...place,
    access,
    settings,
    identity: { versionId: version.id, fileId: file.id, ...(sha256 === undefined ? {} : { sha256 }) },
    expected: { fileName: name, sizeBytes: planned.sizeBytes, hashes: file.hashes },
    link: new SignedLink({
      access,
      // Made from ids: an address out of an answer might lead to another host, and the key with it.
      url: `${access.baseUrl}/api/download/models/${version.id}?fileId=${file.id}`,
      fileName: name,
      headersTimeoutMs: settings.headersTimeoutMs,
      beforeRequest: beforeLink,
      onLink: (count) => {
        emit({ type: 'link', count });
      },
    }),
    verify: {
      how: options.verify ?? 'hash',
      required: options.requireHash ?? false,
      accepted: options.acceptHashes ?? [],
    },
    resume: options.resume ?? true,
    lockPatienceMs: options.lockPatienceMs ?? 0,
    signal,
    emit,
    askAgain: () => askAgain(planned, client, signal),
  };
}

/** What the site says of the file now, past the caches in between; `undefined` when it is not listed any more. */
async function askAgain(
  { file, name, version }: PlannedFile,
  client: FilesClient,
  signal: AbortSignal,
): Promise<ExpectedFile | undefined> {
  try {
    const latest = await client.modelVersions.get(version.id, { signal, headers: { 'cache-control': 'no-cache' } });
    const found = latest.files.find(({ id }) => id === file.id);
    if (found === undefined) return undefined;
    const sizeBytes = found.sizeKB > 0 ? Math.round(found.sizeKB * 1024) : undefined;
    return { fileName: name, sizeBytes, hashes: found.hashes };
  } catch (error) {
    if (isCivitaiError(error) && error.code === 'not_found') return undefined;
    throw error;
  }
}

/** Says in the error what was kept. */
async function withPart(failure: CivitaiError, { paths, settings }: TransferJob): Promise<CivitaiError> {
  const part = await settings.disk.lstat(paths.part).catch(() => undefined);
  if (part?.isFile() !== true) return failure;
  const details = { path: paths.target, ...failure.details, partPath: paths.part, keptBytes: part.size };
  Object.defineProperty(failure, 'details', { value: details, enumerable: true, configurable: true });
  return failure;
}
