/** So many bytes tell where the data of a safetensors file begins. */
export const tensorPrefixBytes = 9;

/** The longest header that the format allows. */
export const longestHeaderBytes = 100_000_000;

const openingBrace = 0x7b;
/** `{}` */
const shortestHeaderBytes = 2;

/**
 * Where the data of a safetensors file begins, from its first 9 bytes; `undefined` when it is not such a file: those
 * begin with the length of their header, 64 bits, little-endian, and then the header, which is JSON.
 */
export function tensorDataFrom(first: Uint8Array): number | undefined {
  if (first.byteLength < tensorPrefixBytes || first[tensorPrefixBytes - 1] !== openingBrace) return undefined;
  const length = new DataView(first.buffer, first.byteOffset, first.byteLength).getBigUint64(0, true);
  if (length < shortestHeaderBytes || length > longestHeaderBytes) return undefined;
  return Number(length) + tensorPrefixBytes - 1;
}
