// Room for large files, and how large they are.
import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const parent = process.env.CIVITKIT_BENCH_FOLDER ?? tmpdir();

/** How many bytes a variable of the environment asks for. */
export function bytesFrom(variable, usual) {
  const bytes = Number(process.env[variable] ?? usual);
  if (Number.isSafeInteger(bytes) && bytes > 0) return bytes;
  throw new Error(`${variable} must be a whole number above 0, not "${process.env[variable]}"`);
}

/** Calls `work` with a new folder that has room for so much, and removes it. */
export async function withFolder(neededBytes, work) {
  const { bavail, bsize } = statfsSync(parent);
  const freeBytes = bavail * bsize;
  if (freeBytes < neededBytes) {
    throw new Error(
      `${parent} has ${freeBytes} bytes free, and ${neededBytes} are needed; set CIVITKIT_BENCH_BYTES or ` +
        'CIVITKIT_BENCH_FILE_BYTES lower, or CIVITKIT_BENCH_FOLDER to another folder',
    );
  }
  const folder = mkdtempSync(join(parent, 'civitkit-bench-'));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
