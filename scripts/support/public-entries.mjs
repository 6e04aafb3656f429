import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** The folders of what is published. */
const publishedFolders = ['packages/core', 'packages/sdk', '.'];
/** Between our own packages, which are of the same version; no promise to anybody else. */
const privateEntries = new Set(['@civitkit/core/internal']);

/**
 * Every module that users can import: its specifier, the folder of its package, its built module and types, and the name
 * of its API report.
 */
export function publicEntries(root) {
  return publishedFolders.flatMap((folder) => {
    const { name, exports } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    return Object.entries(exports).flatMap(([subpath, target]) => {
      const specifier = name + subpath.slice(1);
      if (target.types === undefined || privateEntries.has(specifier)) return [];
      return [
        {
          specifier,
          folder: join(root, folder),
          module: posix.normalize(target.default),
          types: posix.normalize(target.types),
          reportName: `${specifier.replace('@', '').replaceAll('/', '-')}.api.md`,
        },
      ];
    });
  });
}
