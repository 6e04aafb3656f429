import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { ConfigurationError, type ConfigurationProblem } from '../../errors/configuration-error.js';

/** Short names of folders; the order of the members does not matter. */
export type RootAliases = Readonly<Record<string, string>>;

/** What {@link resolveRoot} goes by. */
export interface ResolveRootOptions {
  /** Default: none. */
  readonly aliases?: RootAliases;
  /** What relative paths are relative to. Default: the working directory. */
  readonly baseFolder?: string;
  /** What `~` stands for. Default: the user's home. */
  readonly homeFolder?: string;
}

/**
 * The absolute path of a folder that may begin with an alias, which may stand for another one: `@loras/style` with
 * `@loras` for `@models/loras` and `@models` for `~/models`. An alias wins over a folder of its name. `~` and `~/…` are
 * the user's home.
 *
 * @throws ConfigurationError when aliases lead back to themselves
 *
 * @example
 * ```ts
 * import { resolveRoot } from '@civitkit/core/files';
 *
 * console.log(resolveRoot('@loras/style', { aliases: { '@loras': '@models/loras', '@models': '~/models' } }));
 * ```
 */
export function resolveRoot(path: string, options: ResolveRootOptions = {}): string {
  const { aliases = {}, baseFolder = process.cwd(), homeFolder = homedir() } = options;
  const seen: string[] = [];
  let current = path;
  for (;;) {
    const { first, rest } = splitFirst(current);
    if (!isAlias(aliases, first)) break;
    if (seen.includes(first)) throw new ConfigurationError([cycle([...seen, first])]);
    seen.push(first);
    const target = aliases[first] ?? '';
    current = rest === '' ? target : `${target.replace(/[/\\]+$/u, '')}/${rest}`;
  }
  const home = /^~(?:[/\\]+(?<below>.*))?$/su.exec(current);
  return home === null ? resolve(baseFolder, current) : join(homeFolder, home.groups?.['below'] ?? '');
}

/**
 * What is wrong with aliases, all of it: names that are empty or have a separator, folders that are empty, aliases that
 * lead back to themselves.
 */
export function checkAliases(aliases: RootAliases): readonly ConfigurationProblem[] {
  const problems: ConfigurationProblem[] = [];
  for (const [name, target] of Object.entries(aliases)) {
    if (name.trim() === '' || /[/\\]/u.test(name)) {
      const remedy = 'Give it a name without "/" and "\\", such as @models.';
      problems.push({ key: `alias ${JSON.stringify(name)}`, source: '', message: 'is no name of an alias.', remedy });
    }
    if (target.trim() === '') {
      problems.push({ key: `alias ${name}`, source: '', message: 'stands for nothing.', remedy: 'Give it a folder.' });
    }
    const way = wayOf(name, aliases);
    if (way.at(-1) === name && way.length > 1) problems.push(cycle(way));
  }
  return problems;
}

/**
 * The form in which the target of a new alias is kept: as it is when it begins with an alias or with `~`, so that it
 * follows them, else absolute, so that it means the same from every working directory.
 */
export function aliasTarget(path: string, options: ResolveRootOptions = {}): string {
  const { aliases = {}, baseFolder = process.cwd() } = options;
  const { first } = splitFirst(path);
  return isAlias(aliases, first) || first === '~' ? path : resolve(baseFolder, path);
}

function wayOf(name: string, aliases: RootAliases): readonly string[] {
  const way = [name];
  for (;;) {
    const { first } = splitFirst(aliases[way.at(-1) ?? ''] ?? '');
    if (!isAlias(aliases, first)) return way;
    const again = way.includes(first);
    way.push(first);
    if (again) return way;
  }
}

function isAlias(aliases: RootAliases, name: string): boolean {
  return name !== '' && Object.hasOwn(aliases, name);
}

function splitFirst(path: string): { readonly first: string; readonly rest: string } {
  const separator = path.search(/[/\\]/u);
  return separator === -1
    ? { first: path, rest: '' }
    : { first: path.slice(0, separator), rest: path.slice(separator + 1).replace(/^[/\\]+/u, '') };
}

function cycle(way: readonly string[]): ConfigurationProblem {
  return {
    key: `alias ${way[0] ?? ''}`,
    source: '',
    message: `leads back to itself: ${way.join(' -> ')}.`,
    remedy: 'Let one of them stand for a folder.',
  };
}
