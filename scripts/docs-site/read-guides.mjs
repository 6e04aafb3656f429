import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** The list of guides, in the order and under the headings that the site has them. */
const guideIndex = 'docs/README.md';

/** The sections of the index: `[{ title, pages: [{ title, file }] }]`, files relative to the repository. */
export function readGuides(root) {
  const sections = [];
  for (const line of readFileSync(join(root, guideIndex), 'utf8').split('\n')) {
    const heading = /^## (.+)$/.exec(line)?.[1];
    if (heading !== undefined) sections.push({ title: heading, pages: [] });
    const [, title, target] = /^- \[([^\]]+)\]\(([^)#\s]+\.md)\)/.exec(line) ?? [];
    if (title === undefined) continue;
    if (sections.length === 0) throw new Error(`${guideIndex}: ${title} is listed before the first "## " heading`);
    const file = posix.normalize(posix.join(posix.dirname(guideIndex), target));
    sections.at(-1).pages.push({ title: title.replaceAll('`', ''), file });
  }
  sections[0]?.pages.unshift({ title: 'All guides', file: guideIndex });
  return sections;
}
