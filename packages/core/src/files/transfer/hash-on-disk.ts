import { stat } from 'node:fs/promises';
import type { HashAlgorithm } from '../hashing/hash-algorithm.js';
import { hashFile } from '../hashing/hash-file.js';
import { hashFiles } from '../hashing/hash-files.js';
import { writeFailure } from '../write-failure.js';

/** To start a thread costs more than to read so much here. */
export const smallBytes = 4_194_304;

/**
 * The hash of a file that is complete, upper case; large ones in a thread.
 *
 * @throws FileError; the reason of the signal
 */
export async function hashOnDisk(path: string, algorithm: HashAlgorithm, signal: AbortSignal): Promise<string> {
  const { size } = await stat(path).catch((thrown: unknown) => {
    throw writeFailure(thrown, path);
  });
  const options = { algorithms: [algorithm], signal };
  if (size <= smallBytes) return (await hashFile(path, options)).hashes[algorithm] ?? '';
  for await (const outcome of hashFiles([path], { ...options, concurrency: 1 })) {
    if (!outcome.ok) throw outcome.error;
    return outcome.value.hashes[algorithm] ?? '';
  }
  return '';
}
