import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readJsonFile } from './json-file.js';
import type { SourceLayer } from './source-layer.js';

/**
 * Reads a settings file whose name may be spelt in any case, for `NODE_ENV=development` has to find
 * `appsettings.Development.json` on file systems that tell them apart too.
 */
export function readAppSettings(directory: string, name: string): SourceLayer {
  const spellings = spellingsOf(directory, name);
  const [first = name, second] = spellings;
  if (second !== undefined && !spellings.includes(name)) {
    const path = join(directory, name);
    const problem = {
      key: name,
      source: directory,
      message: `is there in several spellings: ${spellings.join(', ')}.`,
      remedy: 'Keep one of them.',
    };
    return { entries: [], problems: [problem], report: { name, location: path, status: 'read' } };
  }
  const spelling = spellings.includes(name) ? name : first;
  return readJsonFile({ name: spelling, path: join(directory, spelling), source: spelling });
}

function spellingsOf(directory: string, name: string): readonly string[] {
  try {
    return readdirSync(directory)
      .filter((file) => file.toLowerCase() === name.toLowerCase())
      .toSorted();
  } catch {
    // A directory that may be entered but not listed: the exact name may still be readable.
    return [];
  }
}
