import { aliasTarget, builtInSorters, checkPattern } from '@civitkit/core/files';
import { closestName } from '@civitkit/core/internal';
import type { CommandIo } from '../command-io.js';
import { CommandFailure, exitCode } from '../exit-code.js';
import { printTable } from '../output/items.js';
import { defaultChecks } from '../tool-settings/default-checks.js';
import type { DownloadDefaults } from '../tool-settings/download-defaults.js';
import { SettingsFile } from '../tool-settings/settings-file.js';
import type { ToolSettings } from '../tool-settings/tool-settings.js';
import type { ConfigDefaultOptions } from './config-default.js';
import { storableOf } from './download-storable-options.js';

type Name = keyof DownloadDefaults;

/** What counts while nothing is set, in words. */
const usual: Readonly<Record<Name, string>> = {
  sorter: 'none',
  layout: 'none',
  root: '',
  name: '{file.name}; with a sorter as civitdl names files',
  images: '0; with a sorter 3',
  nsfw: 'pg13; with a sorter everything',
  prompts: 'no; with a sorter yes',
  sidecars: 'none; with a sorter json,hashes',
  model: 'yes',
  onConflict: 'fail',
  verify: 'hash',
  jobs: '2',
  limitRate: 'none',
  retries: '8',
  pause: '0',
  cache: 'yes',
  color: 'where the terminal has them',
};

/** Names of settings that are not those of their flags. */
const flagNames: Readonly<Partial<Record<Name, string>>> = { nsfw: 'nsfw-max', sidecars: 'sidecar' };

/** `civitkit config default`: changes what is asked for, and prints what is set. */
export async function runConfigDefault(options: ConfigDefaultOptions, io: CommandIo): Promise<void> {
  const { json, reset, unset = [] } = options;
  const given = storableOf(options);
  const file = new SettingsFile(io);
  const names = unset.map(nameOf);
  const changes = reset === true || names.length > 0 || Object.keys(given).length > 0;
  const settings = changes
    ? await file.change((old) => changed(old, { given, names, reset: reset === true }, io))
    : await file.read();
  print(settings, file.path, json === true, io);
}

interface Change {
  readonly given: DownloadDefaults;
  readonly names: readonly Name[];
  readonly reset: boolean;
}

function changed(settings: ToolSettings, { given, names, reset }: Change, io: CommandIo): ToolSettings {
  checkGiven(given, settings);
  const kept = Object.entries(reset ? {} : settings.defaults).filter(([name]) => !names.includes(name as Name));
  // `none` takes back; so does the other one of two that exclude each other.
  const replaced = given.layout !== undefined ? ['sorter'] : given.sorter !== undefined ? ['layout', 'root'] : [];
  const root =
    given.root === undefined
      ? {}
      : { root: aliasTarget(given.root, { aliases: settings.aliases, baseFolder: io.cwd }) };
  const merged = { ...Object.fromEntries(kept.filter(([name]) => !replaced.includes(name))), ...given, ...root };
  const defaults = Object.fromEntries(
    Object.entries(merged).filter(([name, value]) => !((name === 'sorter' || name === 'layout') && value === 'none')),
  );
  return { ...settings, defaults };
}

function checkGiven({ layout, name, root, sorter }: DownloadDefaults, { defaults, sorters }: ToolSettings): void {
  if (layout !== undefined && layout !== 'none' && sorter !== undefined && sorter !== 'none') {
    throw usage('A layout and a sorter both say which folders are used. Set one of them.');
  }
  const known = [...Object.keys(builtInSorters), ...Object.keys(sorters), 'none'];
  if (sorter !== undefined && !known.includes(sorter)) {
    throw usage(
      `There is no sorter ${JSON.stringify(sorter)}; there are ${known.join(', ')}. Your own gets a name by ` +
        '`civitkit config sorter --add`.',
    );
  }
  if (root !== undefined && layout === undefined && defaults.layout === undefined) {
    throw usage('--root is the folder of a program; say of which, by --layout.');
  }
  const [problem] = name === undefined ? [] : checkPattern(name);
  if (problem !== undefined) throw usage(`The pattern ${JSON.stringify(name)} cannot be used: ${problem.message}.`);
}

function nameOf(text: string): Name {
  const names = Object.keys(defaultChecks) as Name[];
  const found = names.find((name) => flagOf(name) === text.replace(/^--/u, '') || name === text);
  if (found !== undefined) return found;
  const closest = closestName(text, names.map(flagOf));
  throw usage(
    `There is no default ${JSON.stringify(text)}.${closest === undefined ? '' : ` Did you mean ${closest}?`}`,
  );
}

function flagOf(name: Name): string {
  return flagNames[name] ?? name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function print({ defaults }: ToolSettings, path: string, json: boolean, io: CommandIo): void {
  if (json) {
    io.out(JSON.stringify({ path, defaults }, undefined, 2));
    return;
  }
  const items = (Object.keys(defaultChecks) as Name[]).map((name) => ({ name, value: defaults[name] }));
  const columns = [
    { header: 'NAME', cell: ({ name }: (typeof items)[number]) => flagOf(name) },
    { header: 'SET TO', shrinkTo: 12, cell: ({ value }: (typeof items)[number]) => valueText(value) },
    { header: 'USUALLY', shrinkTo: 12, cell: ({ name }: (typeof items)[number]) => usual[name] },
  ];
  printTable(items, columns, undefined, io);
}

function valueText(value: DownloadDefaults[Name]): string {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return Array.isArray(value) ? value.join(',') : String(value);
}

function usage(message: string): CommandFailure {
  return new CommandFailure(message, exitCode.usage);
}
