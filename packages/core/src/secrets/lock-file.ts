import { open, readFile, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { systemCodeOf } from '../errors/system-code.js';

/** Who holds a lock. */
export interface LockOwner {
  readonly pid: number;
  readonly host: string;
  /** When the process began, as the system counts, for numbers of processes come back; `undefined` where nobody wrote it. */
  readonly birth: string | undefined;
  readonly token: string;
}

/** What differs between the locks of one purpose and those of another. */
export interface LockKind {
  /** Age from which a lock counts as left behind when its owner cannot be asked, in milliseconds. */
  readonly staleAfterMs: number;
  /** Permissions of the file. Default: those of any new file. */
  readonly mode?: number;
}

/**
 * Creates the lock file, unless there is one.
 *
 * @returns whether the lock is ours now
 * @throws what the system says when no file can be created there
 */
export async function tryToLock(path: string, token: string, kind: LockKind): Promise<boolean> {
  try {
    const file = await open(path, 'wx', kind.mode);
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
    throw thrown;
  }
}

/**
 * Removes a lock whose owner is gone. Only who holds the second lock may: otherwise two that see the same stale one would
 * each remove “it”, the slower one a new lock that somebody holds.
 *
 * @returns whether it was removed
 */
export async function removeIfStale(path: string, kind: LockKind): Promise<boolean> {
  if (!(await isStale(path, kind))) return false;
  const guard = `${path}.removal`;
  if (!(await tryToLock(guard, '', kind))) {
    if (await isOld(guard, kind)) await rm(guard, { force: true });
    return false;
  }
  try {
    if (!(await isStale(path, kind))) return false;
    await rm(path, { force: true });
    return true;
  } finally {
    await rm(guard, { force: true });
  }
}

/** Who holds a lock; `undefined` when it is gone by now, or created and not yet written. */
export async function readOwner(path: string): Promise<LockOwner | undefined> {
  try {
    const { birth, host, pid, token } = JSON.parse(await readFile(path, 'utf8')) as Partial<LockOwner>;
    if (typeof pid !== 'number' || typeof host !== 'string' || typeof token !== 'string') return undefined;
    return { pid, host, token, birth };
  } catch {
    return undefined;
  }
}

async function isStale(path: string, kind: LockKind): Promise<boolean> {
  const owner = await readOwner(path);
  // The number of a process means something on its own machine only; a container has a name of its own.
  if (owner === undefined || owner.host !== hostname()) return await isOld(path, kind);
  if (!isAlive(owner.pid)) return true;
  return owner.birth !== undefined && owner.birth !== (await birthOf(owner.pid));
}

async function isOld(path: string, { staleAfterMs }: LockKind): Promise<boolean> {
  try {
    return Date.now() - (await stat(path)).mtimeMs > staleAfterMs;
  } catch {
    return false;
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

/** Empty where the system does not tell, and then the number has to do. */
async function birthOf(pid: number): Promise<string> {
  try {
    const text = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The second word is the name in parentheses, which may hold anything.
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
