import { readdir } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { type HashAlgorithm, modelExtensions, readHashesCsv } from '@civitkit/core/files';
import { algorithmOf, guessAlgorithm } from './hash-algorithms.js';
import { unescapePath } from './hash-lines.js';

/** One line of a list. */
export interface Expectation {
  /** Absolute. */
  readonly path: string;
  readonly algorithm: HashAlgorithm;
  readonly expected: string;
}

/** A list that was read. */
export interface CheckList {
  readonly expectations: readonly Expectation[];
  /** Lines that say nothing. */
  readonly unreadable: number;
}

const tagged = /^(?<mark>\\?)(?<name>[A-Za-z][\w-]*) \((?<path>.+)\) = (?<hash>[\da-fA-F]+)$/su;
const plain = /^(?<mark>\\?)(?<hash>[\da-fA-F]{8,128}) [ *](?<path>.+)$/su;

/**
 * Reads a list of hashes: of sha256sum and its like, with names of algorithms, or that of civitdl, which is about the model
 * beside it.
 *
 * @param cwd - what paths are relative to
 * @param asked - for hashes that could be of several algorithms
 */
export async function readCheckList(
  text: string,
  listPath: string,
  { asked, cwd }: { readonly asked: readonly HashAlgorithm[]; readonly cwd: string },
): Promise<CheckList> {
  const lines = text.replace(/^\uFEFF/u, '').split(/\r?\n/u);
  if (/^hash_name\s*,\s*hash_id\s*$/u.test(lines[0] ?? '')) return await readCivitdlList(text, listPath);
  const expectations: Expectation[] = [];
  let unreadable = 0;
  for (const line of lines) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const found = readLine(line, cwd, asked);
    if (found === undefined) unreadable += 1;
    else expectations.push(found);
  }
  return { expectations, unreadable };
}

function readLine(line: string, cwd: string, asked: readonly HashAlgorithm[]): Expectation | undefined {
  const groups = tagged.exec(line)?.groups ?? plain.exec(line)?.groups;
  if (groups === undefined) return undefined;
  const { hash = '', mark, name, path = '' } = groups;
  const algorithm = name === undefined ? guessAlgorithm(hash, asked) : algorithmOf(name);
  if (algorithm === undefined) return undefined;
  return { path: resolve(cwd, mark === '\\' ? unescapePath(path) : path), algorithm, expected: hash.toUpperCase() };
}

/** Of the model with the name of the list; civitdl writes no path into it. */
async function readCivitdlList(text: string, listPath: string): Promise<CheckList> {
  const folder = dirname(listPath);
  const stem = basename(listPath, extname(listPath));
  const names = await readdir(folder);
  const model = names.find((name) => {
    const extension = extname(name);
    return basename(name, extension) === stem && modelExtensions.includes(extension.toLowerCase());
  });
  // Missing is found out when it is read.
  const path = join(folder, model ?? `${stem}.safetensors`);
  const expectations = Object.entries(readHashesCsv(text)).flatMap(([name, expected]) => {
    const algorithm = algorithmOf(name);
    return algorithm === undefined ? [] : [{ path, algorithm, expected: String(expected) }];
  });
  return { expectations, unreadable: 0 };
}
