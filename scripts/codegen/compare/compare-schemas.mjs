import { byText } from '../order.mjs';
import { readSchema } from '../schema-model.mjs';
import { adds, breaks, changes, removes } from './change.mjs';
import { compareMembers } from './compare-members.mjs';
import { compareEnums, compareValues, quoted } from './compare-values.mjs';
import { directionsOf } from './directions.mjs';

/** What is otherwise about the schemas of two documents, by name. */
export function compareSchemas(before, after) {
  const sides = [before, after].map((document) => ({
    schemas: new Map(
      Object.entries(document.components.schemas).map(([name, schema]) => [name, readSchema(name, schema)]),
    ),
    directions: directionsOf(document),
  }));
  const [was, is] = sides;
  const names = [...new Set([...was.schemas.keys(), ...is.schemas.keys()])].toSorted(byText);
  return names.flatMap((name) => {
    if (!is.schemas.has(name)) return [removes(name, 'the schema')];
    if (!was.schemas.has(name)) return [adds(name, 'the schema')];
    return compareSchema(name, was, is);
  });
}

function compareSchema(name, was, is) {
  const [before, after] = [was.schemas.get(name), is.schemas.get(name)];
  const direction = mergeDirections(was.directions(name), is.directions(name));
  if (before.kind !== after.kind) {
    return [breaks(name, `is ${kindText(after)} now, was ${kindText(before)}`, 'values look otherwise')];
  }
  if (before.kind === 'enum') return compareEnums(before.values, after.values, name, direction);
  if (before.kind === 'list') return compareValues(before.item, after.item, `${name}[]`, direction);
  return [
    ...compareBase(before, after),
    ...compareTag(before, after),
    ...compareOpen(before, after, direction),
    ...compareMembers(name, was.schemas, is.schemas, direction),
  ];
}

function kindText({ kind }) {
  return { enum: 'a choice', list: 'a list', object: 'an object' }[kind];
}

/** What was sent or answered in either document counts. */
function mergeDirections(a, b) {
  return { request: a.request || b.request, response: a.response || b.response };
}

function compareBase(before, after) {
  if (before.base === after.base) return [];
  return [changes(before.name, `extends ${after.base ?? 'nothing'} now, was ${before.base ?? 'nothing'}`)];
}

function compareOpen(before, after, { request }) {
  if (before.open === after.open) return [];
  if (after.open) return [changes(before.name, 'takes members that are not listed now')];
  const what = 'takes only the members that are listed now';
  return [request ? breaks(before.name, what, 'others are refused') : changes(before.name, what)];
}

function compareTag({ name, tag: before }, { tag: after }) {
  if (before === undefined && after === undefined) return [];
  if (before?.member !== after?.member) return [changedTag(name, before, after)];
  const changed = [];
  for (const [value, child] of Object.entries(before.children)) {
    const now = after.children[value];
    const place = `${name}.${before.member}`;
    if (now === undefined)
      changed.push(breaks(place, `no ${quoted([value])} any more`, 'bodies that choose it are refused'));
    else if (now !== child) changed.push(changes(place, `${quoted([value])} chooses ${now} now, was ${child}`));
  }
  for (const [value, child] of Object.entries(after.children)) {
    if (before.children[value] === undefined)
      changed.push(adds(`${name}.${after.member}`, `${quoted([value])} (${child})`));
  }
  return changed;
}

function changedTag(name, before, after) {
  if (after === undefined) return breaks(name, `is not chosen by ${before.member} any more`, 'its variants are gone');
  const was = before === undefined ? 'by nothing' : `by ${before.member}`;
  const why =
    after.default === undefined || after.default === null
      ? `bodies without ${after.member} are refused`
      : `bodies without ${after.member} mean ${quoted([after.default])}; types have one level more`;
  return breaks(name, `is chosen by ${after.member} now, was ${was}`, why);
}
