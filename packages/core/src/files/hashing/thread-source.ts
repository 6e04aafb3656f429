/**
 * The program of a thread that hashes files. As text, and not a module of its own: a bundled program has no such module
 * beside it, and a test has it as TypeScript. While one piece is hashed the next is read; nothing is read behind the last range.
 *
 * It knows ranges and digests only; what they mean, which files may be read and whether one has changed is decided by
 * those who start it. `workerData.blake3Path` is where BLAKE3 is, if it is needed. A job is `{ path, sizeBytes, ranges }`,
 * an answer one of `{ hashedBytes }`, `{ digests }` and `{ systemCode }`.
 */
export const threadSource = `
const { constants } = require('node:fs');
const { open } = require('node:fs/promises');
const { createHash } = require('node:crypto');
const { crc32 } = require('node:zlib');
const { parentPort, workerData } = require('node:worker_threads');
const buffers = [Buffer.allocUnsafeSlow(1048576), Buffer.allocUnsafeSlow(1048576)];
const stepBytes = 8388608;
async function start(kind) {
  if (kind === 'crc32') {
    let sum = 0;
    return {
      update(bytes) { sum = crc32(bytes, sum); },
      hex() { return sum.toString(16).padStart(8, '0'); },
    };
  }
  const hash = kind === 'blake3' ? await require(workerData.blake3Path).createBLAKE3() : createHash(kind);
  if (kind === 'blake3') hash.init();
  return {
    update(bytes) { hash.update(bytes); },
    hex() { return hash.digest('hex'); },
  };
}
parentPort.on('message', async ({ path, sizeBytes, ranges }) => {
  let file;
  let answer;
  try {
    const digests = await Promise.all(ranges.map(({ kind }) => start(kind)));
    file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK || 0));
    const endByte = Math.min(sizeBytes, Math.max(0, ...ranges.map(({ toByte }) => toByte)));
    const readInto = async (buffer, at) => {
      if (at >= endByte) return 0;
      const { bytesRead } = await file.read(buffer, 0, Math.min(buffer.length, endByte - at), at);
      if (bytesRead === 0) throw Object.assign(new Error('short'), { code: 'SHORT' });
      return bytesRead;
    };
    let [full, free] = buffers;
    let count = await readInto(full, 0);
    let told = 0;
    for (let at = 0; at < endByte; ) {
      const next = readInto(free, at + count);
      next.catch(() => {});
      ranges.forEach(({ fromByte, toByte }, index) => {
        const from = Math.max(fromByte - at, 0);
        const to = Math.min(toByte - at, count);
        if (from < to) digests[index].update(full.subarray(from, to));
      });
      at += count;
      if (at - told >= stepBytes && at < endByte) {
        told = at;
        parentPort.postMessage({ hashedBytes: at });
      }
      count = await next;
      [full, free] = [free, full];
    }
    answer = { digests: digests.map((digest) => digest.hex()) };
  } catch (error) {
    answer = { systemCode: String(error && error.code) };
  }
  // Before the next file comes: a reading that goes on would write into its buffers.
  if (file !== undefined) await file.close().catch(() => {});
  parentPort.postMessage(answer);
});
`;
