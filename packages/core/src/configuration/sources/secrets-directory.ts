import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { systemCodeOf } from '../../errors/system-code.js';
import type { SourceEntry } from '../configuration-entry.js';
import { colonKey, reservedNameIn } from '../configuration-key.js';
import { describeFileError } from './file-problem.js';
import { FileValue } from './file-value.js';
import { reservedKeyProblem } from './reserved-key-problem.js';
import type { SourceLayer } from './source-layer.js';

const name = 'secrets directory';
const variable = 'CIVITKIT_SECRETS_DIRECTORY';
/** Where Docker and Podman mount secrets. */
const usual = '/run/secrets';

/**
 * Lists a directory with one file for each key (`CivitaiApi__ApiKey`, `CIVITAI_API_KEY`), as Docker and Kubernetes
 * mount secrets. A file is opened when a setting asks for its key; the others belong to somebody else.
 */
export function readSecretsDirectory(
  option: string | false | undefined,
  environment: Readonly<Record<string, string | undefined>>,
  directory: string,
): SourceLayer {
  if (option === false) return { entries: [], problems: [], report: { name, status: 'skipped', reason: 'turned off' } };
  const chosen = [option, environment[variable]].find((path) => path !== undefined && path.trim() !== '');
  const location = resolve(directory, chosen?.trim() ?? usual);
  try {
    return listSecrets(location);
  } catch (error) {
    const { message, remedy } = describeDirectoryError(error);
    if (chosen === undefined) {
      const report =
        systemCodeOf(error) === 'ENOENT'
          ? ({ status: 'missing' } as const)
          : { status: 'skipped' as const, reason: message };
      return { entries: [], problems: [], report: { name, location, ...report } };
    }
    const source = option === undefined || option.trim() === '' ? `environment variable ${variable}` : 'options';
    const problem = { key: location, source, message, remedy };
    return { entries: [], problems: [problem], report: { name, location, status: 'read' } };
  }
}

function listSecrets(location: string): SourceLayer {
  // Kubernetes keeps the data in `..2026_11_21` and links to it; the keys themselves are links, and are followed.
  // A folder under the name of a key counts, and cannot be used: Docker makes one where the file to mount is missing.
  const files = readdirSync(location)
    .filter((file) => !file.startsWith('.'))
    .toSorted();
  const entries: SourceEntry[] = [];
  const reserved: string[] = [];
  for (const file of files) {
    const path = join(location, file);
    if (reservedNameIn(file) === undefined)
      entries.push({ key: colonKey(file), value: new FileValue(path), source: path });
    else reserved.push(path);
  }
  const problems = reserved.map((path) => reservedKeyProblem('secrets directory', path));
  return { entries, problems, report: { name, location, status: 'read' } };
}

function describeDirectoryError(error: unknown): { readonly message: string; readonly remedy: string } {
  return systemCodeOf(error) === 'ENOTDIR'
    ? { message: 'is not a directory.', remedy: 'Name the directory that the secrets are in.' }
    : describeFileError(error);
}
