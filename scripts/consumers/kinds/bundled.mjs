import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expected, prints } from './program.mjs';

/** Makes a bundle in a folder without any `node_modules` around it, and runs it there. */
export const bundled =
  (bundler, format) =>
  async ({ folder, bundles }) => {
    const out = join(bundles, `${bundler}-${format}`);
    const file = format === 'esm' ? 'program.mjs' : 'program.cjs';
    return [
      { args: [`${bundler}.mjs`, format, out], check: () => leadsBack(out, folder) },
      { args: [file], cwd: out, check: prints(expected) },
    ];
  };

/** A bundle that names the place it was made in would work here and nowhere else. */
function leadsBack(out, folder) {
  const files = readdirSync(out).filter((name) => /\.[cm]js$/.test(name));
  if (files.length === 0) return `there is no bundle in ${out}`;
  const leading = files.filter((name) => readFileSync(join(out, name), 'utf8').includes(folder));
  return leading.length === 0 ? undefined : `bundles that name ${folder}: ${leading.join(', ')}`;
}
