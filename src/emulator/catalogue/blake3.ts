const CHUNK_BYTES = 1024;
const BLOCK_BYTES = 64;
const CHUNK_START = 1;
const CHUNK_END = 2;
const PARENT = 4;
const ROOT = 8;

const IV: readonly number[] = [
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
];
const PERMUTATION: readonly number[] = [2, 6, 3, 10, 7, 0, 4, 13, 1, 11, 12, 5, 9, 14, 15, 8];
/** The order in which the seven rounds take the words of a block, one round behind the other. */
const ORDER: Uint8Array = Uint8Array.from({ length: 7 * 16 }, (_, index) => {
  let word = index % 16;
  for (let round = Math.floor(index / 16); round > 0; round -= 1) word = PERMUTATION[word] as number;
  return word;
});

type Words = Int32Array;

function at(words: Words | Uint8Array, index: number): number {
  return words[index] as number;
}

function mix(state: Words, a: number, b: number, c: number, d: number, x: number, y: number): void {
  const a1 = (at(state, a) + at(state, b) + x) | 0;
  const d1 = at(state, d) ^ a1;
  const d2 = (d1 >>> 16) | (d1 << 16);
  const c1 = (at(state, c) + d2) | 0;
  const b1 = at(state, b) ^ c1;
  const b2 = (b1 >>> 12) | (b1 << 20);
  const a2 = (a1 + b2 + y) | 0;
  const d3 = d2 ^ a2;
  const d4 = (d3 >>> 8) | (d3 << 24);
  const c2 = (c1 + d4) | 0;
  const b3 = b2 ^ c2;
  state[a] = a2;
  state[b] = (b3 >>> 7) | (b3 << 25);
  state[c] = c2;
  state[d] = d4;
}

/** The compression function; it leaves the new chaining value in place of the old one. */
function compress(chaining: Words, block: Words, state: Words, counter: number, length: number, flags: number): void {
  for (let index = 0; index < 8; index += 1) {
    state[index] = at(chaining, index);
    state[index + 8] = IV[index] as number;
  }
  state[12] = counter;
  state[13] = 0;
  state[14] = length;
  state[15] = flags;
  for (let order = 0; order < ORDER.length; order += 16) {
    mix(state, 0, 4, 8, 12, at(block, at(ORDER, order)), at(block, at(ORDER, order + 1)));
    mix(state, 1, 5, 9, 13, at(block, at(ORDER, order + 2)), at(block, at(ORDER, order + 3)));
    mix(state, 2, 6, 10, 14, at(block, at(ORDER, order + 4)), at(block, at(ORDER, order + 5)));
    mix(state, 3, 7, 11, 15, at(block, at(ORDER, order + 6)), at(block, at(ORDER, order + 7)));
    mix(state, 0, 5, 10, 15, at(block, at(ORDER, order + 8)), at(block, at(ORDER, order + 9)));
    mix(state, 1, 6, 11, 12, at(block, at(ORDER, order + 10)), at(block, at(ORDER, order + 11)));
    mix(state, 2, 7, 8, 13, at(block, at(ORDER, order + 12)), at(block, at(ORDER, order + 13)));
    mix(state, 3, 4, 9, 14, at(block, at(ORDER, order + 14)), at(block, at(ORDER, order + 15)));
  }
  for (let index = 0; index < 8; index += 1) chaining[index] = at(state, index) ^ at(state, index + 8);
}

/** The chaining value of one chunk; the last compression also has `lastFlag`. */
function chunkValue(bytes: Uint8Array, counter: number, lastFlag: number): Words {
  const chaining = Int32Array.from(IV);
  const block = new Int32Array(16);
  const state = new Int32Array(16);
  const last = Math.max(0, Math.ceil(bytes.length / BLOCK_BYTES) - 1);
  for (let index = 0; index <= last; index += 1) {
    const start = index * BLOCK_BYTES;
    const length = Math.min(BLOCK_BYTES, bytes.length - start);
    block.fill(0);
    for (let offset = 0; offset < length; offset += 1) {
      block[offset >> 2] = at(block, offset >> 2) | (at(bytes, start + offset) << ((offset & 3) * 8));
    }
    const flags = (index === 0 ? CHUNK_START : 0) | (index === last ? CHUNK_END | lastFlag : 0);
    compress(chaining, block, state, counter, length, flags);
  }
  return chaining;
}

/** The chaining value of a whole tree; its topmost node also has `lastFlag`. */
function treeValue(bytes: Uint8Array, firstChunk: number, lastFlag: number): Words {
  if (bytes.length <= CHUNK_BYTES) return chunkValue(bytes, firstChunk, lastFlag);
  // The left side is the largest power of two of whole chunks that leaves something for the right one.
  const chunks = 2 ** Math.floor(Math.log2((bytes.length - 1) / CHUNK_BYTES));
  const children = new Int32Array(16);
  children.set(treeValue(bytes.subarray(0, chunks * CHUNK_BYTES), firstChunk, 0));
  children.set(treeValue(bytes.subarray(chunks * CHUNK_BYTES), firstChunk + chunks, 0), 8);
  const chaining = Int32Array.from(IV);
  compress(chaining, children, new Int32Array(16), 0, BLOCK_BYTES, PARENT | lastFlag);
  return chaining;
}

/** The BLAKE3 digest (32 bytes) in lower-case hexadecimal. Node's crypto has none; for small inputs this is fast enough. */
export function blake3(bytes: Uint8Array): string {
  const digest = treeValue(bytes, 0, ROOT);
  const text = Buffer.alloc(32);
  for (let index = 0; index < 8; index += 1) text.writeInt32LE(at(digest, index), index * 4);
  return text.toString('hex');
}
