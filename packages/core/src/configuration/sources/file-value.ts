import type { FileContent } from './file-problem.js';
import { readSecretFile } from './read-text-file.js';

/**
 * A value that is the content of a file: opened when it is asked for and not before, for most files in a secrets
 * directory, and most `…_FILE` variables, belong to somebody else. Read once: a named pipe has nothing to say twice.
 */
export class FileValue {
  readonly kind = 'file';
  readonly path: string;
  #content: FileContent | undefined;

  constructor(path: string) {
    this.path = path;
  }

  /** The content without surrounding whitespace, so without the newline that editors and `echo` add. */
  read(): FileContent {
    this.#content ??= readSecretFile(this.path);
    return this.#content;
  }
}
