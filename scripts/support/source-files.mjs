import { existsSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';

const skipped = new Set(['node_modules', 'dist', 'coverage', '.git']);

/** Every file below the folders, as paths relative to the root with forward slashes, in a stable order. */
export function listFiles(root, folders) {
  return folders.flatMap((folder) => (existsSync(join(root, folder)) ? walk(root, folder) : [])).toSorted();
}

function walk(root, folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (skipped.has(entry.name)) return [];
    const path = posix.join(folder, entry.name);
    return entry.isDirectory() ? walk(root, path) : [path];
  });
}

/** Whether a path matches one of the patterns: `*` is any name, `**` any number of folders, `{a,b}` either. */
export function matches(path, patterns) {
  return patterns.some((pattern) => toRegExp(pattern).test(path));
}

function toRegExp(pattern) {
  const source = pattern
    .replaceAll(/[.+^$()|[\]\\]/g, String.raw`\$&`)
    .replaceAll(/\{([^}]*)\}/g, (_, names) => `(?:${names.replaceAll(',', '|')})`)
    .replaceAll(/\*\*\/?|\*/g, (star) => (star === '*' ? '[^/]*' : star === '**' ? '.*' : '(?:.*/)?'));
  return new RegExp(`^${source}$`);
}
