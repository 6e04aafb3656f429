// `node esbuild.mjs esm|commonjs FOLDER`: bundles the program, as ES modules in pieces, or as one CommonJS file.
import { build } from 'esbuild';

const [format, outdir] = process.argv.slice(2);
const common = { bundle: true, platform: 'node', target: 'node20', minify: true, outdir };
const formats = {
  esm: {
    entryPoints: ['program.mjs'],
    format: 'esm',
    splitting: true,
    outExtension: { '.js': '.mjs' },
    // what every program with CommonJS dependencies needs in an ES module that esbuild made
    banner: {
      js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
    },
  },
  commonjs: {
    entryPoints: ['program.cjs'],
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    // the packages ask whether there is a require() before they make one of it
    logOverride: { 'empty-import-meta': 'silent' },
  },
};

await build({ ...common, ...formats[format] });
