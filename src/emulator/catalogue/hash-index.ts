import type { PlacedFile, PlacedVersion } from './catalogue.js';
import type { HashType } from './file-hashes.js';

/** Finds files by their hashes. */
export interface HashIndex {
  /** Files with a hash of any kind (upper case), those of the oldest version first. */
  byAnyHash(hash: string): readonly PlacedFile[];
  /** The same by SHA256 alone. */
  bySha256(hash: string): readonly PlacedFile[];
}

type Table = ReadonlyMap<string, readonly PlacedFile[]>;

function tableOf(files: readonly PlacedFile[], kinds: readonly HashType[]): Table {
  const table = new Map<string, PlacedFile[]>();
  for (const placed of files) {
    for (const kind of kinds) {
      const hash = placed.file.hashes[kind];
      if (hash === undefined) continue;
      const list = table.get(hash);
      if (list === undefined) table.set(hash, [placed]);
      else list.push(placed);
    }
  }
  return table;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Indexes the files of versions. Nothing is hashed before the first look-up, and BLAKE3, the slow one, last of all. */
export function createHashIndex(versions: readonly PlacedVersion[]): HashIndex {
  const files = once(() =>
    versions
      .toSorted((a, b) => a.version.publishedAt.getTime() - b.version.publishedAt.getTime())
      .flatMap(({ model, version }) =>
        // A linked VAE is a file of another model: its hash does not lead here.
        version.files.filter((file) => !file.linkedVae).map((file) => ({ model, version, file })),
      ),
  );
  const sha256 = once(() => tableOf(files(), ['SHA256']));
  const short = once(() => tableOf(files(), ['AutoV1', 'AutoV2', 'AutoV3', 'CRC32']));
  const slow = once(() => tableOf(files(), ['BLAKE3']));
  return {
    bySha256: (hash) => sha256().get(hash) ?? [],
    byAnyHash: (hash) => {
      if (hash.length !== 64) return short().get(hash) ?? [];
      return sha256().get(hash) ?? slow().get(hash) ?? [];
    },
  };
}
