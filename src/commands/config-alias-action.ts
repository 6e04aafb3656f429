import { ConfigurationError } from '@civitkit/core/client';
import { aliasTarget, checkAliases, isSourceProblem, parseSource, resolveRoot } from '@civitkit/core/files';
import type { CommandIo } from '../command-io.js';
import { CommandFailure, exitCode } from '../exit-code.js';
import { printTable } from '../output/items.js';
import { SettingsFile } from '../tool-settings/settings-file.js';
import type { ToolSettings } from '../tool-settings/tool-settings.js';
import type { ConfigAliasOptions } from './config-alias.js';

/** `civitkit config alias`: changes what is asked for, and prints what there is. */
export async function runConfigAlias(
  folder: string | undefined,
  { add, delete: removed = [], json }: ConfigAliasOptions,
  io: CommandIo,
): Promise<void> {
  if ((add === undefined) !== (folder === undefined)) {
    throw usage('--add needs both, the name and the folder: civitkit config alias --add @models ~/models');
  }
  const file = new SettingsFile(io);
  const changes = add !== undefined || removed.length > 0;
  const settings = changes ? await file.change((old) => changed(old, { add, folder, removed }, io)) : await file.read();
  printAliases(settings, json === true, io);
}

interface Change {
  readonly add: string | undefined;
  readonly folder: string | undefined;
  readonly removed: readonly string[];
}

function changed(settings: ToolSettings, { add, folder, removed }: Change, io: CommandIo): ToolSettings {
  const aliases = new Map(Object.entries(settings.aliases));
  for (const name of removed) {
    if (!aliases.delete(name)) throw usage(`There is no alias ${JSON.stringify(name)}.`);
  }
  if (add !== undefined && folder !== undefined) {
    const why = whyNoAlias(add, settings.aliases);
    if (why !== undefined) throw usage(why);
    aliases.set(add, aliasTarget(folder, { aliases: settings.aliases, baseFolder: io.cwd }));
  }
  const all = Object.fromEntries(aliases);
  const dangling = [...aliases].find(([, target]) => removed.includes(target.split(/[/\\]/u, 1)[0] ?? ''));
  if (dangling !== undefined) {
    throw usage(
      `${dangling[0]} stands for ${dangling[1]}, and would lead nowhere. Remove it too, or give it another folder.`,
    );
  }
  const problems = checkAliases(all);
  if (problems.length > 0) throw new ConfigurationError(problems);
  return { ...settings, aliases: all };
}

/** Why a name cannot be that of an alias; `undefined` when it can. */
export function whyNoAlias(name: string, aliases: ToolSettings['aliases']): string | undefined {
  if (Object.hasOwn(aliases, name)) {
    return `There is an alias ${name} already, for ${aliases[name] ?? ''}. Remove it first: civitkit config alias --delete ${name}`;
  }
  if (/^(?:~|\.{1,2}|-.*)$/u.test(name) || !isSourceProblem(parseSource(name))) {
    return `${name} means something else. Choose a name such as @${name.replaceAll(/[^\p{Letter}\p{Number}]/gu, '')}.`;
  }
  return undefined;
}

function printAliases({ aliases }: ToolSettings, json: boolean, io: CommandIo): void {
  const home = io.homeDirectory === undefined ? {} : { homeFolder: io.homeDirectory };
  const items = Object.entries(aliases).map(([name, target]) => ({
    name,
    target,
    folder: resolveRoot(name, { aliases, baseFolder: io.cwd, ...home }),
  }));
  if (json) io.out(JSON.stringify(items, undefined, 2));
  else if (items.length === 0) io.err('There are no aliases.');
  else {
    const columns = [
      { header: 'NAME', cell: ({ name }: (typeof items)[number]) => name },
      { header: 'STANDS FOR', cell: ({ target }: (typeof items)[number]) => target },
      { header: 'FOLDER', shrinkTo: 16, cell: ({ folder }: (typeof items)[number]) => folder },
    ];
    printTable(items, columns, undefined, io);
  }
}

function usage(message: string): CommandFailure {
  return new CommandFailure(message, exitCode.usage);
}
