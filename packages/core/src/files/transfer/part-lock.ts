import { randomUUID } from 'node:crypto';
import { open, readFile, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { DownloadError } from '../../errors/download-error.js';
import { systemCodeOf } from '../../errors/system-code.js';
import type { Clock } from '../../transport/clock.js';
import { writeFailure } from '../write-failure.js';
import { pause } from './pause.js';

/** A lock of another machine, whose processes cannot be looked at, is good as long as it is touched this often. */
const staleAfterMs = 120_000;
const touchEveryMs = 20_000;
const pollMs = 250;

interface LockOwner {
  readonly pid: number;
  readonly host: string;
  /** When the process began, as the system counts; numbers of processes come back. */
  readonly birth: string;
  readonly token: string;
}

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
  while (!(await tryToCreate(path, token))) {
    if (await removeIfStale(path)) continue;
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

async function tryToCreate(path: string, token: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx');
    try {
      const owner: LockOwner = { pid: process.pid, host: hostname(), birth: await birthOf(process.pid), token };
      await file.writeFile(JSON.stringify(owner));
    } finally {
      await file.close();
    }
    return true;
  } catch (thrown) {
    const code = systemCodeOf(thrown);
    // Windows: its owner is just deleting it.
    if (code === 'EEXIST' || (code === 'EPERM' && process.platform === 'win32')) return false;
    throw writeFailure(thrown, path);
  }
}

/**
 * Removes a lock whose owner is gone. Only who holds the second lock may: otherwise two that see the same stale one would
 * each remove “it”, the slower one a new lock that somebody holds.
 */
async function removeIfStale(path: string): Promise<boolean> {
  if (!(await isStale(path))) return false;
  const guard = `${path}.removal`;
  if (!(await tryToCreate(guard, ''))) {
    if (await isOld(guard)) await rm(guard, { force: true });
    return false;
  }
  try {
    if (!(await isStale(path))) return false;
    await rm(path, { force: true });
    return true;
  } finally {
    await rm(guard, { force: true });
  }
}

async function isStale(path: string): Promise<boolean> {
  const owner = await readOwner(path);
  if (owner === undefined || owner.host !== hostname()) return await isOld(path);
  return !isAlive(owner.pid) || (await birthOf(owner.pid)) !== owner.birth;
}

async function isOld(path: string): Promise<boolean> {
  try {
    return Date.now() - (await stat(path)).mtimeMs > staleAfterMs;
  } catch {
    return false;
  }
}

async function readOwner(path: string): Promise<LockOwner | undefined> {
  try {
    const { birth, host, pid, token } = JSON.parse(await readFile(path, 'utf8')) as Partial<LockOwner>;
    if (typeof pid !== 'number' || typeof host !== 'string' || typeof token !== 'string') return undefined;
    return { pid, host, token, birth: birth ?? '' };
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    // Signal 0 is not sent; it asks whether it could be.
    return process.kill(pid, 0);
  } catch (error) {
    return systemCodeOf(error) !== 'ESRCH';
  }
}

/** When a process began, where the system tells; empty elsewhere, and then its number has to do. */
async function birthOf(pid: number): Promise<string> {
  try {
    const text = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The second word is the name in parentheses, which may hold anything.
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

async function locked(path: string): Promise<DownloadError> {
  const owner = await readOwner(path);
  const who = owner === undefined ? 'another process' : `process ${owner.pid} on ${owner.host}`;
  return new DownloadError(
    `${path}: ${who} is at it already. Wait for it, or if there is no such process, delete the lock file.`,
    { code: 'locked', details: { path } },
  );
}
