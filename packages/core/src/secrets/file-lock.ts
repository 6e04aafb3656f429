import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { ConfigurationError } from '../errors/configuration-error.js';
import { type LockKind, readOwner, removeIfStale, tryToLock } from './lock-file.js';

/** Nobody else's business, and held for milliseconds. */
const kind: LockKind = { staleAfterMs: 30_000, mode: 0o600 };

/**
 * Runs `work` while this process alone holds the lock file `path`. A lock that a crashed process left behind is
 * removed.
 *
 * @param patienceMs - how long to wait for another process, whose own work takes a few milliseconds.
 * @throws ConfigurationError when another process holds the lock for longer than that.
 */
export async function withFileLock<T>(path: string, work: () => Promise<T>, patienceMs = 10_000): Promise<T> {
  const token = randomUUID();
  const deadline = Date.now() + patienceMs;
  while (!(await tryToLock(path, token, kind))) {
    if (!(await removeIfStale(path, kind)) && Date.now() > deadline) throw stillLocked(path, patienceMs);
    await sleep(5 + Math.random() * 20);
  }
  try {
    return await work();
  } finally {
    // Work that took too long may have lost the lock to a process elsewhere; that one's lock is not ours to remove.
    if ((await readOwner(path))?.token === token) await rm(path, { force: true });
  }
}

function stillLocked(path: string, patienceMs: number): ConfigurationError {
  const message = `is held by another process for more than ${patienceMs / 1000} seconds.`;
  const remedy = 'Wait for it to end; if there is none, delete the file.';
  return new ConfigurationError([{ key: 'lock file', source: path, message, remedy }]);
}
