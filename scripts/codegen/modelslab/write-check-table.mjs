import { header } from '../schema-facts.mjs';
import { compact } from './merge-facts.mjs';

/** What the local check goes by: one row an operation. */
export function writeCheckTable({ operations }) {
  const rows = operations
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map((operation) => `  ${JSON.stringify(operation.name)}: ${JSON.stringify(row(operation))},`);
  return `${header}import type { CheckTable } from '../checks/check-table.js';

/** What each operation takes. */
export const checkTable: CheckTable = {
${rows.join('\n')}
};
`;
}

function row({ members, neededBy, needsOneOf }) {
  const required = members.filter((member) => member.required).map(({ name }) => name);
  return compact({
    m: Object.fromEntries(members.map((member) => [member.name, rules(member)])),
    r: required.length === 0 ? undefined : required,
    o: needsOneOf,
    w: neededBy,
  });
}

/** Names are short because there are hundreds of them; a text without rules is the empty object. */
function rules({ enum: words, form, isAddress, items, kinds, maximum, maxItems, minimum, minItems, separated }) {
  const only = kinds.length === 1 ? kinds[0] : kinds;
  return compact({
    k: only === 'text' ? undefined : only,
    e: words,
    min: minimum ?? minItems,
    max: maximum ?? maxItems,
    i: items === 'string' ? 1 : undefined,
    s: separated ? 1 : undefined,
    u: isAddress && form === undefined ? 1 : undefined,
  });
}
