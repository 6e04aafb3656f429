/** How a change is headed, by how much of the version it raises. */
const headings = new Map([
  ['major', 'Breaking'],
  ['minor', 'Added and changed'],
  ['patch', 'Fixed'],
]);
const order = [...headings.keys()];
const unreleased = '## [Unreleased]\n';

/** What a changeset says: the largest part of the version that it raises, and its text. Throws when it cannot be read. */
export function parseChangeset(source, name) {
  const [, front, summary = ''] = /^---\r?\n([\s\S]*?)---\r?\n([\s\S]*)$/.exec(source) ?? [];
  const bumps = new Set(
    Array.from((front ?? '').matchAll(/^["']?@civitkit\/(?:core|sdk)["']?: *(\w+) *$/gm), ([, bump]) => bump),
  );
  const bump = order.find((candidate) => bumps.has(candidate));
  if (bump === undefined)
    throw new Error(`${name}: names neither @civitkit/core nor @civitkit/sdk with major, minor or patch`);
  if (summary.trim() === '') throw new Error(`${name}: says nothing to users`);
  return { bump, summary: summary.trim() };
}

/** The changelog with a new release on top: what stood under "Unreleased", then the changesets. */
export function writeRelease(changelog, { version, date, changesets }) {
  const at = changelog.indexOf(unreleased);
  if (at === -1) throw new Error('CHANGELOG.md has no "## [Unreleased]"');
  const rest = changelog.slice(at + unreleased.length);
  const next = /^## /m.exec(rest)?.index ?? rest.length;
  const written = rest.slice(0, next).trim();
  const parts = [`## [${version}] - ${date}`, ...(written === '' ? [] : [written]), ...sections(changesets)];
  const older = rest.slice(next).trim();
  return `${changelog.slice(0, at)}${unreleased}\n${[...parts, ...(older === '' ? [] : [older])].join('\n\n')}\n`;
}

/** What the changelog says of a version; for the release on GitHub. */
export function notesOf(changelog, version) {
  const at = changelog.indexOf(`## [${version}]`);
  if (at === -1) return undefined;
  const body = changelog.slice(changelog.indexOf('\n', at) + 1);
  return body.slice(0, /^## /m.exec(body)?.index ?? body.length).trim();
}

function sections(changesets) {
  return order.flatMap((bump) => {
    const entries = changesets.filter((changeset) => changeset.bump === bump);
    if (entries.length === 0) return [];
    const lines = entries.map(({ summary }) => `- ${summary.replaceAll('\n', '\n  ').replaceAll(/^ +$/gm, '')}`);
    return [`### ${headings.get(bump)}\n\n${lines.join('\n')}`];
  });
}
