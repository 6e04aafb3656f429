import { it } from 'vitest';
import { codeBlocks, documents, exampleBlocks, packageSources } from '/work/main/test/docs/support/markdown.js';
import { runBlocks } from '/work/main/test/docs/support/run/run-blocks.js';
const ids = (t: string) => t;
it('x', { timeout: 600_000 }, async () => {
  const b = [...documents().flatMap(codeBlocks), ...packageSources().flatMap(exampleBlocks)].filter((x) => x.language === 'ts' && !x.file.startsWith('examples/'));
  const t = performance.now();
  const p = await runBlocks(b.map((x) => x), 15000);
  console.log(b.length, 'blocks', performance.now() - t, 'ms', p.length, 'problems');
  for (const x of p) console.log(x.slice(0, 260));
});
