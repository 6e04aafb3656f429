import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** Bundles one entry, in pieces, and weighs it. */
export async function measureEntry({ folder, module }) {
  const { outputFiles, metafile } = await build({
    absWorkingDir: folder,
    entryPoints: { entry: join(folder, module) },
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    write: false,
    metafile: true,
    outdir: join(folder, 'measured'),
    logLevel: 'error',
  });
  const bytes = new Map(outputFiles.map(({ path, contents }) => [path, gzipSync(contents, { level: 9 }).length]));
  const weigh = (outputs) => [...outputs].reduce((sum, output) => sum + (bytes.get(join(folder, output)) ?? 0), 0);
  return {
    loaded: weigh(loadedWith('measured/entry.js', metafile.outputs)),
    whole: weigh(Object.keys(metafile.outputs)),
  };
}

/** The pieces that come with one: all that it imports, and what those import, but not by `import()`. */
function loadedWith(output, outputs, found = new Set()) {
  if (found.has(output)) return found;
  found.add(output);
  for (const { path, kind, external } of outputs[output].imports) {
    if (external !== true && kind === 'import-statement') loadedWith(path, outputs, found);
  }
  return found;
}
