import { stat } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import { isCivitaiError, type Model, NotFoundError } from '@civitkit/core/client';
import { type KnownFile, readSafetensorsHeader, resolveRoot } from '@civitkit/core/files';
import type { CommandIo } from '../command-io.js';
import { CommandFailure, exitCode } from '../exit-code.js';
import type { ToolSettings } from '../tool-settings/tool-settings.js';
import { type Place, type PlaceableFile, Placer } from './download-place.js';
import type { PlaceSettings } from './download-settings.js';
import type { OrganiseCommandOptions } from './organise.js';

/** By which rule files get their places. */
export interface OrganiseRule {
  readonly settings: PlaceSettings;
  /** The folder below which everything is; absolute. */
  readonly root: string;
  /** For names, or for folders and names. */
  readonly pattern: string | undefined;
}

/**
 * Puts together what is meant: what was typed, else what is set once for all.
 *
 * @throws CommandFailure when nothing says where files go, or two things do
 */
export async function organiseRule(
  paths: readonly string[],
  options: OrganiseCommandOptions,
  { aliases, defaults, sorters }: ToolSettings,
  io: CommandIo,
): Promise<OrganiseRule> {
  const typed = [options.layout, options.sorter, options.pattern].filter((one) => one !== undefined);
  if (typed.length > 1) throw usage('--layout, --sorter and --pattern each say where files go. Give one of them.');
  if (options.pattern !== undefined && options.name !== undefined) {
    throw usage('--pattern says the names as well, so --name has nothing to say. Put it at the end of the pattern.');
  }
  const { layout, sorter } = typed.length > 0 ? options : defaults;
  const isSorter = layout === 'civitdl' || (sorter !== undefined && sorter !== 'none');
  const isLayout = layout !== undefined && layout !== 'none' && !isSorter;
  if (!(isLayout || isSorter || options.pattern !== undefined)) {
    throw usage("Say where files go: --layout comfyui, --sorter basic, or --pattern '{type}/{model.name}'.");
  }
  const given = options.root ?? (isLayout ? defaults.root : undefined);
  const home = io.homeDirectory === undefined ? {} : { homeFolder: io.homeDirectory };
  const root =
    given === undefined ? await onlyFolder(paths, io) : resolveRoot(given, { aliases, baseFolder: io.cwd, ...home });
  const pattern = options.pattern ?? options.name ?? (typed.length > 0 ? undefined : defaults.name);
  if (isLayout) return { root, pattern, settings: { kind: 'layout', layout, root } };
  if (!isSorter) return { root, pattern, settings: { kind: 'folder', directory: root } };
  const name = sorter ?? 'basic';
  const own = Object.hasOwn(sorters, name) ? sorters[name] : undefined;
  return { root, pattern, settings: { kind: 'sorter', directory: root, sorter: own ?? name, baseFolder: io.cwd } };
}

/** Finds the places of files that are there, as a download would. */
export class OrganisePlacer {
  readonly #placer: Placer;
  readonly #isSorter: boolean;
  readonly #places = new Map<string, Place>();

  private constructor(placer: Placer, isSorter: boolean) {
    this.#placer = placer;
    this.#isSorter = isSorter;
  }

  /** @throws ConfigurationError when there is no such sorter; ValidationError for a pattern that cannot be used */
  static async create({ pattern, settings }: OrganiseRule): Promise<OrganisePlacer> {
    return new OrganisePlacer(await Placer.create(settings, pattern, { allowLink: true }), settings.kind === 'sorter');
  }

  get needsModel(): boolean {
    return this.#placer.needsModel;
  }

  get problems(): readonly string[] {
    return this.#placer.problems;
  }

  /** What there is to say about a place that was found. */
  noteOf(path: string): Pick<Place, 'instruction' | 'notes'> | undefined {
    return this.#places.get(path);
  }

  /** @throws NotFoundError when the model is needed, and is not on Civitai any more */
  async pathOf(known: KnownFile, models: ReadonlyMap<number, Model>): Promise<string> {
    const { path, version } = known;
    const fullModel = models.get(version.modelId);
    if (this.needsModel && fullModel === undefined) {
      throw new NotFoundError(
        `${path}: its version is known, and model ${version.modelId} is not there any more, which the sorter or the ` +
          'pattern needs. Organise it by another rule.',
        { code: 'not_found', details: { path, modelId: version.modelId } },
      );
    }
    const place = await this.#placer.placeOf(await placeableOf(known, fullModel, this.#isSorter));
    this.#places.set(path, place);
    return place.path;
  }
}

async function placeableOf(known: KnownFile, fullModel: Model | undefined, isSorter: boolean): Promise<PlaceableFile> {
  const { file, path, version } = known;
  return {
    // civitdl's names are made of the site's; everywhere else a file keeps its own.
    name: isSorter ? siteName(known) : basename(path),
    model: { id: version.modelId, ...version.model },
    version,
    tensorNames: version.model.type === 'Checkpoint' ? await tensorNamesIn(path) : undefined,
    ...(file === undefined ? {} : { file }),
    ...(fullModel === undefined ? {} : { fullModel }),
  };
}

/** The name that the site gives it, with the extension that it has: it may have been converted. */
function siteName({ file, path }: KnownFile): string {
  const extension = extname(path);
  const name = file?.name ?? basename(path).replace(/-mid_\d+-vid_\d+(?=\.[^.]*$)/u, '');
  return `${basename(name, extname(name))}${extension}`;
}

/** They tell whole checkpoints from diffusion weights. A header that cannot be read whole tells nothing. */
async function tensorNamesIn(path: string): Promise<readonly string[] | undefined> {
  if (!['.safetensors', '.sft'].includes(extname(path).toLowerCase())) return undefined;
  try {
    const { complete, tensors } = await readSafetensorsHeader(path);
    return complete ? tensors.map(({ name }) => name) : undefined;
  } catch (error) {
    if (isCivitaiError(error)) return undefined;
    throw error;
  }
}

async function onlyFolder(paths: readonly string[], io: CommandIo): Promise<string> {
  const [path, ...others] = paths.map((one) => resolve(io.cwd, one));
  const facts = path === undefined ? undefined : await stat(path).catch(() => undefined);
  if (path !== undefined && others.length === 0 && facts?.isDirectory() === true) return path;
  throw usage('Say below which folder the folders are made: --root <folder>.');
}

function usage(message: string): CommandFailure {
  return new CommandFailure(message, exitCode.usage);
}
