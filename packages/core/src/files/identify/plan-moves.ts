import { lstat, readdir, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { isCivitaiError } from '../../errors/civitai-error.js';
import { nameKey } from '../naming/name-key.js';
import { splitName } from '../naming/shorten.js';
import { hashOnDisk } from '../transfer/hash-on-disk.js';
import type { IdentifiedFile, KnownFile } from './identified-file.js';
import { modelExtensions } from './list-files.js';
import type { PlannedRename, Rename } from './rename-plan.js';
import { sidecarEndings } from './sidecar-endings.js';

/** What may be set for {@link planMoves}. */
export interface PlanMovesOptions {
  /** The absolute path that a file is to have. A CivitaiError that it throws makes the file `unsafe`; others end everything. */
  readonly place: (file: KnownFile) => string | Promise<string>;
  /** Ends the planning; it rejects with `signal.reason`. */
  readonly signal?: AbortSignal;
}

/**
 * Works out where identified files go, by whatever rule; nothing is touched, so this is the dry run as well. Of several
 * files with the same content that would get the same name the first one gets it; names that different files would get,
 * whatever their case, are refused for all of them, and so are names of files that are there.
 *
 * @throws what `place` throws unless it is a CivitaiError; the reason of the signal
 *
 * @example
 * ```ts
 * import { createCivitaiClient } from '@civitkit/core/client';
 * import { applyRenames, folderFor, identifyFiles, locateFolder, planMoves, resolveInside } from '@civitkit/core/files';
 *
 * const root = '/opt/ComfyUI';
 * const { files } = await identifyFiles(['downloads'], createCivitaiClient());
 * const plan = await planMoves(files, {
 *   place: async ({ file, version }) => {
 *     const facts = file ?? { type: 'Model', metadata: {} };
 *     const folder = await locateFolder(root, folderFor('comfyui', facts, version, version.model));
 *     return await resolveInside(folder, file?.name ?? `${version.id}.safetensors`);
 *   },
 * });
 * await applyRenames(plan, { journalPath: `${root}/.civitkit-organise.jsonl` });
 * ```
 */
export async function planMoves(
  files: readonly IdentifiedFile[],
  { place, signal = new AbortController().signal }: PlanMovesOptions,
): Promise<readonly PlannedRename[]> {
  const planned: PlannedRename[] = [];
  for (const file of files) {
    signal.throwIfAborted();
    if ('version' in file) planned.push(await planOne(file, place, signal));
  }
  const apart = withoutDuplicates(planned);
  const counts = new Map<string, number>();
  for (const key of apart.flatMap(keysOf)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return apart.map((one) =>
    one.action !== 'unsafe' && keysOf(one).some((key) => (counts.get(key) ?? 0) > 1)
      ? { ...one, action: 'collision' }
      : one,
  );
}

/** Where it is already, or else the first that can be moved, is the one that gets the name. */
function withoutDuplicates(planned: readonly PlannedRename[]): readonly PlannedRename[] {
  const byTarget = new Map<string, PlannedRename[]>();
  for (const one of planned) {
    const key = nameKey(one.to);
    byTarget.set(key, [...(byTarget.get(key) ?? []), one]);
  }
  return planned.map((one) => {
    const rivals = byTarget.get(nameKey(one.to)) ?? [];
    const first = rivals.find(({ action }) => action === 'same') ?? rivals.find(({ action }) => action === 'rename');
    const isSame = one.sha256 !== undefined && rivals.every(({ sha256 }) => sha256 === one.sha256);
    if (first === undefined || one === first || !isSame || one.action === 'unsafe') return one;
    return { ...one, action: 'duplicate', sidecars: [] };
  });
}

/** Those that nobody else may get; a duplicate gets none. */
function keysOf({ action, sidecars, to }: PlannedRename): readonly string[] {
  if (action === 'duplicate') return [];
  return [to, ...sidecars.map((sidecar) => sidecar.to)].map((path) => nameKey(path));
}

async function planOne(file: KnownFile, place: PlanMovesOptions['place'], signal: AbortSignal): Promise<PlannedRename> {
  const from = resolve(file.path);
  const { sha256 } = file.hashes;
  const known = sha256 === undefined ? {} : { sha256 };
  try {
    const to = resolve(await place(file));
    if (to === from) return { from, to, action: 'same', sidecars: [], ...known };
    if ((await isTaken({ from, to })) && (await hasContent(to, file, signal))) {
      return { from, to, action: 'duplicate', sidecars: [], ...known };
    }
    const sidecars = await sidecarsOf(from, to);
    const taken = await Promise.all([{ from, to }, ...sidecars].map(async (one) => isTaken(one)));
    return { from, to, action: taken.includes(true) ? 'exists' : 'rename', sidecars, ...known };
  } catch (thrown) {
    if (!isCivitaiError(thrown)) throw thrown;
    return { from, to: from, action: 'unsafe', sidecars: [], error: thrown };
  }
}

/** Whether the file under a name is the same as one that was identified. */
async function hasContent(path: string, { hashes, sizeBytes }: KnownFile, signal: AbortSignal): Promise<boolean> {
  const facts = await stat(path).catch(() => undefined);
  if (hashes.sha256 === undefined || facts?.isFile() !== true || facts.size !== sizeBytes) return false;
  return (await hashOnDisk(path, 'sha256', signal)) === hashes.sha256;
}

/** Everything that goes by the name of the file, unless another model of the same name could claim it. */
async function sidecarsOf(from: string, to: string): Promise<readonly Rename[]> {
  const { stem } = splitName(basename(from));
  const newStem = splitName(basename(to)).stem;
  const [folder, newFolder] = [dirname(from), dirname(to)];
  const names = await readdir(folder).catch((): string[] => []);
  const isShared = names.some((name) => name !== basename(from) && splitName(name).stem === stem && isModel(name));
  if (isShared) return [];
  const beside = names
    .filter((name) => name.startsWith(`${stem}.`) && sidecarEndings.has(name.slice(stem.length).toLowerCase()))
    .map((name) => ({ from: join(folder, name), to: join(newFolder, `${newStem}${name.slice(stem.length)}`) }));
  const images = await imagesOf(join(folder, `${stem}.images`), join(newFolder, `${newStem}.images`));
  return [...beside, ...images];
}

/** The pictures that a download has put into a folder beside the file. */
async function imagesOf(from: string, to: string): Promise<readonly Rename[]> {
  const entries = await readdir(from, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map(({ name }) => ({ from: join(from, name), to: join(to, name) }));
}

function isModel(name: string): boolean {
  return modelExtensions.includes(extname(name).toLowerCase());
}

/** A name that differs in case only is the file itself, on systems that do not tell them apart. */
async function isTaken({ from, to }: Rename): Promise<boolean> {
  const [own, other] = await Promise.all([from, to].map(async (path) => lstat(path).catch(() => undefined)));
  return other !== undefined && !(own?.ino === other.ino && own.dev === other.dev && nameKey(from) === nameKey(to));
}
