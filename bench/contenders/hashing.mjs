// Hashes a file in one of several ways and prints the milliseconds it took, start of the process not counted.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { hashAlgorithms, hashFile, hashFiles } from '@civitkit/core/files';

const [, , contender, ...paths] = process.argv;

async function plainSha256(path) {
  const hash = createHash('sha256');
  for await (const bytes of createReadStream(path, { highWaterMark: 1_048_576 })) hash.update(bytes);
  return hash.digest('hex');
}

async function inThreads(concurrency) {
  for await (const outcome of hashFiles(paths, { algorithms: ['sha256'], concurrency })) {
    if (!outcome.ok) throw outcome.error;
  }
}

const ways = {
  plain: () => plainSha256(paths[0]),
  sha256: () => hashFile(paths[0], { algorithms: ['sha256'] }),
  all: () => hashFile(paths[0], { algorithms: hashAlgorithms }),
  separate: async () => {
    for (const algorithm of hashAlgorithms) await hashFile(paths[0], { algorithms: [algorithm] });
  },
  plainFiles: async () => {
    for (const path of paths) await plainSha256(path);
  },
  oneThread: () => inThreads(1),
  twoThreads: () => inThreads(2),
  files: () => inThreads(),
  ...Object.fromEntries(
    hashAlgorithms.map((algorithm) => [`alone-${algorithm}`, () => hashFile(paths[0], { algorithms: [algorithm] })]),
  ),
};

const startedAt = performance.now();
await ways[contender]();
console.log(performance.now() - startedAt);
