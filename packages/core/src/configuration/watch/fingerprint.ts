import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { systemCodeOf } from '../../errors/system-code.js';
import type { WatchedPlaces } from './watched-places.js';

const settingsFile = /^appsettings(?:\..*)?\.json$/i;

/**
 * A text that differs when any of the files does. Nothing is opened: identity, size and times of what a link leads to
 * are enough, and a pipe would be emptied.
 */
export function fingerprint({ files, directories, projectDirectory }: WatchedPlaces): string {
  const lines = files.map((file) => `${file} ${stampOf(file)}`);
  for (const directory of directories) {
    for (const name of namesIn(directory)) lines.push(`${join(directory, name)} ${stampOf(join(directory, name))}`);
  }
  if (projectDirectory !== undefined)
    lines.push(...namesIn(projectDirectory).filter((name) => settingsFile.test(name)));
  return lines.join('\n');
}

function stampOf(path: string): string {
  try {
    const { dev, ino, size, mtimeNs, ctimeNs } = statSync(path, { bigint: true });
    return [dev, ino, size, mtimeNs, ctimeNs].join(':');
  } catch (error) {
    return systemCodeOf(error) ?? 'unknown';
  }
}

function namesIn(directory: string): readonly string[] {
  try {
    return readdirSync(directory).toSorted();
  } catch (error) {
    return [systemCodeOf(error) ?? 'unknown'];
  }
}
