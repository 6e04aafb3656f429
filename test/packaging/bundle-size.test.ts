// What an application that bundles its dependencies carries along for the sdk.
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { repository } from './support/pack.js';

/** An entry after bundling. */
interface Bundle {
  readonly bytes: number;
  readonly inputs: readonly string[];
  /** Other pieces of the bundle that are loaded with it. */
  readonly alongside: readonly string[];
}

/** Bytes of an entry with everything of its own package in it, minified and compressed; its dependencies stay outside. */
async function sizeOf(entry: string): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    entryPoints: [`${repository}/packages/sdk/src/${entry}`],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    write: false,
    metafile: true,
    splitting: true,
    outdir: 'out',
    packages: 'external',
  });
  const main = outputFiles.find(({ path }) => path.endsWith(`/${entry.replace('.ts', '.js')}`));
  const output = Object.entries(metafile.outputs).find(([path]) => path.endsWith(entry.replace('.ts', '.js')))?.[1];
  const alongside = (output?.imports ?? []).filter(
    ({ external, kind }) => external !== true && kind === 'import-statement',
  );
  return {
    bytes: gzipSync(main?.contents ?? new Uint8Array()).length,
    inputs: Object.keys(output?.inputs ?? {}),
    alongside: alongside.map(({ path }) => path),
  };
}

test.each(['client.ts', 'index.ts'])('%s is at most 60 kB, minified and compressed', async (entry) => {
  const { bytes, inputs } = await sizeOf(entry);
  expect(inputs.length).toBeGreaterThan(50);
  expect(bytes).toBeLessThan(60_000);
});

test('the checks are not in it, so that they are loaded only when used', async () => {
  const { alongside, inputs } = await sizeOf('client.ts');
  expect(alongside).toEqual([]);
  expect(inputs.filter((input) => input.includes('/checks/') || input.includes('schema-table'))).toEqual([]);
});
