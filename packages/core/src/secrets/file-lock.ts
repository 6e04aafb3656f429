import { randomUUID } from 'node:crypto';
import { open, readFile, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { ConfigurationError } from '../errors/configuration-error.js';
import { systemCodeOf } from '../errors/system-code.js';

/** Age from which a lock counts as left behind when its owner cannot be asked, in milliseconds. */
const staleAfterMs = 30_000;

/** Who holds a lock. */
interface LockOwner {
  readonly pid: number;
  readonly host: string;
  readonly token: string;
}

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
  while (!(await tryToCreate(path, token))) {
    if (!(await removeIfStale(path)) && Date.now() > deadline) throw stillLocked(path, patienceMs);
    await sleep(5 + Math.random() * 20);
  }
  try {
    return await work();
  } finally {
    // Work that took too long may have lost the lock to a process elsewhere; that one's lock is not ours to remove.
    if ((await readOwner(path))?.token === token) await rm(path, { force: true });
  }
}

async function tryToCreate(path: string, token: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      await file.writeFile(JSON.stringify({ pid: process.pid, host: hostname(), token } satisfies LockOwner));
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    if (systemCodeOf(error) === 'EEXIST') return false;
    // Windows: the file is just being deleted by its owner.
    if (systemCodeOf(error) === 'EPERM' && process.platform === 'win32') return false;
    throw error;
  }
}

/**
 * Removes a lock whose owner is gone. Only the process that holds the second lock may do so: otherwise two that see the
 * same stale lock would each remove “it”, the slower one a new lock that somebody already holds.
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
  // The number of a process means something on its own machine only; a container has a name of its own.
  return owner === undefined || owner.host !== hostname() ? isOld(path) : !isAlive(owner.pid);
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
    const { pid, host, token } = JSON.parse(await readFile(path, 'utf8')) as Partial<LockOwner>;
    if (typeof pid !== 'number' || typeof host !== 'string' || typeof token !== 'string') return undefined;
    return { pid, host, token };
  } catch {
    // Gone by now, or created and not yet written.
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

function stillLocked(path: string, patienceMs: number): ConfigurationError {
  const message = `is held by another process for more than ${patienceMs / 1000} seconds.`;
  const remedy = 'Wait for it to end; if there is none, delete the file.';
  return new ConfigurationError([{ key: 'lock file', source: path, message, remedy }]);
}
