import { readFile, writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { settingsSchema } from '@civitkit/core/internal';
import type { CommandIo } from '../command-io.js';
import { CommandFailure, exitCode } from '../exit-code.js';
import { type KnownSection, knownSections } from './known-sections.js';

/** Everything that `civitkit config schema` takes. */
export interface ConfigSchemaOptions {
  readonly section?: string;
  /** Further sections, such as `Studio=CivitaiApi`. */
  readonly also?: readonly string[];
  readonly output?: string;
}

/** `civitkit config schema`: the JSON Schema of settings files, printed or written to a file. */
export async function printConfigSchema(options: ConfigSchemaOptions, io: CommandIo): Promise<void> {
  const known = await knownSections(options.section);
  const others = await Promise.all((options.also ?? []).map(namedSection));
  const text = `${JSON.stringify(settingsSchema([...known, ...others]), undefined, 2)}\n`;
  if (options.output === undefined) {
    io.out(text.trimEnd());
    return;
  }
  const file = resolve(io.cwd, options.output);
  await refuseOther(file);
  await writeFile(file, text);
  io.err(`Written. Name it in your settings file: "$schema": "./${basename(file)}"`);
}

/** A section of the application's own, for a named client; it has the keys of a known one. */
async function namedSection(text: string): Promise<KnownSection> {
  const [, name, kind] = /^([^=:$\s][^=:\s]*)=(\w+)$/u.exec(text) ?? [];
  if (name === undefined || kind === undefined) {
    const shape = 'a name and the section it is like: --also Studio=CivitaiApi';
    throw new CommandFailure(`${JSON.stringify(text)} cannot be used. Give ${shape}`, exitCode.usage);
  }
  const [section] = await knownSections(kind);
  if (section === undefined) throw new Error(`There is no section ${kind}.`);
  return { ...section, name };
}

/** A schema may be replaced; settings and anything else that somebody wrote may not. */
async function refuseOther(file: string): Promise<void> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined || text.trim() === '' || text.includes('"http://json-schema.org/')) return;
  throw new CommandFailure(`${file} is there, and is no schema. Choose another file, or remove it.`, exitCode.usage);
}
