import { describe, expect, it } from 'vitest';
import { blake3 } from '../../src/emulator/catalogue/blake3.js';

/** Lengths and digests of the published test vectors: the input counts 0 to 250 and starts again. */
const VECTORS: readonly (readonly [number, string])[] = [
  [0, 'af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262'],
  [1024, '42214739f095a406f3fc83deb889744ac00df831c10daa55189b5d121c855af7'],
  [1025, 'd00278ae47eb27b34faecf67b4fe263f82d5412916c1ffd97c8cb7fb814b8444'],
  [2048, 'e776b6028c7cd22a4d0ba182a8bf62205d2ef576467e838ed6f2529b85fba24a'],
  [31_744, '62b6960e1a44bcc1eb1a611a8d6235b6b4b78f32e7abc4fb4c6cdcce94895c47'],
  [102_400, 'bc3e3d41a1146b069abffad3c0d44860cf664390afce4d9661f7902e7943e085'],
];

describe('BLAKE3', () => {
  it.each(VECTORS)('agrees with the published vector of %i bytes', (length, digest) => {
    expect(blake3(Uint8Array.from({ length }, (_, index) => index % 251))).toBe(digest);
  });
});
