import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expected, prints } from './program.mjs';

const careful = {
  target: 'es2022',
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  isolatedModules: true,
  skipLibCheck: false,
  types: ['node'],
  rootDir: '.',
};
const resolutions = {
  // a CommonJS program is among them, which verbatimModuleSyntax would want in another way of writing
  nodenext: { module: 'nodenext', moduleResolution: 'nodenext' },
  bundler: { module: 'esnext', moduleResolution: 'bundler', verbatimModuleSyntax: true },
};

/**
 * Compiles the types of every entry, or of those that the programs use, a program and, where modules are Node's, a
 * CommonJS one; then runs what came out.
 */
export const compiled =
  (version, resolution, { everyEntry = true } = {}) =>
  async ({ folder }) => {
    const out = `out-${version}-${resolution}`;
    const configuration = `tsconfig.${version}-${resolution}.json`;
    const withCommonJs = resolution === 'nodenext';
    const files = [...(everyEntry ? ['every-entry.ts'] : []), 'program.ts', ...(withCommonJs ? ['common-js.cts'] : [])];
    const compilerOptions = { ...careful, ...resolutions[resolution], outDir: out };
    writeFileSync(join(folder, configuration), JSON.stringify({ files, compilerOptions }));
    const tsc = join('node_modules', `typescript-${version}`, 'bin', 'tsc');
    const required = prints({ username: 'you', costs: true, missing: 'not_found' });
    return [
      { args: [tsc, '-p', configuration], check: saysNothing },
      { args: [join(out, 'program.js')], check: prints(expected) },
      ...(withCommonJs ? [{ args: [join(out, 'common-js.cjs')], check: required }] : []),
    ];
  };

function saysNothing({ stdout, stderr }) {
  return stdout === '' && stderr === '' ? undefined : 'the compiler had something to say';
}
