// The official client as a file that Node can load: its package imports folders, which only bundlers resolve.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Calls `work` with the path of the bundled package, which is removed afterwards. */
export async function withOfficialClient(work) {
  const folder = await mkdtemp(join(tmpdir(), 'civitkit-official-'));
  const outfile = join(folder, 'official.mjs');
  try {
    await build({
      stdin: {
        contents: "export * from '@civitai/orchestration-client';",
        resolveDir: fileURLToPath(new URL('..', import.meta.url)),
      },
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      logLevel: 'error',
    });
    await work(outfile);
  } finally {
    await rm(folder, { recursive: true });
  }
}
