import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { root } from './support/markdown.js';

const build = join(root, 'tools', 'docs-site', 'build.mjs');
// as of `npm run docs`, which installs them
const isInstalled = existsSync(join(root, 'tools', 'node_modules', 'typedoc'));
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'civitkit-docs-site-')));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const source = `// What this module is for.

/** What a call wants. */
export interface Wish {
  /** See {@link grant}. */
  readonly text: string;
}

/** Grants a {@link Wish}. */
export function grant(wish: Wish): string {
  return wish.text;
}
`;
const guide =
  '# A guide\n\nSee [its end](#the-end-of-it), the [front](../README.md) and [the source](../src/index.ts).\n\n## The `end` of it\n\nDone.\n';
const readme = '# Front\n\nSee [the guide](docs/guide.md#the-end-of-it) and [elsewhere](https://example.com/a).\n';

/** Builds a small site; gives what is said, and the folder of the site. */
function buildSite(changed: Readonly<Record<string, string>> = {}): { readonly said: string; readonly out: string } {
  const project = mkdtempSync(join(folder, 'project-'));
  const files = { 'src/index.ts': source, 'docs/guide.md': guide, 'README.md': readme, ...changed };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(project, name)), { recursive: true });
    writeFileSync(join(project, name), text);
  }
  const entry = join(project, 'src', 'index.ts');
  const tsconfig = join(project, 'tsconfig.json');
  writeFileSync(
    tsconfig,
    JSON.stringify({ compilerOptions: { module: 'node20', strict: true, types: [] }, files: [entry] }),
  );
  const out = join(project, 'site');
  const sections = [{ title: 'First steps', pages: [{ title: 'The guide', file: 'docs/guide.md' }] }];
  const entries = [{ specifier: '@wishes/core', source: entry, summary: 'What this module is for.' }];
  const plan = join(project, 'plan.json');
  writeFileSync(plan, JSON.stringify({ root: project, out, entries, tsconfig, sections }));
  const { stdout, stderr, status } = spawnSync(process.execPath, [build, plan], { encoding: 'utf8' });
  return { said: `exit code ${status}\n${stdout}${stderr}`, out };
}

describe.skipIf(!isInstalled)('the documentation site', () => {
  it('has modules by their specifiers, guides by their files, and links between them', { timeout: 60_000 }, () => {
    const { said, out } = buildSite();
    expect(said).toContain('exit code 0');
    expect(readFileSync(join(out, 'modules', '_wishes_core.html'), 'utf8')).toContain('What this module is for.');
    const page = readFileSync(join(out, 'guides', 'guide.html'), 'utf8');
    expect(page).toContain('href="../index.html"');
    expect(page).toContain('id="the-end-of-it"');
    expect(page).toContain('<code>end</code> of it');
    expect(page).toContain('href="https://github.com/civitkit/civitkit/blob/main/src/index.ts"');
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain('href="guides/guide.html#the-end-of-it"');
  });

  it.each([
    ['a {@link} to nothing', { 'src/index.ts': source.replace('{@link Wish}', '{@link Whish}') }, 'Whish'],
    [
      'a type that is not exported',
      { 'src/index.ts': source.replace('export interface', 'interface') },
      'not included',
    ],
    ['a page that is not there', { 'docs/guide.md': `${guide}[gone](gone.md)\n` }, 'gone.md'],
    [
      'a page that the index does not have',
      { 'docs/more.md': '# More\n', 'docs/guide.md': `${guide}[more](more.md)\n` },
      'the index of the guides',
    ],
    ['an anchor that is not there', { 'README.md': readme.replace('#the-end', '#the-start') }, '#the-start-of-it'],
    ['an address over plain http', { 'README.md': readme.replace('https://', 'http://') }, 'is no good address'],
    [
      'an address that is a placeholder',
      { 'README.md': readme.replace('example.com', '<your-host>') },
      'is no good address',
    ],
    [
      'a picture from elsewhere',
      { 'README.md': `${readme}\n![logo](https://example.com/logo.png)\n` },
      'without a network',
    ],
  ])('is not built with %s', { timeout: 60_000 }, (_, changed, words) => {
    const { said } = buildSite(changed);
    expect(said).toContain('exit code 1');
    expect(said).toContain(words);
  });
});
