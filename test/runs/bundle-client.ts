import { mkdtempSync, symlinkSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const repository = fileURLToPath(new URL('../../', import.meta.url));

/** The client as a module that every supported Node can import; in a folder that goes with it. */
export interface BundledClient extends AsyncDisposable {
  readonly path: string;
}

/** Bundles the sources of a client: that of the generation API, unless another entry of the sdk is named. */
export async function bundleClient(entry = 'client.ts'): Promise<BundledClient> {
  const directory = mkdtempSync(join(tmpdir(), 'civitkit-client-'));
  symlinkSync(join(repository, 'node_modules'), join(directory, 'node_modules'));
  const path = join(directory, 'client.mjs');
  await build({
    entryPoints: [join(repository, 'packages/sdk/src', entry)],
    outfile: path,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external: ['axios', 'eventsource-parser', '@humanwhocodes/momoa', 'convict', 'dotenv'],
    alias: {
      '@civitkit/core': join(repository, 'packages/core/src/index.ts'),
      '@civitkit/core/client': join(repository, 'packages/core/src/client.ts'),
      '@civitkit/core/files': join(repository, 'packages/core/src/files.ts'),
      '@civitkit/core/internal': join(repository, 'packages/core/src/internal.ts'),
    },
    logLevel: 'silent',
  });
  return {
    path,
    [Symbol.asyncDispose]: () => rm(directory, { recursive: true }),
  };
}
