import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type HashAlgorithm, listFiles, modelExtensions } from '@civitkit/core/files';
import type { CommandIo } from '../command-io.js';
import { CommandFailure, exitCode } from '../exit-code.js';
import { exitCodeOf } from '../exit-code-of.js';
import { describeError } from '../output/describe-error.js';
import type { HashCommandOptions } from './hash.js';
import { algorithmsOf } from './hash-algorithms.js';
import { checkFiles } from './hash-check.js';
import { readCheckList } from './hash-check-list.js';
import { hashLines, shownPath } from './hash-lines.js';
import { type Hashed, hashInOrder } from './hash-work.js';

const largestList = 64 * 1024 * 1024;

/** `civitkit hash`. */
export async function runHash(paths: readonly string[], options: HashCommandOptions, io: CommandIo): Promise<void> {
  const stop = io.stopSignal();
  const algorithms = algorithmsOf(options.algo ?? []);
  if (options.check !== undefined) {
    if (paths.length > 0) throw usage('--check takes its files from the list. Leave the others out.');
    await check(options.check, algorithms, options, { io, stop });
    return;
  }
  if (paths.length === 0) throw usage('Say which files: civitkit hash style.safetensors, or a folder with -r.');
  await hashAll(paths, algorithms.length === 0 ? ['sha256', 'autoV2'] : algorithms, options, { io, stop });
}

interface Parts {
  readonly io: CommandIo;
  readonly stop: AbortSignal;
}

async function hashAll(
  paths: readonly string[],
  algorithms: readonly HashAlgorithm[],
  { jobs, json, quiet, recursive, upper }: HashCommandOptions,
  { io, stop }: Parts,
): Promise<void> {
  const files = await filesOf(paths, recursive === true, io, stop);
  const errors: unknown[] = [];
  const cased = (hash: string): string => (upper === true ? hash.toUpperCase() : hash.toLowerCase());
  const onFile = (hashed: Hashed): void => {
    if ('error' in hashed) {
      errors.push(hashed.error);
      for (const line of describeError(hashed.error, { stack: false })) io.err(line);
      if (json === true) io.out(JSON.stringify({ path: hashed.path, error: hashed.error.code }));
      return;
    }
    const { hashes, path, sizeBytes } = hashed.file;
    if (json === true) {
      const named = Object.entries(hashes).map(([name, hash]) => [name.toLowerCase(), cased(hash)]);
      io.out(JSON.stringify({ path, size: sizeBytes, hashes: Object.fromEntries(named) }));
    } else for (const line of hashLines(shownPath(path, io.cwd), hashes, algorithms, upper === true)) io.out(line);
  };
  await hashInOrder(files, { algorithms, jobs, quiet: quiet === true, io, stop, onFile });
  const codes = new Set(errors.map(exitCodeOf));
  const [code, ...others] = codes;
  if (code === undefined) return;
  const message = `${errors.length} of ${files.length} files could not be hashed.`;
  throw new CommandFailure(message, others.length === 0 ? code : exitCode.failure);
}

/** Files as they are, folders with what could be a model in them. */
async function filesOf(
  paths: readonly string[],
  recursive: boolean,
  { cwd }: CommandIo,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const absolute = [...new Set(paths.map((path) => resolve(cwd, path)))];
  // A folder is told as such when it is read.
  if (!recursive) return absolute;
  const { failures, paths: found } = await listFiles(absolute, { recursive, extensions: modelExtensions, signal });
  const files = [...found, ...failures.map(({ path }) => path)];
  if (files.length === 0) throw usage('There is no model in these folders.');
  return files;
}

async function check(
  list: string,
  asked: readonly HashAlgorithm[],
  { jobs, json, quiet }: HashCommandOptions,
  { io, stop }: Parts,
): Promise<void> {
  const path = resolve(io.cwd, list);
  const text = await readList(path);
  const { expectations, unreadable } = await readCheckList(text, path, { asked, cwd: io.cwd });
  if (expectations.length === 0)
    throw usage(`${path} has no hashes in it, as sha256sum, this command or civitdl write them.`);
  if (unreadable > 0) io.err(`${unreadable} lines of ${path} are no hashes and were passed over.`);
  await checkFiles(expectations, { jobs, json: json === true, quiet: quiet === true, io, stop });
}

async function readList(path: string): Promise<string> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    throw usage(`${path} cannot be read (${String((error as NodeJS.ErrnoException).code)}). Check the path.`);
  }
  if (bytes.length > largestList || bytes.includes(0)) throw usage(`${path} is no list, but something else.`);
  return bytes.toString('utf8');
}

function usage(message: string): CommandFailure {
  return new CommandFailure(message, exitCode.usage);
}
