import { CivitaiError } from './civitai-error.js';

/**
 * A file could not be downloaded or saved, for a reason that lies in the choice of the file, on this machine or in the
 * bytes that came; what goes wrong with the connection is a ConnectionError or a TimeoutError, as everywhere. A class of
 * its own, since what helps is another: another choice, place or name, room on the disk, a permission.
 *
 * `code` by what is to be done:
 *
 * - The source or the choice: `bad_source` (one that cannot be understood, all of them in `details.problems`),
 *   `ambiguous_file` and `no_such_file` (the files there are in `details.files`), `archived`, `file_not_stored` (the
 *   storage has lost it).
 * - The place: `file_exists` (overwriting was not asked for), `disk_full` (no room, or over a quota), `not_writable`,
 *   `write_failed` (anything else the system reported), `locked` (another process downloads the same file),
 *   `unsafe_target` (a link, a folder or a device is there), `name_collision`.
 * - The bytes: `incomplete_download` (fewer than announced; the same call may succeed), `oversized_download` (more),
 *   `hash_mismatch`, `hash_missing` (a hash was required, and none is published), `wrong_content` (they do not begin as
 *   files of this kind do), `unexpected_content_type` (a web page or an error instead of the file), `wrong_range`.
 * - What was refused for safety: `unsafe_redirect`, `unsafe_file` (it can run code when it is loaded, or its scan failed).
 * - `link_rejected`: the storage takes none of the links that the site gives.
 *
 * In `details`, as far as they apply: `path`, `partPath` (what is kept of it, to be resumed), `badPath`, `systemCode` of
 * Node, such as `ENOSPC`, `expectedBytes`, `writtenBytes`, `expected` and `actual` hash.
 */
export class DownloadError extends CivitaiError {
  override readonly name = 'DownloadError';
}
