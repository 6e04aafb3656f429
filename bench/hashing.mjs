// Hashing, beside what Node has for it: SHA256 of a stream, a file after another.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { contender, interleave, median, number, printTable, ratio } from './support.mjs';

const mebibyte = 1_048_576;

/** A safetensors file whose bytes look like nothing. */
function writeModel(path, sizeBytes) {
  const header = Buffer.from('{"__metadata__":{}}');
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(header.length));
  writeFileSync(path, Buffer.concat([length, header, Buffer.alloc(sizeBytes, 'civitkit benchmark')]));
}

export async function hashing() {
  const folder = mkdtempSync(join(tmpdir(), 'civitkit-bench-'));
  try {
    const large = join(folder, 'large.safetensors');
    writeModel(large, 256 * mebibyte);
    await oneFile(large);
    // The same file four times: what is measured is the hashing, not the disk.
    await severalFiles([large, large, large, large]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function oneFile(path) {
  const run = (name) => ({ name, run: () => number([contender('hashing'), name, path]) });
  const figures = await interleave(5, [run('plain'), run('sha256'), run('all'), run('separate')]);
  const toPlain = ratio(figures, 'sha256', 'plain');
  const toSeparate = ratio(figures, 'all', 'separate');
  printTable(
    'A file of 256 MiB',
    'ms',
    [
      { name: 'node:crypto, SHA256 of a stream', value: median(figures.get('plain')) },
      { name: 'hashFile, SHA256', value: median(figures.get('sha256')), note: `${toPlain.toFixed(2)} × node:crypto` },
      { name: 'hashFile, all seven', value: median(figures.get('all')), note: `${toSeparate.toFixed(2)} × one by one` },
      { name: 'hashFile, seven times', value: median(figures.get('separate')) },
    ],
    {
      met: toPlain <= 1.1 && toSeparate <= 0.85,
      text: 'at most 1.1 × node:crypto, and at most 0.85 × the seven one by one',
    },
  );
}

async function severalFiles(paths) {
  const run = (name) => ({ name, run: () => number([contender('hashing'), name, ...paths]) });
  const figures = await interleave(5, [run('plainFiles'), run('oneThread'), run('twoThreads')]);
  const one = ratio(figures, 'oneThread', 'plainFiles');
  const two = ratio(figures, 'twoThreads', 'plainFiles');
  const processors = availableParallelism();
  printTable(
    `Four files of 256 MiB, SHA256, ${processors} processors`,
    'ms',
    [
      { name: 'node:crypto, one after another', value: median(figures.get('plainFiles')) },
      { name: 'hashFiles, one thread', value: median(figures.get('oneThread')), note: `${one.toFixed(2)} ×` },
      { name: 'hashFiles, two threads', value: median(figures.get('twoThreads')), note: `${two.toFixed(2)} ×` },
    ],
    processors > 1 ? { met: two <= 0.8, text: 'two threads take at most 0.8 × the time of none' } : undefined,
  );
}
