import { parseDisposition } from './disposition.js';
import { type SafeNameOptions, safeFileName } from './safe-name.js';

/** Where the name of a downloaded file may come from, the best first. */
export interface FileNameSources {
  /** As the API gives it: `files[].name`. */
  readonly name?: string | null | undefined;
  /** The `Content-Disposition` header of the answer. */
  readonly disposition?: string | null | undefined;
  /** Used when there is neither: `<model>_<version>.<extension>`. */
  readonly modelName?: string | undefined;
  readonly versionName?: string | undefined;
  /** Without a dot. Default: none. */
  readonly extension?: string | undefined;
}

/**
 * The name to save a file under, safe on every system: that of the API, else that of the answer, else one made of model
 * and version.
 *
 * @throws RangeError as `safeFileName` does
 */
export function fileNameOf(sources: FileNameSources, options?: SafeNameOptions): string {
  const { name, disposition, modelName = '', versionName = '', extension = '' } = sources;
  const published = name?.trim() ?? '';
  const header = disposition === null || disposition === undefined ? undefined : parseDisposition(disposition).fileName;
  const made = [modelName, versionName].map((part) => part.replace(/[/\\]/gu, '_')).filter((part) => part !== '');
  const dotted = extension === '' ? '' : `.${extension}`;
  return safeFileName(published || header || `${made.join('_')}${dotted}`, options);
}
