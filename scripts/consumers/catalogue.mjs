import { built } from './kinds/built.mjs';
import { bundled } from './kinds/bundled.mjs';
import { compiled } from './kinds/compiled.mjs';
import { nodeVersion } from './kinds/node-version.mjs';
import { program } from './kinds/program.mjs';
import { tested } from './kinds/tested.mjs';

/** Every consumer: its name, its project, the steps it takes there, and whether the quick run has it. */
export const consumers = [
  { name: 'esm', about: 'ES modules', project: 'plain', steps: program(['program.mjs']) },
  { name: 'commonjs', about: 'CommonJS, through require()', project: 'plain', steps: program(['program.cjs']) },
  ...['5.9', '6', '7'].flatMap((version) =>
    ['nodenext', 'bundler'].map((resolution) => ({
      name: `typescript-${version}-${resolution}`,
      about: `TypeScript ${version}, strict, without skipLibCheck, moduleResolution ${resolution}`,
      project: 'typescript',
      // the oldest and the newest compiler
      quick: version !== '6' && resolution === 'nodenext',
      steps: compiled(version, resolution),
    })),
  ),
  ...['esbuild', 'webpack'].flatMap((bundler) =>
    ['esm', 'commonjs'].map((format) => ({
      name: `${bundler}-${format}`,
      about: `a bundle of ${bundler}, ${format === 'esm' ? 'ES modules in pieces' : 'CommonJS'}`,
      project: 'bundlers',
      // webpack takes its time, and the other form of esbuild has less to go wrong
      quick: bundler === 'esbuild' && format === 'esm',
      steps: bundled(bundler, format),
    })),
  ),
  {
    name: 'jest-native',
    about: 'Jest 30, ES modules as Node loads them',
    project: 'jest',
    steps: tested.jest('native'),
  },
  {
    name: 'jest-transformed',
    about: 'Jest 30, transformed to CommonJS',
    project: 'jest',
    quick: false,
    steps: tested.jest('transformed'),
  },
  { name: 'vitest', about: 'Vitest 4', project: 'vitest', quick: false, steps: tested.vitest() },
  { name: 'nest-cli', about: 'an application of NestJS 12, built by its CLI', project: 'nest-cli', steps: built },
  {
    name: 'pnpm-strict',
    about: 'pnpm, nothing hoisted; runs, and compiles with TypeScript 7',
    project: 'pnpm',
    steps: program(['program.mjs', 'program.cjs'], compiled('7', 'nodenext', { everyEntry: false })),
  },
  ...['20.19.0', '22', '24', 'newest'].map((version) => ({
    name: `node-${version}`,
    about: `Node ${version}, ES modules and CommonJS`,
    project: 'plain',
    // what npm has binaries of
    platform: 'linux-x64',
    // the packages themselves are tested on all of them by `npm run check:node`
    quick: false,
    steps: nodeVersion(version),
  })),
];
