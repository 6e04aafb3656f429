import { resolveRoot, type SidecarKind } from '@civitkit/core/files';
import type { CommandIo } from '../command-io.js';
import { CommandFailure, exitCode } from '../exit-code.js';
import type { DownloadDefaults } from '../tool-settings/download-defaults.js';
import type { Maturity } from '../tool-settings/maturity.js';
import type { ToolSettings } from '../tool-settings/tool-settings.js';
import type { DownloadCommandOptions } from './download.js';
import { storableOf } from './download-storable-options.js';

/** Where files go; folders are absolute. */
export type PlaceSettings =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'folder'; readonly directory: string }
  /** `sorter`: a name, or the path of a module. */
  | { readonly kind: 'sorter'; readonly directory: string; readonly sorter: string; readonly baseFolder: string }
  | { readonly kind: 'layout'; readonly layout: string; readonly root: string };

/** What is saved besides the model. */
export interface ExtraSettings {
  readonly images: number;
  readonly nsfw: Maturity;
  readonly prompts: boolean;
  readonly sidecars: readonly SidecarKind[];
}

/** What a download does, out of flags, of what is set once for all, and of what is usual. */
export interface DownloadSettings {
  readonly place: PlaceSettings;
  readonly extras: ExtraSettings;
  /** Whether the model itself is wanted. */
  readonly model: boolean;
  /** Everything that is as it was set, by a flag or once for all. */
  readonly set: DownloadDefaults;
}

/** What civitdl saves unless it is told otherwise; with one of its sorters that is usual here, too. */
const asCivitdl = { images: 3, nsfw: '2', prompts: true, sidecars: ['json', 'hashes'] } as const;
const plain = { images: 0, nsfw: 'pg13', prompts: false, sidecars: [] } as const;

/**
 * Puts together what is meant. A flag goes before what is set once for all.
 *
 * @param folder - the operand that is one
 * @throws CommandFailure for flags that contradict each other
 */
export function resolveSettings(
  options: DownloadCommandOptions,
  folder: string | undefined,
  { aliases, defaults, sorters }: ToolSettings,
  io: CommandIo,
): DownloadSettings {
  const flags = storableOf(options);
  const set = { ...defaults, ...flags };
  const absolute = (path: string): string => {
    const home = io.homeDirectory === undefined ? {} : { homeFolder: io.homeDirectory };
    return resolveRoot(path, { aliases, baseFolder: io.cwd, ...home });
  };
  const { layout, sorter } = treeOf(flags, defaults, options, folder);
  const directory = absolute(options.dir ?? folder ?? '.');
  let place: PlaceSettings;
  if (options.out !== undefined) place = { kind: 'path', path: absolute(options.out) };
  else if (layout !== undefined) {
    const root = flags.root ?? folder ?? defaults.root;
    if (root === undefined) throw usage(`Say where ${layout} is: --root <folder>.`);
    place = { kind: 'layout', layout, root: absolute(root) };
  } else if (sorter === undefined) place = { kind: 'folder', directory };
  else {
    const own = Object.hasOwn(sorters, sorter) ? sorters[sorter] : undefined;
    place = { kind: 'sorter', directory, sorter: own ?? sorter, baseFolder: io.cwd };
  }
  const usual = place.kind === 'sorter' ? asCivitdl : plain;
  const { images, nsfw, prompts, sidecars } = { ...usual, ...set };
  return {
    place,
    extras: {
      images,
      nsfw,
      prompts,
      sidecars: sidecars.map((name) => (name === 'json' ? 'model' : name) as SidecarKind),
    },
    model: set.model ?? true,
    set,
  };
}

interface Tree {
  readonly layout?: string | undefined;
  readonly sorter?: string | undefined;
}

/** The layout or the sorter that counts; what was typed goes before what is set, and each before the other's default. */
function treeOf(
  flags: DownloadDefaults,
  defaults: DownloadDefaults,
  { dir, out }: DownloadCommandOptions,
  folder: string | undefined,
): Tree {
  const typed = readTree(flags);
  if (typed.layout !== undefined && typed.sorter !== undefined) {
    throw usage('--layout and --sorter both say which folders are used. Give one of them.');
  }
  const something = typed.layout ?? typed.sorter;
  if (out !== undefined && something !== undefined) {
    throw usage('--out names the very file, so --layout and --sorter have nothing to say. Give --dir instead.');
  }
  if (typed.layout !== undefined && dir !== undefined) {
    throw usage('--layout chooses the folder, so --dir has nothing to say. Name the folder of the program by --root.');
  }
  if (typed.layout !== undefined && folder !== undefined && flags.root !== undefined) {
    throw usage(`--root and ${JSON.stringify(folder)} both name the folder of the program. Give one of them.`);
  }
  if (flags.root !== undefined && typed.layout === undefined && readTree(defaults).layout === undefined) {
    throw usage('--root is the folder of a program; say of which, by --layout.');
  }
  if (out !== undefined) return {};
  if (something !== undefined) return typed;
  const stored = readTree(defaults);
  // A folder that is named is meant, whatever program's folders are usual.
  const named = dir !== undefined || (folder !== undefined && flags.root === undefined);
  return {
    layout: flags.layout === 'none' || named ? undefined : stored.layout,
    sorter: flags.sorter === 'none' || (stored.layout !== undefined && !named) ? undefined : stored.sorter,
  };
}

function readTree({ layout, sorter }: DownloadDefaults): Tree {
  const ownSorter = sorter === 'none' ? undefined : sorter;
  if (layout === 'civitdl') return { sorter: ownSorter ?? 'basic' };
  return { layout: layout === 'none' ? undefined : layout, sorter: ownSorter };
}

function usage(message: string): CommandFailure {
  return new CommandFailure(message, exitCode.usage);
}
