import { DownloadError } from '../../errors/download-error.js';
import type { ModelFile } from '../../resources/models/types.js';
import type { FileChoice } from './source.js';

/**
 * The files of a version that are meant.
 *
 * @param lenient - takes the primary one when several fit, as the site does for addresses
 * @throws DownloadError with code `ambiguous_file` or `no_such_file`, and all files in `details.files`
 */
export function chooseFiles(
  files: readonly ModelFile[],
  choice: FileChoice,
  versionId: number,
  lenient: boolean,
): readonly [ModelFile, ...ModelFile[]] {
  const conditions = Object.entries(choice).filter(([name, value]) => name !== 'all' && value !== undefined);
  const fitting = files.filter((file) =>
    conditions.every(([name, value]) => fits(file, name, value as string | number)),
  );
  const [first, ...others] = fitting;
  if (first === undefined) throw noneFits(files, choice, versionId);
  if (choice.all === true || others.length === 0) return [first, ...others];
  const primary = fitting.filter((file) => file.primary);
  if ((lenient || conditions.length === 0) && primary[0] !== undefined && primary.length === 1) return [primary[0]];
  if (conditions.length === 0) {
    // Some versions have no primary file; then the model itself is meant, and not what comes with it.
    const models = files.filter(({ type }) => type === 'Model' || type === 'Pruned Model');
    if (models[0] !== undefined && models.length === 1) return [models[0]];
  }
  throw ambiguous(fitting, versionId);
}

function fits(file: ModelFile, name: string, value: string | number): boolean {
  if (name === 'file') return typeof value === 'number' ? file.id === value : isNamed(file, value);
  const actual = name === 'type' ? file.type : (file.metadata as Readonly<Record<string, unknown>>)[name];
  return typeof actual === 'string' && actual.toLowerCase() === String(value).toLowerCase();
}

/** A text may be an id too, for who reads it from a command line. */
function isNamed(file: ModelFile, text: string): boolean {
  return file.name.toLowerCase() === text.toLowerCase() || String(file.id) === text;
}

/** A file in one line: what one chooses by. */
function describe({ id, metadata, name, primary, sizeKB, type }: ModelFile): string {
  const { format, fp, quantType, size } = metadata;
  const facts = [type, format, size, fp, quantType, `${Math.round(sizeKB)} KB`, primary ? 'primary' : undefined];
  return `${id} ${name} (${facts.filter((fact) => fact !== undefined && fact !== null).join(', ')})`;
}

function listed(files: readonly ModelFile[]): {
  readonly files: readonly { readonly id: number; readonly name: string }[];
} {
  return { files: files.map(({ id, name }) => ({ id, name })) };
}

function ambiguous(files: readonly ModelFile[], versionId: number): DownloadError {
  return new DownloadError(
    `Version ${versionId} has ${files.length} files that fit. Choose one by its id, or all of them:\n${files.map(describe).join('\n')}`,
    { code: 'ambiguous_file', details: listed(files) },
  );
}

function noneFits(files: readonly ModelFile[], choice: FileChoice, versionId: number): DownloadError {
  if (files.length === 0) {
    return new DownloadError(
      `Version ${versionId} has no files: they were removed, or are hidden. Look at its page on the site.`,
      { code: 'no_such_file', details: { files: [] } },
    );
  }
  return new DownloadError(
    `Version ${versionId} has no file with ${JSON.stringify(choice)}. It has:\n${files.map(describe).join('\n')}`,
    { code: 'no_such_file', details: listed(files) },
  );
}
