import { aliasTarget, builtInSorters, checkAliases } from '@civitkit/core/files';
import type { CommandIo } from '../command-io.js';
import { defaultChecks } from '../tool-settings/default-checks.js';
import type { DownloadDefaults } from '../tool-settings/download-defaults.js';
import type { ToolSettings } from '../tool-settings/tool-settings.js';
import { whyNoAlias } from './config-alias-action.js';
import type { CivitdlConfig } from './config-import-civitdl.js';

/** One setting of civitdl, and what becomes of it. */
export interface ImportChange {
  readonly kind: 'default' | 'alias' | 'sorter' | 'key';
  /** By civitdl's name. */
  readonly name: string;
  /** As it is set here; of a key never. */
  readonly value?: unknown;
  readonly action: 'set' | 'same' | 'kept' | 'skipped';
  readonly reason?: string;
}

/** What is taken over. */
export interface ImportPlan {
  readonly settings: ToolSettings;
  readonly changes: readonly ImportChange[];
}

type Taken = { -readonly [Name in keyof DownloadDefaults]: DownloadDefaults[Name] };

/** What civitdl writes down when nobody has set anything. */
const fresh: Readonly<Record<string, unknown>> = {
  sorter: 'basic',
  max_images: 3,
  nsfw_mode: '2',
  with_prompt: true,
  without_model: false,
  limit_rate: '0',
  retry_count: 3,
  pause_time: 3,
  cache_mode: '1',
  strict_mode: '1',
  model_overwrite: false,
  with_color: true,
};
const shippedAlias = '@example';

/** A setting for people. */
export function settingText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Works out what is taken over; nothing is written. */
export function planImport(
  { aliases, defaults, sorters }: CivitdlConfig,
  settings: ToolSettings,
  { all, replace }: { readonly all: boolean; readonly replace: boolean },
  io: Pick<CommandIo, 'cwd'>,
): ImportPlan {
  const changes: ImportChange[] = [];
  const taken: Taken = { ...settings.defaults };
  const python = new Map(sorters.map(({ name, path }) => [name, path]));
  for (const { civitdl, name, value } of translated(defaults)) {
    const base = { kind: 'default', name: civitdl, value } as const;
    // The sorter says where the files are that somebody has.
    const isFresh = civitdl !== 'sorter' && String(defaults[civitdl]) === String(fresh[civitdl]);
    const problem = problemOf(name, value, python);
    if (isFresh && !all) continue;
    if (problem !== undefined) changes.push({ ...base, action: 'skipped', reason: problem });
    else changes.push({ ...base, ...put(taken, name, value, replace) });
  }
  const targets: Record<string, string> = { ...settings.aliases };
  for (const { name, target } of aliases) {
    if (name === shippedAlias && !all) continue;
    changes.push({ kind: 'alias', name, value: target, ...putAlias(targets, name, target, replace, io) });
  }
  for (const { name, path } of sorters) {
    if (Object.hasOwn(builtInSorters, name)) continue;
    const reason = 'a program in Python: write it anew as a module of JavaScript, and name it by config sorter --add';
    changes.push({ kind: 'sorter', name, value: path, action: 'skipped', reason });
  }
  return { settings: { ...settings, defaults: taken, aliases: targets }, changes };
}

interface Translated {
  readonly civitdl: string;
  readonly name: keyof DownloadDefaults;
  readonly value: unknown;
}

const unchanged = (value: unknown): unknown => value;

/** What the settings of civitdl mean here. */
function translated(defaults: CivitdlConfig['defaults']): readonly Translated[] {
  const found: Translated[] = [];
  const add = (civitdl: string, name: keyof DownloadDefaults, translate: (value: unknown) => unknown): void => {
    if (Object.hasOwn(defaults, civitdl)) found.push({ civitdl, name, value: translate(defaults[civitdl]) });
  };
  add('sorter', 'sorter', unchanged);
  add('max_images', 'images', unchanged);
  add('nsfw_mode', 'nsfw', String);
  add('with_prompt', 'prompts', unchanged);
  add('without_model', 'model', (value) => (typeof value === 'boolean' ? !value : value));
  add('limit_rate', 'limitRate', String);
  add('retry_count', 'retries', unchanged);
  add('pause_time', 'pause', unchanged);
  add('cache_mode', 'cache', (value) => (['0', '1'].includes(String(value)) ? String(value) === '1' : value));
  // Overwriting is more than not looking; of the two only one is told here.
  if (defaults['model_overwrite'] === true) add('model_overwrite', 'onConflict', () => 'overwrite');
  else add('strict_mode', 'onConflict', (value) => ({ '0': 'skip', '1': 'fail' })[String(value)] ?? value);
  add('with_color', 'color', unchanged);
  return found;
}

function problemOf(
  name: keyof DownloadDefaults,
  value: unknown,
  python: ReadonlyMap<string, string>,
): string | undefined {
  const { isValid, means } = defaultChecks[name];
  if (!isValid(value)) return `it must be ${means}`;
  if (name !== 'sorter' || Object.hasOwn(builtInSorters, String(value))) return undefined;
  return python.has(String(value)) ? 'a program in Python' : 'there is no such sorter';
}

function put(
  into: Taken,
  name: keyof DownloadDefaults,
  value: unknown,
  replace: boolean,
): Pick<ImportChange, 'action' | 'reason'> {
  const old = into[name];
  if (old === value) return { action: 'same' };
  if (old !== undefined && !replace)
    return { action: 'kept', reason: `set to ${settingText(old)} here; --replace takes it over` };
  if (name === 'sorter') {
    if (into.layout !== undefined && !replace) {
      return {
        action: 'kept',
        reason: `the layout ${settingText(into.layout)} is set here; --replace takes it over`,
      };
    }
    delete into.layout;
    delete into.root;
  }
  // `problemOf` has looked at it.
  Object.assign(into, { [name]: value });
  return { action: 'set' };
}

function putAlias(
  into: Record<string, string>,
  name: string,
  target: string,
  replace: boolean,
  { cwd }: Pick<CommandIo, 'cwd'>,
): Pick<ImportChange, 'action' | 'reason'> {
  const kept = aliasTarget(target, { aliases: into, baseFolder: cwd });
  const old = Object.hasOwn(into, name) ? into[name] : undefined;
  if (old === kept) return { action: 'same' };
  if (old !== undefined && !replace)
    return { action: 'kept', reason: `it stands for ${old} here; --replace takes it over` };
  const others = Object.fromEntries(Object.entries(into).filter(([other]) => other !== name));
  const reason = whyNoAlias(name, others) ?? checkAliases({ ...others, [name]: kept })[0]?.message;
  if (reason !== undefined) return { action: 'skipped', reason };
  into[name] = kept;
  return { action: 'set' };
}
