import { link, lstat, mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { systemCodeOf } from '../../configuration/sources/file-problem.js';
import { type CivitaiError, isCivitaiError } from '../../errors/civitai-error.js';
import { nameKey } from '../naming/name-key.js';
import { writeFailure } from '../write-failure.js';
import type { PlannedRename, Rename } from './rename-plan.js';

/** What became of one file of a plan. */
export interface RenamedFile extends Rename {
  readonly outcome: 'renamed' | 'failed';
  /** What was renamed along with it. */
  readonly sidecars: readonly Rename[];
  /** Why the file, or something beside it, was not renamed. */
  readonly error?: CivitaiError;
}

/** What may be set for {@link applyRenames}. */
export interface ApplyRenamesOptions {
  /** Stops before the next file; it rejects with `signal.reason`. */
  readonly signal?: AbortSignal;
}

/**
 * Does what a plan says can be done, the rest is left as it is. Nothing is ever replaced, also not what has appeared since
 * the plan was made. A file that cannot be renamed is reported; the others go on.
 *
 * @throws the reason of the signal
 */
export async function applyRenames(
  plan: readonly PlannedRename[],
  { signal }: ApplyRenamesOptions = {},
): Promise<readonly RenamedFile[]> {
  const done: RenamedFile[] = [];
  for (const { action, from, to, sidecars } of plan) {
    if (action !== 'rename') continue;
    signal?.throwIfAborted();
    const moved: Rename[] = [];
    try {
      await mkdir(dirname(to), { recursive: true });
      await move({ from, to });
      moved.push({ from, to });
      for (const sidecar of sidecars) {
        await move(sidecar);
        moved.push(sidecar);
      }
      done.push({ from, to, outcome: 'renamed', sidecars });
    } catch (thrown) {
      const error = isCivitaiError(thrown) ? thrown : writeFailure(thrown, to);
      const outcome = moved.length === 0 ? 'failed' : 'renamed';
      done.push({ from, to, outcome, sidecars: moved.slice(1), error });
    }
  }
  return done;
}

/** File systems without hard links answer so. */
const noLinks: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'UNKNOWN']);

/** A rename that never replaces: a link cannot be made under a name that is taken. */
async function move({ from, to }: Rename): Promise<void> {
  if (nameKey(from) === nameKey(to)) return moveToOtherSpelling({ from, to });
  try {
    await link(from, to);
  } catch (thrown) {
    if (!noLinks.has(systemCodeOf(thrown) ?? '')) throw writeFailure(thrown, to);
    // Not quite as safe, but for a moment only.
    if (await exists(to)) throw writeFailure({ code: 'EEXIST' }, to);
    await rename(from, to);
    return;
  }
  await rm(from);
}

/** On systems that do not tell the spellings apart the new name is there already: it is the file itself. */
async function moveToOtherSpelling({ from, to }: Rename): Promise<void> {
  const [own, other] = await Promise.all([lstat(from), lstat(to).catch(() => undefined)]);
  if (other !== undefined && (own.ino !== other.ino || own.dev !== other.dev)) {
    throw writeFailure({ code: 'EEXIST' }, to);
  }
  await rename(from, to);
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
