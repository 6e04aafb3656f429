import { stat } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { builtInSorters } from '@civitkit/core/files';
import type { CommandIo } from '../command-io.js';
import { CommandFailure, exitCode } from '../exit-code.js';
import { printTable } from '../output/items.js';
import { SettingsFile } from '../tool-settings/settings-file.js';
import type { ToolSettings } from '../tool-settings/tool-settings.js';
import type { ConfigSorterOptions } from './config-sorter.js';

/** What Node can load. */
const modules: readonly string[] = ['.js', '.mjs', '.cjs', '.ts', '.mts', '.cts'];

/** `civitkit config sorter`: changes what is asked for, and prints what there is. Nothing is run. */
export async function runConfigSorter(
  module: string | undefined,
  { add, delete: removed = [], json }: ConfigSorterOptions,
  io: CommandIo,
): Promise<void> {
  if ((add === undefined) !== (module === undefined)) {
    throw usage('--add needs both, the name and the module: civitkit config sorter --add mine ./my-sorter.mjs');
  }
  const path = module === undefined ? undefined : await checkModule(resolve(io.cwd, module));
  const file = new SettingsFile(io);
  const changes = add !== undefined || removed.length > 0;
  const settings = changes ? await file.change((old) => changed(old, add, path, removed)) : await file.read();
  printSorters(settings, json === true, io);
}

async function checkModule(path: string): Promise<string> {
  const extension = extname(path).toLowerCase();
  if (extension === '.py') {
    throw usage(
      `${path} is a sorter in Python, for civitdl. Write it anew as a module of JavaScript; it is a few lines.`,
    );
  }
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile() !== true || !modules.includes(extension)) {
    throw usage(`${path} is no module. Give the path of a file that ends in ${modules.join(', ')}.`);
  }
  return path;
}

function changed(
  settings: ToolSettings,
  add: string | undefined,
  path: string | undefined,
  removed: readonly string[],
): ToolSettings {
  const sorters = new Map(Object.entries(settings.sorters));
  for (const name of removed) {
    if (!sorters.delete(name)) throw usage(`There is no sorter of your own ${JSON.stringify(name)}.`);
  }
  if (add !== undefined && path !== undefined) {
    refuseName(add, [...sorters.keys()]);
    sorters.set(add, path);
  }
  // What is set must not name what is gone.
  const { sorter, ...others } = settings.defaults;
  const defaults = sorter !== undefined && removed.includes(sorter) ? others : settings.defaults;
  return { ...settings, defaults, sorters: Object.fromEntries(sorters) };
}

function refuseName(name: string, taken: readonly string[]): void {
  if (taken.includes(name) || Object.hasOwn(builtInSorters, name) || name === 'none') {
    throw usage(`There is a sorter ${name} already. Choose another name, or remove it first by --delete.`);
  }
  if (name.trim() === '' || /[/\\.:]/u.test(name)) {
    throw usage(`${JSON.stringify(name)} could be taken for a path. Choose a name without / \\ . and :`);
  }
}

function printSorters({ defaults, sorters }: ToolSettings, json: boolean, io: CommandIo): void {
  const builtIn = Object.keys(builtInSorters).map((name) => ({ name, path: '' }));
  const own = Object.entries(sorters).map(([name, path]) => ({ name, path }));
  const items = [...builtIn, ...own].map((item) => ({ ...item, isDefault: item.name === defaults.sorter }));
  if (json) {
    io.out(
      JSON.stringify(
        items.map(({ path, ...item }) => ({ ...item, path: path === '' ? null : path })),
        undefined,
        2,
      ),
    );
    return;
  }
  const columns = [
    { header: 'NAME', cell: ({ name }: (typeof items)[number]) => name },
    { header: 'MODULE', shrinkTo: 16, cell: ({ path }: (typeof items)[number]) => (path === '' ? 'built in' : path) },
    { header: 'DEFAULT', cell: ({ isDefault }: (typeof items)[number]) => (isDefault ? 'yes' : '') },
  ];
  printTable(items, columns, undefined, io);
}

function usage(message: string): CommandFailure {
  return new CommandFailure(message, exitCode.usage);
}
