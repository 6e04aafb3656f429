// What was built, and what a bundler makes of it, where nothing lies beside it.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { useTemporaryFolder } from '../use-temporary-folder.js';

const folder = useTemporaryFolder();
const core = fileURLToPath(new URL('../../../', import.meta.url));

const program = `
import { hashFiles, htmlToMarkdown } from '@civitkit/core/files';
void (async () => {
  for (const algorithms of [['sha256'], ['blake3']]) {
    for await (const outcome of hashFiles([process.argv[2]], { algorithms })) console.log(JSON.stringify(outcome.value.hashes));
  }
  console.log(htmlToMarkdown('<p>a <b>b</b></p>'));
})();
`;

const expected = [
  '{"sha256":"B94D27B9934D3E08A52E52D7DA7DABFAC484EFE37A5380EE9088F7ACE2EFCDE9"}',
  '{"blake3":"D74981EFA70A0C880B8D8C1985D075DBCBF679B99A5F9914E5AAF96B831A9E24"}',
  'a **b**',
];

function run(args: readonly string[], cwd: string): readonly string[] {
  const path = join(folder(), 'text');
  writeFileSync(path, 'hello world');
  return execFileSync(process.execPath, [...args, path], { cwd, encoding: 'utf8' })
    .trim()
    .split('\n');
}

describe('hashing and descriptions', () => {
  it('work as they were built', () => {
    expect(run(['--input-type=module', '-e', program, 'program'], core)).toEqual(expected);
  });

  // Bundles of ES modules need a `require` for libraries that are none; this is how esbuild is told.
  const banner = "import { createRequire as create } from 'node:module'; const require = create(import.meta.url);";
  it.each([
    { format: 'esm', name: 'bundle.mjs', js: banner },
    { format: 'cjs', name: 'bundle.cjs', js: '' },
  ] as const)('work in a bundle of format $format', async ({ format, js, name }) => {
    await build({
      stdin: { contents: program, resolveDir: core },
      bundle: true,
      platform: 'node',
      format,
      banner: { js },
      outfile: join(folder(), name),
      logLevel: 'silent',
    });
    expect(run([name], folder())).toEqual(expected);
  });
});
