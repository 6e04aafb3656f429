import { randomUUID } from 'node:crypto';
import { rm, utimes } from 'node:fs/promises';
import { DownloadError } from '../../errors/download-error.js';
import { type LockKind, readOwner, removeIfStale, tryToLock } from '../../secrets/lock-file.js';
import type { Clock } from '../../transport/clock.js';
import { writeFailure } from '../write-failure.js';
import { pause } from './pause.js';

/** A lock of another machine, whose processes cannot be looked at, is good as long as it is touched this often. */
const kind: LockKind = { staleAfterMs: 120_000 };
const touchEveryMs = 20_000;
const pollMs = 250;

/** How long to wait for another process, and what to say then. */
export interface LockWait {
  /** 0 for not at all. */
  readonly patienceMs: number;
  readonly clock: Clock;
  readonly signal: AbortSignal | undefined;
  readonly onWait: () => void;
}

/** A lock that this process holds. */
export interface PartLock {
  release(): Promise<void>;
}

/**
 * Takes the lock file of a download. One that a process left behind which is gone is taken over at once.
 *
 * @throws DownloadError with code `locked`, or when the folder cannot be written to
 */
export async function takePartLock(path: string, { clock, onWait, patienceMs, signal }: LockWait): Promise<PartLock> {
  const token = randomUUID();
  const deadline = clock.now() + patienceMs;
  let said = false;
  while (!(await inFolder(path, tryToLock(path, token, kind)))) {
    if (await inFolder(path, removeIfStale(path, kind))) continue;
    if (clock.now() >= deadline) throw await locked(path);
    if (!said) onWait();
    said = true;
    await pause(clock, pollMs, signal);
  }
  const touching = setInterval(() => {
    const now = new Date();
    void utimes(path, now, now).catch(() => undefined);
  }, touchEveryMs).unref();
  return {
    release: async () => {
      clearInterval(touching);
      if ((await readOwner(path))?.token === token) await rm(path, { force: true }).catch(() => undefined);
    },
  };
}

/** What goes wrong with the lock file goes wrong with the folder of the download. */
async function inFolder(path: string, work: Promise<boolean>): Promise<boolean> {
  return work.catch((thrown: unknown) => {
    throw writeFailure(thrown, path);
  });
}

async function locked(path: string): Promise<DownloadError> {
  const owner = await readOwner(path);
  const who = owner === undefined ? 'another process' : `process ${owner.pid} on ${owner.host}`;
  return new DownloadError(
    `${path}: ${who} is at it already. Wait for it, or if there is no such process, delete the lock file.`,
    { code: 'locked', details: { path } },
  );
}
