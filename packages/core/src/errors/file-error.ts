import { CivitaiError } from './civitai-error.js';

/**
 * A file on this machine could not be read, or is not what it should be. What goes wrong while a file is downloaded or
 * saved is a DownloadError.
 *
 * `code`: `file_not_found`, `not_a_file` (a folder, a device, a pipe), `not_readable` (permissions), `file_changed` (while
 * it was read; the same call may succeed), `read_failed` (anything else the system reported), `bad_header` (the header of
 * a model file is broken or lies).
 *
 * In `details`: `path`, and where the system reported something its `systemCode`, such as `EACCES`.
 */
export class FileError extends CivitaiError {
  override readonly name = 'FileError';
}
