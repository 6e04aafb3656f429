import { basename, dirname, extname, join } from 'node:path';
import {
  civitdlNames,
  type ExtraFolders,
  expandPattern,
  folderFor,
  type LayoutName,
  loadSorter,
  locateFolder,
  type PlannedFile,
  patternValues,
  type ResolveInsideOptions,
  readExtraFolders,
  resolveInside,
  type Sorter,
  sortFiles,
} from '@civitkit/core/files';
import type { PlaceSettings } from './download-settings.js';

/** Where everything about a file goes; absolute. */
export interface Place {
  readonly path: string;
  readonly metadataFolder: string;
  readonly imagesFolder: string;
  readonly promptsFolder: string;
  /** What is worth telling about the choice of the folder. */
  readonly notes: readonly string[];
  /** What is to be done afterwards, so that the program knows the file. */
  readonly instruction?: string | undefined;
}

/** What is known of a file that is to get a place: one that will be downloaded, or one that is there. */
export interface PlaceableFile extends Pick<PlannedFile, 'fullModel' | 'model' | 'name' | 'version'> {
  /** Absent when the version does not show it, as archived ones do. */
  readonly file?: PlannedFile['file'];
  /** What is in it, where it was looked at. */
  readonly tensorNames?: readonly string[] | undefined;
}

/** Finds places; asked twice for the same file, it says the same. */
export class Placer {
  readonly #settings: PlaceSettings;
  readonly #pattern: string | undefined;
  readonly #sorter: Sorter | undefined;
  readonly #extraFolders: ExtraFolders | undefined;
  readonly #inside: ResolveInsideOptions;
  readonly #places = new Map<PlaceableFile, Promise<Place>>();

  private constructor(
    settings: PlaceSettings,
    pattern: string | undefined,
    sorter: Sorter | undefined,
    extraFolders: ExtraFolders | undefined,
    inside: ResolveInsideOptions,
  ) {
    this.#settings = settings;
    this.#pattern = pattern;
    this.#sorter = sorter;
    this.#extraFolders = extraFolders;
    this.#inside = inside;
  }

  /**
   * Loads what the places depend on, before anything is asked for.
   *
   * @param inside - whether places may be links already
   * @throws ConfigurationError when there is no such sorter; ValidationError for a pattern that cannot be used
   */
  static async create(
    settings: PlaceSettings,
    pattern: string | undefined,
    inside: ResolveInsideOptions = {},
  ): Promise<Placer> {
    // A pattern that is wrong is wrong for every file.
    if (pattern !== undefined) expandPattern(pattern, {});
    if (settings.kind === 'sorter') {
      const sorter = await loadSorter(settings.sorter, { baseFolder: settings.baseFolder });
      return new Placer(settings, pattern, sorter, undefined, inside);
    }
    if (settings.kind === 'layout') {
      const extraFolders = await readExtraFolders(settings.layout as LayoutName, settings.root);
      return new Placer(settings, pattern, undefined, extraFolders, inside);
    }
    return new Placer(settings, pattern, undefined, undefined, inside);
  }

  /** Whether the whole model has to be known. */
  get needsModel(): boolean {
    return this.#settings.kind === 'sorter' || /\{creator\}/iu.test(this.#pattern ?? '');
  }

  /** What could not be understood of the settings of the program whose folders are used. */
  get problems(): readonly string[] {
    return this.#extraFolders?.problems ?? [];
  }

  /** The place of a file. */
  async placeOf(file: PlaceableFile): Promise<Place> {
    let place = this.#places.get(file);
    if (place === undefined) {
      place = this.#find(file);
      this.#places.set(file, place);
    }
    return await place;
  }

  async #find(file: PlaceableFile): Promise<Place> {
    const settings = this.#settings;
    switch (settings.kind) {
      case 'path':
        return beside(settings.path);
      case 'folder':
        return beside(await resolveInside(settings.directory, this.#nameOf(file), this.#inside));
      case 'sorter':
        return await this.#sorted(file, settings.directory);
      case 'layout':
        return await this.#laidOut(file, settings.layout as LayoutName, settings.root);
    }
  }

  #nameOf(file: PlaceableFile): string {
    if (this.#pattern === undefined) return file.name;
    const values = patternValues({ ...file, model: file.fullModel });
    const own = { 'file.name': file.name, 'file.stem': basename(file.name, extname(file.name)) };
    const path = expandPattern(this.#pattern, file.file === undefined ? { ...values, ...own } : values);
    const extension = extname(file.name);
    // What a file is is told by its extension: a name without it would be of no use to any program.
    return path.toLowerCase().endsWith(extension.toLowerCase()) ? path : `${path}${extension}`;
  }

  async #sorted(file: PlaceableFile, root: string): Promise<Place> {
    const { fullModel, model, version } = file;
    if (this.#sorter === undefined || fullModel === undefined) throw new TypeError('a sorter needs the whole model');
    const ids = { modelId: model.id, versionId: version.id };
    const fileName = this.#pattern === undefined ? civitdlNames(file.name, ids).model : this.#nameOf(file);
    const request = { model: fullModel, version, file: file.file, fileName: basename(fileName), root };
    const folders = await sortFiles(this.#sorter, request);
    return {
      path: await resolveInside(folders.model, fileName, this.#inside),
      metadataFolder: folders.metadata,
      imagesFolder: folders.images,
      promptsFolder: folders.prompts,
      notes: [],
    };
  }

  async #laidOut(file: PlaceableFile, layout: LayoutName, root: string): Promise<Place> {
    const { model, tensorNames, version } = file;
    const placement = folderFor(layout, file.file ?? { type: 'Model', metadata: {} }, version, model, { tensorNames });
    const folder = await locateFolder(root, placement, { extraFolders: this.#extraFolders });
    const { instruction, notes } = placement;
    return { ...beside(await resolveInside(folder, this.#nameOf(file), this.#inside)), notes, instruction };
  }
}

/** Everything near the model; images in a folder of their own, for programs look through those of the models. */
function beside(path: string): Place {
  const stem = basename(path, extname(path));
  const images = join(dirname(path), `${stem}.images`);
  return { path, metadataFolder: dirname(path), imagesFolder: images, promptsFolder: images, notes: [] };
}
