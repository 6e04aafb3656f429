import { DownloadError } from '../../errors/download-error.js';
import type { DownloadPlan, PlannedFile } from './planned-file.js';

/**
 * The only file of a plan.
 *
 * @throws why there is none; DownloadError with code `ambiguous_file` when there are several
 */
export function chooseOne({ failures, files }: DownloadPlan): PlannedFile {
  // oxlint-disable-next-line typescript/only-throw-error
  if (failures[0] !== undefined) throw failures[0].error;
  const [first, ...others] = files;
  if (first !== undefined && others.length === 0) return first;
  const list = files.map(({ file, version }) => `${file.id} ${file.name} (version ${version.id})`).join('\n');
  throw new DownloadError(
    first === undefined
      ? 'There is nothing to download: no source was given.'
      : `download() is for one file, and these are ${files.length}. Choose one by its id, or use batch():\n${list}`,
    {
      code: first === undefined ? 'bad_source' : 'ambiguous_file',
      details: { files: files.map(({ file }) => ({ id: file.id, name: file.name })) },
    },
  );
}
