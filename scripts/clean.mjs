// Removes what the build and the tests wrote: `node scripts/clean.mjs`; with `--all`, what was installed too.
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const workspaces = ['packages', 'examples'].flatMap((folder) =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(root, folder, entry.name)),
);
const written = [root, ...workspaces].flatMap((folder) => [join(folder, 'dist'), join(folder, 'coverage')]);
const cache = join(root, 'node_modules', '.cache');
const site = join(root, 'site');
const installed = process.argv.includes('--all') ? [root, ...workspaces].map((dir) => join(dir, 'node_modules')) : [];

for (const path of [...written, site, cache, ...installed]) rmSync(path, { recursive: true, force: true });
