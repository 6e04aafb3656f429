import { DownloadError } from '../../errors/download-error.js';
import { writeFailure } from '../write-failure.js';
import { checkSpace } from './check-space.js';
import { FetchPlan, fetchFile } from './fetch-file.js';
import { smallBytes } from './hash-on-disk.js';
import { InlineHasher } from './inline-hasher.js';
import { takePartLock } from './part-lock.js';
import { PartState } from './part-state.js';
import { placePart, quarantine } from './place-part.js';
import { ProgressMeter } from './progress-meter.js';
import { ThreadedHasher } from './threaded-hasher.js';
import type { HashName } from './transfer-event.js';
import { sizeToleranceBytes, type TransferJob } from './transfer-job.js';
import { bestHash, type Verdict, verifyPart } from './verify-part.js';

/** A file that has arrived. */
export interface TransferredFile {
  readonly bytes: number;
  /** So much was there from before. */
  readonly resumedFromBytes: number;
  /** Whether a published hash says that it is the published file. */
  readonly verified: boolean;
  readonly algorithm?: HashName;
  /** Upper case; absent when nothing was hashed. */
  readonly sha256?: string;
}

/**
 * Fetches one file: to `<target>.part`, checked, and then under its name. What has arrived when it fails stays, so that the
 * next call goes on from there.
 *
 * @throws DownloadError, ConnectionError, TimeoutError, the refusals of the site; the reason of the signal
 */
export async function transferFile(job: TransferJob): Promise<TransferredFile> {
  const { access, emit, lockPatienceMs, paths, signal } = job;
  requireHash(job);
  const lock = await takePartLock(paths.lock, {
    patienceMs: lockPatienceMs,
    clock: access.pipeline.clock,
    signal,
    onWait: () => {
      emit({ type: 'wait', for: 'lock' });
    },
  });
  try {
    return await transferLocked(job);
  } finally {
    await lock.release();
  }
}

async function transferLocked(job: TransferJob): Promise<TransferredFile> {
  const { access, emit, expected, identity, paths, resume, settings, verify } = job;
  const small = expected.sizeBytes !== undefined && expected.sizeBytes <= smallBytes;
  const mostBytes = expected.sizeBytes === undefined ? undefined : expected.sizeBytes + sizeToleranceBytes;
  const state = await PartState.open({
    paths,
    identity,
    disk: settings.disk,
    resume,
    mostBytes,
    createHasher:
      verify.how === 'hash' ? (path) => (small ? new InlineHasher(path) : new ThreadedHasher(path)) : undefined,
    onMovedAside: (path) => {
      const message = `What was begun here is of another file; it was moved to ${path}.`;
      emit({ type: 'notice', code: 'foreign_part', message });
    },
  });
  let nothingArrived = false;
  try {
    const resumedFromBytes = state.ranges.doneBytes;
    if (expected.sizeBytes !== undefined) {
      await checkSpace(settings.disk, paths.target, expected.sizeBytes - resumedFromBytes, settings.reserveBytes);
    }
    const totalBytes = state.ranges.totalBytes ?? expected.sizeBytes;
    emit({
      type: 'start',
      path: paths.target,
      resumedFromBytes,
      ...(totalBytes === undefined ? {} : { totalBytes }),
    });
    const meter = new ProgressMeter(access.pipeline.clock, resumedFromBytes, settings.progressIntervalMs);
    const verdict = await fetchAndVerify(job, state, meter);
    const bytes = state.ranges.doneBytes;
    await finish(job, state);
    const { algorithm, sha256 } = verdict;
    return {
      bytes,
      resumedFromBytes,
      verified: verdict.ok && algorithm !== undefined,
      ...(algorithm === undefined ? {} : { algorithm }),
      ...(sha256 === undefined ? {} : { sha256 }),
    };
  } catch (error) {
    await keep(state);
    nothingArrived = state.ranges.doneBytes === 0;
    throw error;
  } finally {
    await state.close();
    if (nothingArrived) await clear(job);
  }
}

/** Fetches until the hash is right; a wrong one is given a second chance, for bytes can be hurt on their way. */
async function fetchAndVerify(job: TransferJob, state: PartState, meter: ProgressMeter): Promise<Verdict> {
  const plan = new FetchPlan(job.settings.segments);
  let current = job;
  const seen: string[] = [];
  for (;;) {
    await fetchFile(current, state, plan, meter);
    await state.trim();
    const verdict = await verifyPart(current, state);
    if (verdict.ok) return verdict;
    seen.push(verdict.actual ?? `${state.ranges.doneBytes} bytes`);
    // The site may have published another file meanwhile, and its caches the old hash.
    const latest = await job.askAgain().catch(() => undefined);
    if (latest !== undefined && bestHash(latest.hashes)?.value !== verdict.expected) {
      current = { ...job, expected: latest };
      const second = await verifyPart(current, state);
      if (second.ok) return second;
    }
    if (seen.length > 1) throw await mismatch(current, state, verdict, seen);
    plan.restarted('hash_mismatch', job.paths.target);
    await state.restart();
    meter.restart();
    job.emit({ type: 'restart', reason: 'hash_mismatch' });
  }
}

async function mismatch(
  { paths, settings, verify }: TransferJob,
  state: PartState,
  { actual, algorithm, expected }: Verdict,
  seen: readonly string[],
): Promise<DownloadError> {
  await state.close();
  const badPath = await quarantine(paths, settings.disk);
  const kept = badPath === undefined ? 'They were removed.' : `They are kept as ${badPath}, and never used.`;
  if (verify.how === 'size') {
    return new DownloadError(`${paths.target}: its length is not the published one, twice. ${kept}`, {
      code: 'incomplete_download',
      details: { path: paths.target, badPath },
    });
  }
  const same = seen.every((hash) => hash === actual);
  const why = same
    ? `Two downloads gave the same bytes, so the published hash is probably wrong: if you trust them, accept ${actual}.`
    : 'The bytes were another time other ones: look at the memory, the disk and the network of this machine.';
  return new DownloadError(
    `${paths.target}: the ${algorithm} of what arrived is not the published one. ${why} ${kept}`,
    { code: 'hash_mismatch', details: { path: paths.target, badPath, algorithm, expected, actual } },
  );
}

async function finish({ access, overwrite, paths, settings }: TransferJob, state: PartState): Promise<void> {
  try {
    await state.sync();
  } catch (thrown) {
    throw writeFailure(thrown, paths.target);
  }
  await state.close();
  await placePart(paths, overwrite, settings.disk, access.pipeline.clock);
}

/** Notes what there is; when even that fails, there is a better error to be reported. */
async function keep(state: PartState): Promise<void> {
  await state.save().catch(() => undefined);
}

/** Of a download that was refused nothing stays behind: there is nothing to go on from. */
async function clear({ paths, settings }: TransferJob): Promise<void> {
  const remove = (path: string): Promise<void> => settings.disk.remove(path).catch(() => undefined);
  await Promise.all([remove(paths.part), remove(paths.journal)]);
}

function requireHash({ expected, paths, verify }: TransferJob): void {
  if (!verify.required || verify.how !== 'hash' || bestHash(expected.hashes) !== undefined) return;
  throw new DownloadError(
    `${paths.target}: a hash is required, and none is published for this file. Nothing was requested.`,
    {
      code: 'hash_missing',
      details: { path: paths.target },
    },
  );
}
