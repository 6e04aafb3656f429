import { dirname } from 'node:path';
import { systemCodeOf } from '../../errors/system-code.js';
import { syncDirectory } from '../../secrets/atomic-write.js';
import type { Clock } from '../../transport/clock.js';
import { putUnderFreeName } from '../free-name.js';
import { writeFailure } from '../write-failure.js';
import { type TransferFileSystem } from './file-system.js';
import type { PartPaths } from './part-paths.js';
import { pause } from './pause.js';

/** What Windows answers while a virus scanner or an indexer looks at the new file. */
const momentary: ReadonlySet<string> = new Set(['EPERM', 'EBUSY', 'EACCES']);
const patienceMs = [50, 200, 500, 1000] as const;

/**
 * Gives the finished part its name, in one step: under that name there is the whole file or none.
 *
 * @throws DownloadError; with code `file_exists` when somebody else has put a file there meanwhile
 */
export async function placePart(
  paths: PartPaths,
  overwrite: boolean,
  disk: TransferFileSystem,
  clock: Clock,
): Promise<void> {
  try {
    if (overwrite) await patiently(() => disk.rename(paths.part, paths.target), clock);
    else await moveToFreeName(paths, disk, clock);
  } catch (thrown) {
    throw writeFailure(thrown, paths.target);
  }
  await disk.remove(paths.journal).catch(() => undefined);
  await syncDirectory(dirname(paths.target));
}

/** Puts wrong bytes where nobody goes on with them; `undefined` when even that fails, and then they are removed. */
export async function quarantine(paths: PartPaths, disk: TransferFileSystem): Promise<string | undefined> {
  await disk.remove(paths.journal).catch(() => undefined);
  try {
    await disk.rename(paths.part, paths.bad);
    return paths.bad;
  } catch {
    await disk.remove(paths.part).catch(() => undefined);
    return undefined;
  }
}

async function moveToFreeName({ part, target }: PartPaths, disk: TransferFileSystem, clock: Clock): Promise<void> {
  const hasBoth = await putUnderFreeName(part, target, {
    link: (from, to) => disk.link(from, to),
    rename: (from, to) => patiently(() => disk.rename(from, to), clock),
    assertFree: async (to) => {
      if ((await disk.lstat(to)) !== undefined) throw Object.assign(new Error('EEXIST'), { code: 'EEXIST' });
    },
  });
  if (hasBoth) await disk.remove(part).catch(() => undefined);
}

async function patiently(work: () => Promise<void>, clock: Clock): Promise<void> {
  for (const delayMs of patienceMs) {
    try {
      await work();
      return;
    } catch (thrown) {
      if (process.platform !== 'win32' || !momentary.has(systemCodeOf(thrown) ?? '')) throw thrown;
      await pause(clock, delayMs, undefined);
    }
  }
  await work();
}
