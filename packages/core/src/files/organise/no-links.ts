import { systemCodeOf } from '../../configuration/sources/file-problem.js';

/** What file systems without hard links answer, such as those of memory cards and of some networks. */
const noLinks: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'UNKNOWN']);

/** Whether a hard link could not be made because there are none there. */
export function hasNoLinks(thrown: unknown): boolean {
  return noLinks.has(systemCodeOf(thrown) ?? '');
}
