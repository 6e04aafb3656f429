import { expect, it } from 'vitest';

/** Plain JavaScript, hence no types of its own. */
interface Changelog {
  readonly parseChangeset: (source: string, name: string) => { readonly bump: string; readonly summary: string };
  readonly writeRelease: (changelog: string, release: object) => string;
  readonly notesOf: (changelog: string, version: string) => string | undefined;
}

const module = new URL('../../scripts/release/changelog.mjs', import.meta.url).href;
const { notesOf, parseChangeset, writeRelease } = (await import(module)) as Changelog;
const release = { version: '0.2.0', date: '2026-11-21' };

it('reads the largest part of the version that a changeset raises', () => {
  const source = '---\n"@civitkit/core": patch\n\'@civitkit/sdk\': minor\n---\n\ncore: a thing\n\nand more\n';
  expect(parseChangeset(source, 'a.md')).toEqual({ bump: 'minor', summary: 'core: a thing\n\nand more' });
});

it.each([
  { source: '---\n---\n\ntext\n', problem: 'a.md: names neither' },
  { source: '---\n"civitkit": minor\n---\n\ntext\n', problem: 'a.md: names neither' },
  { source: 'text', problem: 'a.md: names neither' },
  { source: '---\n"@civitkit/core": patch\n---\n\n', problem: 'a.md: says nothing' },
])('refuses $source', ({ source, problem }) => {
  expect(() => parseChangeset(source, 'a.md')).toThrow(problem);
});

it('puts a release below what is unreleased, the breaking changes first', () => {
  const before = '# Changelog\n\n## [Unreleased]\n\n## [0.1.0] - 2026-01-01\n\n- old\n';
  const changesets = [
    { bump: 'patch', summary: 'a fix' },
    { bump: 'major', summary: 'gone\n\nuse another' },
    { bump: 'patch', summary: 'another fix' },
  ];
  const after = writeRelease(before, { ...release, changesets });
  expect(after).toBe(
    '# Changelog\n\n## [Unreleased]\n\n## [0.2.0] - 2026-11-21\n\n### Breaking\n\n- gone\n\n  use another\n\n' +
      '### Fixed\n\n- a fix\n- another fix\n\n## [0.1.0] - 2026-01-01\n\n- old\n',
  );
  expect(notesOf(after, '0.2.0')).toBe(
    '### Breaking\n\n- gone\n\n  use another\n\n### Fixed\n\n- a fix\n- another fix',
  );
  expect(notesOf(after, '0.3.0')).toBeUndefined();
});

it('takes what was written under "Unreleased" into the release', () => {
  const before = '## [Unreleased]\n\n### Added\n\n- all of it\n';
  const after = writeRelease(before, { ...release, changesets: [] });
  expect(after).toBe('## [Unreleased]\n\n## [0.2.0] - 2026-11-21\n\n### Added\n\n- all of it\n');
});

it('refuses a changelog without a place for it', () => {
  expect(() => writeRelease('# Changelog\n', { ...release, changesets: [] })).toThrow('no "## [Unreleased]"');
});
