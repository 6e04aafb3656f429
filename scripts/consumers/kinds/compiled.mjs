import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expected, prints } from './program.mjs';

const careful = {
  target: 'es2022',
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  skipLibCheck: false,
  types: ['node'],
  rootDir: '.',
};
const resolutions = {
  nodenext: { module: 'nodenext', moduleResolution: 'nodenext' },
  bundler: { module: 'esnext', moduleResolution: 'bundler' },
};
/** `verbatimModuleSyntax` wants `import … = require()` of CommonJS, which is not what such programs are written in. */
const commonJs = { files: ['common-js.cts'], options: { verbatimModuleSyntax: false } };

/** Compiles the types of every entry, a program and, where modules are Node's, a CommonJS one; then runs what came out. */
export const compiled =
  (version, resolution, files = ['every-entry.ts', 'program.ts']) =>
  async ({ folder }) => {
    const out = `out-${version}-${resolution}`;
    const tsc = join('node_modules', `typescript-${version}`, 'bin', 'tsc');
    const compile = (name, sources, options) => {
      const configuration = `tsconfig.${version}-${resolution}-${name}.json`;
      const compilerOptions = { ...careful, ...resolutions[resolution], outDir: out, ...options };
      writeFileSync(join(folder, configuration), JSON.stringify({ files: sources, compilerOptions }));
      return { args: [tsc, '-p', configuration], check: saysNothing };
    };
    const modules = [compile('modules', files, {}), { args: [join(out, 'program.js')], check: prints(expected) }];
    if (resolution !== 'nodenext') return modules;
    const required = { username: 'you', costs: true, missing: 'not_found' };
    return [
      ...modules,
      compile('common-js', commonJs.files, commonJs.options),
      { args: [join(out, 'common-js.cjs')], check: prints(required) },
    ];
  };

function saysNothing({ stdout, stderr }) {
  return stdout === '' && stderr === '' ? undefined : 'the compiler had something to say';
}
