import { compareOperations } from './compare/compare-operations.mjs';
import { compareSchemas } from './compare/compare-schemas.mjs';

/**
 * What a newer document adds, changes, removes and breaks, in the eyes of those who send requests and read answers.
 *
 * @returns {import('./compare/change.mjs').Change[]}
 */
export function compareDocuments(before, after) {
  return [...compareOperations(before, after), ...compareSchemas(before, after)];
}

const sections = [
  ['breaks', 'Breaks'],
  ['removes', 'Removes'],
  ['changes', 'Changes'],
  ['adds', 'Adds'],
];

/** The changes as text, the ones that break somebody first. */
export function formatReport(changes) {
  if (changes.length === 0) return 'The documents say the same.';
  const found = sections
    .map(([effect, title]) => ({ title, list: changes.filter((change) => change.effect === effect) }))
    .filter(({ list }) => list.length > 0);
  const summary = found.map(({ title, list }) => `${title.toLowerCase()} ${list.length}`).join(', ');
  return [`Compared with the document before, this one ${summary}.`, ...found.map(section)].join('\n\n');
}

function section({ title, list }) {
  const lines = list.map(({ place, what, why }) => `  ${place}: ${what}${why === undefined ? '' : ` (${why})`}`);
  return [title, ...lines].join('\n');
}
