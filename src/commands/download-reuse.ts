import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { LocalCopies, PlannedFile } from '@civitkit/core/files';
import type { CommandIo } from '../command-io.js';
import { CommandFailure, exitCode } from '../exit-code.js';
import type { KnownFiles } from '../tool-settings/known-files.js';

/** The site rounds sizes to units of 1024 bytes. */
const toleranceBytes = 1024;

interface LocalFile {
  readonly path: string;
  readonly sizeBytes: number;
}

/** Where to look for files that are on this machine already. */
export interface ReuseOptions {
  readonly folders: readonly string[];
  readonly known: KnownFiles | undefined;
  readonly hardLink: boolean;
  readonly io: CommandIo;
}

/**
 * Finds copies: those that were downloaded before, and files of the right size in the folders that were named. Whether one
 * really is the file is found out by its hash before it is used.
 */
export async function localCopies({ folders, hardLink, io, known }: ReuseOptions): Promise<LocalCopies | undefined> {
  if (folders.length === 0 && known === undefined) return undefined;
  const files: LocalFile[] = [];
  for (const folder of folders) files.push(...(await listFiles(resolve(io.cwd, folder))));
  return {
    hardLink,
    find: async (file) => [...(await knownPaths(file, known)), ...pathsOfSize(files, file.sizeBytes)],
  };
}

async function knownPaths({ file }: PlannedFile, known: KnownFiles | undefined): Promise<readonly string[]> {
  const { SHA256 } = file.hashes;
  return SHA256 === undefined || known === undefined ? [] : await known.find(SHA256);
}

function pathsOfSize(files: readonly LocalFile[], sizeBytes: number | undefined): readonly string[] {
  if (sizeBytes === undefined) return [];
  return files.filter((file) => Math.abs(file.sizeBytes - sizeBytes) <= toleranceBytes).map(({ path }) => path);
}

async function listFiles(folder: string): Promise<readonly LocalFile[]> {
  let entries: Awaited<ReturnType<typeof readEntries>>;
  try {
    entries = await readEntries(folder);
  } catch (error) {
    const code = String((error as NodeJS.ErrnoException).code);
    throw new CommandFailure(`${folder} cannot be looked through (${code}). Name another folder.`, exitCode.usage);
  }
  const files: LocalFile[] = [];
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const found = await stat(path).catch(() => undefined);
    if (found !== undefined) files.push({ path, sizeBytes: found.size });
  }
  return files;
}

function readEntries(folder: string) {
  return readdir(folder, { recursive: true, withFileTypes: true });
}
