import { CivitaiError } from './civitai-error.js';

/**
 * A file could not be saved, for a reason that lies on this machine or in the number of bytes that came; what goes wrong
 * with the connection is a ConnectionError or a TimeoutError, as everywhere. A class of its own, since what helps is
 * another: another place or name, room on the disk, a permission.
 *
 * `code` is `file_exists` (and overwriting was not asked for), `disk_full` (no room, or over a quota), `not_writable` (no
 * permission, no such folder, a read-only disk), `write_failed` (anything else the system reported),
 * `incomplete_download` (fewer bytes than announced; the same call may succeed) or `oversized_download` (more). In
 * `details`: `path`, `systemCode` of Node, such as `ENOSPC`, `expectedBytes` and `writtenBytes`.
 */
export class DownloadError extends CivitaiError {
  override readonly name = 'DownloadError';
}
