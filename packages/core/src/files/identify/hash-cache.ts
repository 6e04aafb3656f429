import { mkdir, readFile, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { systemCodeOf } from '../../errors/system-code.js';
import { writeAtomically } from '../../secrets/atomic-write.js';
import { isJsonObject } from '../../transport/parse-object.js';
import { type FileHashes, type HashAlgorithm, hashAlgorithms } from '../hashing/hash-algorithm.js';
import { writeFailure } from '../write-failure.js';

/** By what a file is known to be the one that was hashed. */
export interface CacheIdentity {
  readonly sizeBytes: number;
  readonly modifiedAtNs: bigint;
  readonly inode: bigint;
}

interface Entry {
  readonly size: number;
  readonly mtimeNs: string;
  readonly inode: string;
  readonly hashes: FileHashes;
  /** Day of the last use, for the oldest entries go first. */
  readonly used: number;
}

/** What may be set for {@link HashCache.open}. */
export interface HashCacheOptions {
  /** How many files are remembered; those unused for longest are forgotten. Default: 50 000. */
  readonly maxEntries?: number;
  /** Default: the clock of this machine. */
  readonly now?: () => number;
}

const format = 1;
const defaultMaxEntries = 50_000;
const maxBytes = 67_108_864;
const dayMs = 86_400_000;
/** Clocks of file systems are coarse: a file may change again within this time and have the same time of change. */
const settledMs = 2000;

/**
 * Remembers hashes of files between runs, in a file of its own. An entry counts only for a file of the same path, size,
 * time of change and inode. A cache that is missing, broken or of another version is empty; nothing depends on it.
 */
export class HashCache {
  readonly #path: string;
  readonly #maxEntries: number;
  readonly #now: () => number;
  readonly #entries: Map<string, Entry>;
  #changed = false;

  private constructor(path: string, entries: Map<string, Entry>, options: HashCacheOptions) {
    this.#path = path;
    this.#entries = entries;
    this.#maxEntries = options.maxEntries ?? defaultMaxEntries;
    this.#now = options.now ?? Date.now;
  }

  /** Reads a cache; it never fails for what is in the file. */
  static async open(path: string, options: HashCacheOptions = {}): Promise<HashCache> {
    const absolute = resolve(path);
    return new HashCache(absolute, await readEntries(absolute), options);
  }

  /** How many files are remembered. */
  get size(): number {
    return this.#entries.size;
  }

  /** The hashes of a file, when all of these are remembered; one that the file cannot have counts as remembered. */
  lookup(path: string, identity: CacheIdentity, algorithms: readonly HashAlgorithm[]): FileHashes | undefined {
    const entry = this.#entries.get(path);
    if (entry === undefined || !isOf(entry, identity)) return undefined;
    if (!algorithms.every((algorithm) => algorithm in entry.hashes)) return undefined;
    const used = this.#today();
    if (entry.used !== used) {
      this.#entries.set(path, { ...entry, used });
      this.#changed = true;
    }
    const known = algorithms.filter((algorithm) => entry.hashes[algorithm] !== '');
    return Object.fromEntries(known.map((algorithm) => [algorithm, entry.hashes[algorithm]]));
  }

  /**
   * Remembers the hashes of a file that has not changed since before it was read. A file that was changed just now is not
   * remembered: it may change again without its time of change telling.
   *
   * @param algorithms - all that were asked for; the file has not those that are not in `hashes`
   */
  remember(path: string, identity: CacheIdentity, algorithms: readonly HashAlgorithm[], hashes: FileHashes): void {
    if (Number(identity.modifiedAtNs / 1_000_000n) > this.#now() - settledMs) return;
    const old = this.#entries.get(path);
    const asked = Object.fromEntries(algorithms.map((algorithm) => [algorithm, hashes[algorithm] ?? '']));
    this.#entries.set(path, {
      size: identity.sizeBytes,
      mtimeNs: String(identity.modifiedAtNs),
      inode: String(identity.inode),
      hashes: { ...(old !== undefined && isOf(old, identity) ? old.hashes : {}), ...asked },
      used: this.#today(),
    });
    this.#changed = true;
  }

  /**
   * Writes what was remembered, all at once; what another process has remembered meanwhile stays. Nothing is written when
   * there is nothing new.
   *
   * @throws DownloadError when it cannot be written
   */
  async save(): Promise<void> {
    if (!this.#changed) return;
    const all = new Map([...(await readEntries(this.#path)), ...this.#entries]);
    const kept = [...all].toSorted(([, left], [, right]) => right.used - left.used).slice(0, this.#maxEntries);
    try {
      await mkdir(dirname(this.#path), { recursive: true });
      const content = JSON.stringify({ format, files: Object.fromEntries(kept) });
      // Names of files are nobody else's business.
      await writeAtomically(this.#path, `${content}\n`, 0o600);
    } catch (thrown) {
      // Where a folder should be there is a file.
      throw writeFailure(systemCodeOf(thrown) === 'EEXIST' ? { code: 'ENOTDIR' } : thrown, this.#path);
    }
    this.#changed = false;
  }

  #today(): number {
    return Math.floor(this.#now() / dayMs);
  }
}

function isOf(entry: Entry, { sizeBytes, modifiedAtNs, inode }: CacheIdentity): boolean {
  return entry.size === sizeBytes && entry.mtimeNs === String(modifiedAtNs) && entry.inode === String(inode);
}

async function readEntries(path: string): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  try {
    if ((await stat(path)).size > maxBytes) return entries;
    const content: unknown = JSON.parse(await readFile(path, 'utf8'));
    if (!isJsonObject(content) || content['format'] !== format || !isJsonObject(content['files'])) return entries;
    for (const [file, value] of Object.entries(content['files'])) {
      const entry = readEntry(value);
      if (entry !== undefined) entries.set(file, entry);
    }
  } catch {
    // Missing or broken: everything is hashed anew, and a new cache is written.
  }
  return entries;
}

function readEntry(value: unknown): Entry | undefined {
  if (!isJsonObject(value)) return undefined;
  const { size, mtimeNs, inode, used, hashes } = value;
  if (typeof size !== 'number' || typeof mtimeNs !== 'string' || typeof inode !== 'string') return undefined;
  if (typeof used !== 'number' || !isJsonObject(hashes)) return undefined;
  const known = hashAlgorithms.flatMap((algorithm) => {
    const hash = hashes[algorithm];
    return typeof hash === 'string' && /^[0-9A-F]*$/u.test(hash) ? [[algorithm, hash] as const] : [];
  });
  return { size, mtimeNs, inode, used, hashes: Object.fromEntries(known) };
}
