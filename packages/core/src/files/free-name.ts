import { systemCodeOf } from '../errors/system-code.js';

/** What file systems without hard links answer, such as those of memory cards and of some networks. */
const noLinks: ReadonlySet<string> = new Set([
  'EPERM',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EMLINK',
  'EXDEV',
  'UNKNOWN',
]);

/** Whether a hard link could not be made because there are none there. */
export function hasNoLinks(thrown: unknown): boolean {
  return noLinks.has(systemCodeOf(thrown) ?? '');
}

/** How a file gets another name on the same disk. */
export interface Naming {
  link(from: string, to: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** Throws when there is something of that name. */
  assertFree(to: string): Promise<void>;
}

/**
 * Gives a file a name that nothing has. A rename would replace what somebody else has put there meanwhile; a link does not.
 *
 * @returns whether it has its old name, too
 */
export async function putUnderFreeName(from: string, to: string, naming: Naming): Promise<boolean> {
  try {
    await naming.link(from, to);
    return true;
  } catch (thrown) {
    if (!hasNoLinks(thrown)) throw thrown;
  }
  // Not quite as safe, but for a moment only.
  await naming.assertFree(to);
  await naming.rename(from, to);
  return false;
}
