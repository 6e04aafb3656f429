import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readSources } from '@civitkit/core/files';
import type { CommandIo } from '../command-io.js';

/** What was written on the command line, told apart. */
export interface Operands {
  readonly sources: readonly string[];
  /** As it was written; an alias is not resolved yet. */
  readonly folder?: string;
}

/** What operands are read by. */
export interface OperandContext {
  readonly aliases: Readonly<Record<string, string>>;
  readonly baseUrl: string;
  /** False when the folder was named by an option. */
  readonly mayHaveFolder: boolean;
}

const written = /^(?:\.{1,2}(?:[/\\]|$)|[/\\]|~(?:[/\\]|$)|[a-z]:[/\\])|[/\\]$/iu;
/** What somebody meant as a list, an address or a source with a prefix, although it is none. */
const meantAsSource = /:|,|^@|\.(?:txt|list|lst|csv|md|json)$|^(?:[\w-]+\.)+[a-z]{2,}\//iu;

/**
 * Tells sources from the folder: the last operand of several is the folder when it is no source and no list, and looks
 * like a folder, is one, or begins with an alias. A number or a hash is a source, also where a folder has that name.
 */
export async function splitOperands(
  operands: readonly string[],
  context: OperandContext,
  io: CommandIo,
): Promise<Operands> {
  const last = operands.at(-1);
  if (last === undefined || operands.length < 2 || !context.mayHaveFolder) return { sources: operands };
  const isFolder = await isFolderLike(last.trim(), context, io);
  return isFolder ? { sources: operands.slice(0, -1), folder: last.trim() } : { sources: operands };
}

async function isFolderLike(text: string, { aliases, baseUrl }: OperandContext, { cwd }: CommandIo): Promise<boolean> {
  if (text === '' || text === '-') return false;
  if (Object.hasOwn(aliases, text.split(/[/\\]/u, 1)[0] ?? '')) return true;
  const found = await stat(resolve(cwd, text)).catch(() => undefined);
  if (found?.isFile() === true) return false;
  if (written.test(text)) return true;
  const { sources } = await readSources([text], { baseUrl, directory: cwd });
  if (sources.length > 0) return false;
  return found?.isDirectory() === true || !meantAsSource.test(text);
}
