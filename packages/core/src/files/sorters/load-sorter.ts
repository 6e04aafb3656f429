import { access } from 'node:fs/promises';
import { extname, isAbsolute, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describeFileError } from '../../configuration/sources/file-problem.js';
import { ConfigurationError } from '../../errors/configuration-error.js';
import { type BuiltInSorterName, builtInSorters } from './built-in-sorters.js';
import type { Sorter } from './sorter.js';

/** What may be set for {@link loadSorter}. */
export interface LoadSorterOptions {
  /** What relative paths are relative to. Default: the working directory. */
  readonly baseFolder?: string;
}

/** The name under which a module exports its sorter; a default export does as well. */
const exportName = 'sortModel';

/**
 * A built-in sorter by its name, or one from a module of JavaScript that exports it as `sortModel`.
 *
 * **Loading a module runs it**, with all rights of this program. So only a path is taken that says so, that is one with
 * a separator, an extension or `file:` in it: a misspelt name never runs whatever lies in the working directory. Modules of
 * TypeScript are taken where Node itself takes them. Sorters of civitdl are programs in Python and cannot be run.
 *
 * @throws ConfigurationError when there is no such sorter, the module cannot be loaded, or exports none
 *
 * @example
 * ```ts
 * import { loadSorter } from '@civitkit/core/files';
 *
 * const sorter = await loadSorter('./my-sorter.mjs');
 * ```
 */
export async function loadSorter(nameOrPath: string, options: LoadSorterOptions = {}): Promise<Sorter> {
  if (Object.hasOwn(builtInSorters, nameOrPath)) return builtInSorters[nameOrPath as BuiltInSorterName];
  if (!/[/\\.]|^file:/u.test(nameOrPath)) {
    const names = Object.keys(builtInSorters).join(', ');
    throw problem(
      nameOrPath,
      'is no sorter.',
      `There are ${names}; for your own give the path of its module, such as ./sorter.mjs.`,
    );
  }
  const path = pathOf(nameOrPath, options.baseFolder ?? process.cwd());
  if (extname(path).toLowerCase() === '.py') {
    throw problem(nameOrPath, 'is a sorter in Python.', 'Write it anew as a module of JavaScript; it is a few lines.');
  }
  await access(path).catch((thrown: unknown) => {
    const { message, remedy } = describeFileError(thrown);
    throw problem(path, message, remedy);
  });
  return sorterOf(await load(path), path);
}

function pathOf(text: string, baseFolder: string): string {
  if (!text.startsWith('file:')) return isAbsolute(text) ? text : resolve(baseFolder, text);
  try {
    return fileURLToPath(text);
  } catch {
    throw problem(text, 'is no address of a file.', 'Give its path instead.');
  }
}

async function load(path: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    return (await import(/* webpackIgnore: true */ pathToFileURL(path).href)) as Readonly<Record<string, unknown>>;
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    const remedy =
      (error as { readonly code?: unknown }).code === 'ERR_UNKNOWN_FILE_EXTENSION'
        ? 'This version of Node takes .js and .mjs only; compile it first.'
        : 'Try to run it with node.';
    throw problem(path, `cannot be loaded: ${error.message}`, remedy, error);
  }
}

function sorterOf(module: Readonly<Record<string, unknown>>, path: string): Sorter {
  const found = module[exportName] ?? module['default'];
  // A module of CommonJS comes as the default export, with its own exports in it.
  const inner = typeof found === 'object' && found !== null ? (found as Record<string, unknown>)[exportName] : found;
  if (typeof inner === 'function') return inner as Sorter;
  throw problem(path, 'exports no sorter.', `Export it as a function named ${exportName}.`);
}

function problem(key: string, message: string, remedy: string, cause?: Error): ConfigurationError {
  return new ConfigurationError([{ key, source: '', message, remedy }], { cause });
}
