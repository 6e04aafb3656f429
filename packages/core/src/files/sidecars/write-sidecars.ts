import { basename, dirname, join, resolve } from 'node:path';
import { type CivitaiError, isCivitaiError } from '../../errors/civitai-error.js';
import { splitName } from '../naming/shorten.js';
import { existingPreview, previewPath } from './preview.js';
import { type ExistingFile, readExisting, replaceFile } from './sidecar-file.js';
import { type SidecarKind, type SidecarPlan, sidecarPlans } from './sidecar-plans.js';
import type { SidecarSource } from './sidecar-source.js';

/** What is to be put beside a model file. */
export interface SidecarRequest extends SidecarSource {
  /** The model file; all names are made from its name. It need not be there yet. */
  readonly path: string;
  /** Which descriptions, each written once, the preview last. */
  readonly kinds: readonly SidecarKind[];
  /**
   * The picture for `preview`: its bytes, or a function that gets them, asked only when there is no preview yet. Nothing
   * is downloaded here.
   */
  readonly preview?: Uint8Array | ((signal: AbortSignal | undefined) => Promise<Uint8Array | undefined>) | undefined;
  /** Replaces a preview that is there. Default: false. */
  readonly replacePreview?: boolean;
  /** Where `model` goes. Default: the folder of the model file. */
  readonly metadataFolder?: string | undefined;
  /** Ends the writing; it rejects with `signal.reason`. */
  readonly signal?: AbortSignal | undefined;
  /** For the time of the import. Default: the time of this machine. */
  readonly now?: () => Date;
}

/** What became of one description. */
export interface SidecarResult {
  readonly kind: SidecarKind;
  /** Absent for a preview of which it is not known what it is. */
  readonly path?: string;
  /**
   * `written`: new, or replaced. `merged`: filled in. `unchanged`: it was right already. `kept`: the user's own, left as it
   * is. `skipped`: there is nothing to write. `failed`: see `error`.
   */
  readonly outcome: 'written' | 'merged' | 'unchanged' | 'kept' | 'skipped' | 'failed';
  /** Why it was kept or skipped. */
  readonly reason?: string;
  readonly error?: CivitaiError;
}

/**
 * Writes descriptions beside a model file, in the forms that other programs read: `info` (`.civitai.info`), `a1111` (`.json`
 * of A1111 and Forge; what the user has written there stays), `cm` (`.cm-info.json` of Stability Matrix), `hashes` and `model`
 * (as civitdl does), `preview`. Each appears whole or not at all. No key, no signed address is in any of them.
 *
 * What cannot be written is reported as `failed`; the others are written all the same.
 *
 * @throws TypeError when the version does not tell its model and the model is not given; the reason of the signal; what
 * `preview` throws, unless it is a CivitaiError, which is reported
 *
 * @example
 * ```ts
 * import { createCivitaiClient } from '@civitkit/core/client';
 * import { writeSidecars } from '@civitkit/core/files';
 *
 * const version = await createCivitaiClient().modelVersions.get(128713);
 * const written = await writeSidecars({ path: 'models/style.safetensors', kinds: ['info', 'a1111'], version });
 * for (const { kind, outcome } of written) console.log(kind, outcome);
 * ```
 */
export async function writeSidecars(request: SidecarRequest): Promise<readonly SidecarResult[]> {
  const path = resolve(request.path);
  const stemPath = join(dirname(path), splitName(basename(path)).stem);
  const folder = request.metadataFolder === undefined ? dirname(path) : resolve(request.metadataFolder);
  const now = request.now?.() ?? new Date();
  const results: SidecarResult[] = [];
  for (const kind of Object.keys(sidecarPlans) as (keyof typeof sidecarPlans)[]) {
    if (!request.kinds.includes(kind)) continue;
    request.signal?.throwIfAborted();
    const plan = sidecarPlans[kind]({ source: request, stemPath, fileName: basename(path), folder, now });
    results.push(await reported(kind, plan.path, () => writeOne(kind, plan, request.signal)));
  }
  // Last: whoever sees the picture finds everything else there.
  if (request.kinds.includes('preview')) {
    request.signal?.throwIfAborted();
    results.push(await reported('preview', undefined, () => writePreview(stemPath, request)));
  }
  return results;
}

async function writeOne(
  kind: SidecarKind,
  { path, content, keepsWhatIsNoJson, merges }: SidecarPlan,
  signal: AbortSignal | undefined,
): Promise<SidecarResult> {
  const existing = await readExisting(path);
  if (existing !== undefined && existing.json === undefined && keepsWhatIsNoJson) {
    return { kind, path, outcome: 'kept', reason: 'it is no JSON object, so nothing can be filled in' };
  }
  const bytes = content(existing?.json);
  if (bytes === undefined) return { kind, path, outcome: 'skipped', reason: 'nothing is known to put into it' };
  if (existing !== undefined && isSame(existing, bytes)) return { kind, path, outcome: 'unchanged' };
  await replaceFile(path, bytes, signal);
  return { kind, path, outcome: merges && existing !== undefined ? 'merged' : 'written' };
}

async function writePreview(stemPath: string, request: SidecarRequest): Promise<SidecarResult> {
  const { preview, replacePreview = false, signal } = request;
  const existing = await existingPreview(stemPath);
  if (existing !== undefined && !replacePreview) {
    return { kind: 'preview', path: existing, outcome: 'kept', reason: 'there is a preview' };
  }
  const bytes = typeof preview === 'function' ? await preview(signal) : preview;
  if (bytes === undefined) return { kind: 'preview', outcome: 'skipped', reason: 'there is no picture' };
  const path = previewPath(stemPath, bytes);
  if (path === undefined)
    return { kind: 'preview', outcome: 'skipped', reason: 'it is no picture that cards can show' };
  await replaceFile(path, bytes, signal);
  return { kind: 'preview', path, outcome: 'written' };
}

async function reported(
  kind: SidecarKind,
  path: string | undefined,
  write: () => Promise<SidecarResult>,
): Promise<SidecarResult> {
  try {
    return await write();
  } catch (thrown) {
    if (!isCivitaiError(thrown)) throw thrown;
    return { kind, ...(path === undefined ? {} : { path }), outcome: 'failed', error: thrown };
  }
}

function isSame(existing: ExistingFile, bytes: Uint8Array): boolean {
  return Buffer.compare(existing.bytes, bytes) === 0;
}
