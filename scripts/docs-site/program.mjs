import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publicEntries } from '../support/public-entries.mjs';

/** Not documented, but imported by what is. */
const innerEntries = [{ specifier: '@civitkit/core/internal', source: 'packages/core/src/internal.ts' }];

/**
 * The entries that the reference is made of, from the packages' `exports`, and a configuration of the compiler that has
 * them all in one program: over sources instead of what is built from them, so that a link may lead into another package.
 */
export function writeProgram(root, folder) {
  const entries = publicEntries(root).map(({ specifier, folder: home, types }) => {
    const source = join(home, types.replace(/^dist\//, 'src/').replace(/\.d\.ts$/, '.ts'));
    return { specifier, source, summary: leadingComment(readFileSync(source, 'utf8')) };
  });
  const inner = innerEntries.map(({ specifier, source }) => ({ specifier, source: join(root, source) }));
  const tsconfig = join(folder, 'tsconfig.json');
  const configuration = {
    extends: join(root, 'tsconfig.base.json'),
    compilerOptions: {
      composite: false,
      declaration: false,
      isolatedDeclarations: false,
      noEmit: true,
      rootDir: root,
      paths: Object.fromEntries([...entries, ...inner].map(({ specifier, source }) => [specifier, [source]])),
    },
    files: entries.map(({ source }) => source),
  };
  writeFileSync(tsconfig, JSON.stringify(configuration));
  return { entries, tsconfig };
}

/** The comment a module begins with, as one text. */
function leadingComment(source) {
  const [comment = ''] = /^(?:\/\/ .*\n)*/.exec(source) ?? [];
  return comment
    .replaceAll(/^\/\/ /gm, '')
    .replaceAll('\n', ' ')
    .trim();
}
