/**
 * The program of a thread that hashes a file behind the one who writes it. As text, and not a module of its own: a bundled
 * program has no such module beside it.
 *
 * It is told how far it may read through shared memory, for it has no time to look at messages. Words of `state`: 0 a
 * count of changes, to wait for; 1 how far, or the length of the file; 2 whether that is the end.
 */
export const followerSource = `
const { openSync, readSync, closeSync } = require('node:fs');
const { createHash } = require('node:crypto');
const { parentPort, workerData: { path, state } } = require('node:worker_threads');
const hash = createHash('sha256');
const buffer = Buffer.allocUnsafe(1048576);
try {
  const file = openSync(path, 'r');
  for (let at = 0; ; ) {
    const change = Atomics.load(state, 0);
    const ended = Atomics.load(state, 2) === 1n;
    const front = Number(Atomics.load(state, 1));
    if (at < front) {
      const count = readSync(file, buffer, 0, Math.min(buffer.length, front - at), at);
      if (count === 0) throw Object.assign(new Error('short'), { code: 'SHORT' });
      hash.update(buffer.subarray(0, count));
      at += count;
    } else if (ended) {
      break;
    } else {
      Atomics.wait(state, 0, change);
    }
  }
  closeSync(file);
  parentPort.postMessage({ sha256: hash.digest('hex').toUpperCase() });
} catch (error) {
  parentPort.postMessage({ systemCode: String(error && error.code) });
}
`;
