import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { documents, read, root } from './support/markdown.js';

interface Section {
  readonly title: string;
  readonly pages: readonly { readonly title: string; readonly file: string }[];
}

const scripts = new URL('../../scripts/docs-site/', import.meta.url);
const { readGuides } = (await import(new URL('read-guides.mjs', scripts).href)) as {
  readonly readGuides: (root: string) => readonly Section[];
};
const sections = readGuides(root);
const pages = sections.flatMap((section) => section.pages);

describe('docs/README.md', () => {
  it('lists every document once, so that the site has it', () => {
    const listed = pages.map(({ file }) => file);
    // the README of the repository is the front page
    expect(listed.toSorted()).toEqual(
      documents()
        .filter((file) => file !== 'README.md')
        .toSorted(),
    );
  });

  it('gives each page a name of its own, in sections that are not empty', () => {
    expect(new Set(pages.map(({ title }) => title)).size).toBe(pages.length);
    expect(sections.filter((section) => section.pages.length === 0)).toEqual([]);
  });

  it('says of each page what it is for', () => {
    const items = read('docs/README.md')
      .split('\n')
      .filter((line) => line.startsWith('- '));
    expect(items.length).toBe(pages.length - 1);
    expect(items.filter((item) => !/^- \[[^\]]+\]\([^)]+\): \S/.test(item))).toEqual([]);
  });
});

describe('the site', () => {
  it('is built by `npm run docs`, in CI too, where nothing is committed and nothing is packed', () => {
    const { scripts: commands, files } = JSON.parse(read('package.json')) as {
      readonly scripts: Readonly<Record<string, string>>;
      readonly files: readonly string[];
    };
    expect(commands['docs']).toBe('node scripts/docs-site.mjs');
    expect(readFileSync(join(root, '.ci', 'run'), 'utf8')).toContain('npm run docs');
    expect(readFileSync(join(root, '.gitignore'), 'utf8').split('\n')).toContain('/site');
    expect(files).not.toContain('site');
  });

  it('is what GitHub Pages gets', () => {
    const workflow = readFileSync(join(root, '.github', 'workflows', 'docs.yml'), 'utf8');
    expect(workflow).toMatch(/- run: npm run docs\n[\s\S]*upload-pages-artifact@v\d+\n\s+with:\n\s+path: site\n/);
  });
});
