// `npm run release:publish [-- --provenance --notes FILE]`: publishes those of the three packages whose version the registry
// does not have. Not `changeset publish`, which does not know the package at the root, and publishes the others side by side.
// May be repeated: after a failure it goes on where it stopped. Needs a finished build (`npm run build`).
import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { notesOf } from './release/changelog.mjs';
import { publicEntries } from './support/public-entries.mjs';
import { npmCommand, withoutNpmScope } from './support/run.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: { provenance: { type: 'boolean', default: false }, notes: { type: 'string' } },
});
/** The ones that others depend on first. */
const manifests = ['packages/core', 'packages/sdk', '.'].map((folder) => ({ ...readManifest(folder), folder }));
const { version } = readManifest('.');
const publishOptions = [
  '--access=public',
  '--workspaces=false',
  '--ignore-scripts',
  `--provenance=${values.provenance}`,
];

process.exitCode = sameVersions() && isBuilt() ? publish() : 1;

function sameVersions() {
  const others = manifests.filter((manifest) => manifest.version !== version);
  for (const other of others) console.error(`${other.name} is ${other.version}, and civitkit is ${version}.`);
  return others.length === 0;
}

/** npm publishes a package without its build as well, and only warns. */
function isBuilt() {
  const modules = publicEntries(root).flatMap(({ folder, module, types }) => [
    join(folder, module),
    join(folder, types),
  ]);
  const missing = [...modules, join(root, 'dist', 'cli.js')].filter((file) => !existsSync(file));
  for (const file of missing) console.error(`${file} is missing: run \`npm run build\` first.`);
  return missing.length === 0;
}

/** One after the other, and nothing after one that failed: what is published can be installed at any moment. */
function publish() {
  const missing = manifests.filter(({ name }) => !isPublished(name));
  for (const { name, folder } of missing) {
    const { status } = npm(['publish', ...publishOptions], { cwd: join(root, folder), stdio: 'inherit' });
    if (status !== 0) {
      console.error(`${name} ${version} was not published. Once the cause is gone, run this again.`);
      return status ?? 1;
    }
  }
  announce(missing.length > 0);
  return 0;
}

/** For the workflow, which makes the tag and the release only when something was published. */
function announce(isNew) {
  console.log(isNew ? `Published ${version}.` : `${version} was published before.`);
  const notes = notesOf(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'), version);
  if (values.notes !== undefined) writeFileSync(values.notes, `${notes ?? ''}\n`);
  const output = process.env.GITHUB_OUTPUT;
  if (output !== undefined) appendFileSync(output, `published=${isNew}\nversion=${version}\n`);
}

/** Throws when the registry does not answer: to publish then would be to guess. */
function isPublished(name) {
  const { status, stdout, stderr } = npm(['view', `${name}@${version}`, 'version', '--json'], { cwd: root });
  if (status === 0) return stdout.includes(version);
  if (`${stdout}${stderr}`.includes('E404')) return false;
  throw new Error(`npm view ${name}@${version} failed:\n${stderr}`);
}

function npm(args, options) {
  const { command, prefix, shell } = npmCommand();
  return spawnSync(command, [...prefix, ...args], { shell, env: withoutNpmScope(), encoding: 'utf8', ...options });
}

function readManifest(folder) {
  return JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
}
