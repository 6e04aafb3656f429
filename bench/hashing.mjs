// Hashing, beside what Node has for it (SHA256 of a stream, a file after another) and beside sha256sum.
// CIVITKIT_BENCH_FILE_BYTES sets the size of each of the eight files of the folder (default: 1 GB),
// CIVITKIT_BENCH_FOLDER where they are put.
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashAlgorithms } from '@civitkit/core/files';
import { bytesFrom, withFolder } from './large-files.mjs';
import { hasProgram } from './programs.mjs';
import { contender, interleave, median, number, printTable, ratio, runNode, runProgram } from './support.mjs';

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
  const alone = hashAlgorithms.map((algorithm) => run(`alone-${algorithm}`));
  const figures = await interleave(5, [run('plain'), run('sha256'), run('all'), run('separate'), ...alone]);
  const slowest = alone
    .map(({ name }) => name)
    .reduce((most, name) => (median(figures.get(name)) > median(figures.get(most)) ? name : most));
  const toSlowest = ratio(figures, 'all', slowest);
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
      {
        name: `the slowest alone, ${slowest.slice('alone-'.length)}`,
        value: median(figures.get(slowest)),
        note: `all seven are ${toSlowest.toFixed(2)} ×`,
      },
    ],
    {
      met: toPlain <= 1.1 && toSeparate <= 0.85 && toSlowest <= 2,
      text: 'at most 1.1 × node:crypto, 0.85 × the seven one by one, and 2 × the slowest of them',
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

const filesOfFolder = 8;

/** What somebody has who looks through a folder of models: eight large files, whole processes. */
export async function hashFolder() {
  const sizeBytes = bytesFrom('CIVITKIT_BENCH_FILE_BYTES', 1e9);
  await withFolder(filesOfFolder * sizeBytes, async (folder) => {
    const paths = Array.from({ length: filesOfFolder }, (_, index) => join(folder, `${index}.safetensors`));
    writeModel(paths[0], sizeBytes);
    for (const path of paths.slice(1)) copyFileSync(paths[0], path);
    const compared = hasProgram('sha256sum', 'coreutils');
    const figures = await interleave(3, [
      { name: 'ours', run: async () => (await runNode([contender('hashing'), 'files', ...paths])).ms },
      ...(compared ? [{ name: 'theirs', run: async () => (await runProgram('sha256sum', ...paths)).ms }] : []),
    ]);
    const toTheirs = compared ? ratio(figures, 'ours', 'theirs') : undefined;
    printTable(
      `${filesOfFolder} files of ${Math.round(sizeBytes / 1e6)} MB, SHA256, ${availableParallelism()} processors; whole processes`,
      'ms',
      [
        { name: 'hashFiles', value: median(figures.get('ours')) },
        ...(compared
          ? [{ name: 'sha256sum', value: median(figures.get('theirs')), note: `${toTheirs.toFixed(2)} × for ours` }]
          : []),
      ],
      toTheirs === undefined ? undefined : { met: toTheirs <= 0.6, text: 'at most 0.6 × sha256sum' },
    );
  });
}
