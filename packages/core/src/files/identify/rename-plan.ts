import { lstat, readdir } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { type CivitaiError, isCivitaiError } from '../../errors/civitai-error.js';
import type { Model } from '../../resources/models/types.js';
import { expandPattern } from '../naming/expand-pattern.js';
import { nameKey } from '../naming/name-key.js';
import { parsePattern } from '../naming/parse-pattern.js';
import { patternValues } from '../naming/pattern-values.js';
import { resolveInside } from '../naming/resolve-inside.js';
import { splitName } from '../naming/shorten.js';
import type { IdentifiedFile, KnownFile } from './identified-file.js';
import { modelExtensions } from './list-files.js';
import { sidecarEndings } from './sidecar-endings.js';

/** A new name for something. */
export interface Rename {
  readonly from: string;
  readonly to: string;
}

/** What is to be done with one file. */
export interface PlannedRename extends Rename {
  /**
   * `rename`: it can be done. `same`: it has its name already. `collision`: another file of the plan would get the same
   * name. `exists`: there is a file of that name. `unsafe`: see `error`.
   */
  readonly action: 'rename' | 'same' | 'collision' | 'exists' | 'unsafe';
  /** What is beside the file and goes by its name, such as previews. */
  readonly sidecars: readonly Rename[];
  readonly error?: CivitaiError;
}

/** What may be set for {@link planRenames}. */
export interface PlanRenamesOptions {
  /** Such as `{model.name}-{version.name}`; the extension of the file is added when it has not the same. */
  readonly pattern: string;
  /** The folder that the pattern's folders are in. Default: for each file the folder it is in. */
  readonly root?: string;
  /** Models by id, for tokens such as `{creator}` that versions do not tell. */
  readonly models?: ReadonlyMap<number, Model>;
}

/**
 * Works out new names for identified files; nothing is renamed, so this is the dry run as well. Names that two files
 * would get, whatever their case, are refused for both, and so are names of files that are there.
 *
 * @throws ValidationError with everything that is wrong with the pattern
 */
export async function planRenames(
  files: readonly IdentifiedFile[],
  options: PlanRenamesOptions,
): Promise<readonly PlannedRename[]> {
  parsePattern(options.pattern);
  const known = files.filter((file): file is KnownFile => 'version' in file);
  const planned: PlannedRename[] = [];
  for (const file of known) planned.push(await planOne(file, options));
  const counts = new Map<string, number>();
  for (const key of planned.flatMap(keysOf)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return planned.map((one) =>
    one.action !== 'unsafe' && keysOf(one).some((key) => (counts.get(key) ?? 0) > 1)
      ? { ...one, action: 'collision' }
      : one,
  );
}

function keysOf({ to, sidecars }: PlannedRename): readonly string[] {
  return [to, ...sidecars.map((sidecar) => sidecar.to)].map((path) => nameKey(path));
}

async function planOne(file: KnownFile, { pattern, root, models }: PlanRenamesOptions): Promise<PlannedRename> {
  const from = resolve(file.path);
  const values = patternValues({ version: file.version, model: models?.get(file.version.modelId), file: file.file });
  const local = { 'file.name': basename(from), 'file.stem': splitName(basename(from)).stem };
  const path = expandPattern(pattern, file.file === undefined ? { ...values, ...local } : values);
  const extension = extname(from);
  const named = extname(path).toLowerCase() === extension.toLowerCase() ? path : `${path}${extension}`;
  try {
    const to = await resolveInside(root ?? dirname(from), named);
    if (to === from) return { from, to, action: 'same', sidecars: [] };
    const sidecars = await sidecarsOf(from, to);
    const taken = await Promise.all([{ from, to }, ...sidecars].map(async (one) => isTaken(one)));
    return { from, to, action: taken.includes(true) ? 'exists' : 'rename', sidecars };
  } catch (thrown) {
    if (!isCivitaiError(thrown)) throw thrown;
    return { from, to: from, action: 'unsafe', sidecars: [], error: thrown };
  }
}

/** Everything that goes by the name of the file, unless another model of the same name could claim it. */
async function sidecarsOf(from: string, to: string): Promise<readonly Rename[]> {
  const { stem } = splitName(basename(from));
  const newStem = splitName(basename(to)).stem;
  const names = await readdir(dirname(from)).catch((): string[] => []);
  const isShared = names.some((name) => name !== basename(from) && splitName(name).stem === stem && isModel(name));
  if (isShared) return [];
  return names
    .filter((name) => name.startsWith(`${stem}.`) && sidecarEndings.has(name.slice(stem.length).toLowerCase()))
    .map((name) => ({
      from: join(dirname(from), name),
      to: join(dirname(to), `${newStem}${name.slice(stem.length)}`),
    }));
}

function isModel(name: string): boolean {
  return modelExtensions.includes(extname(name).toLowerCase());
}

/** A name that differs in case only is the file itself, on systems that do not tell them apart. */
async function isTaken({ from, to }: Rename): Promise<boolean> {
  const [own, other] = await Promise.all([from, to].map(async (path) => lstat(path).catch(() => undefined)));
  return other !== undefined && !(own?.ino === other.ino && own.dev === other.dev && nameKey(from) === nameKey(to));
}
