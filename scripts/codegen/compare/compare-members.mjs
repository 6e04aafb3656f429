import { adds, breaks, changes } from './change.mjs';
import { compareValues } from './compare-values.mjs';

/**
 * What is otherwise about a schema's own members. A member that moved to the base or into all children is where it was
 * for those who send and read values.
 */
export function compareMembers(name, was, is, direction) {
  const [before, after] = [was.get(name), is.get(name)];
  const found = [];
  for (const [member, value] of Object.entries(before.members)) {
    const place = `${name}.${member}`;
    const now = memberOf(after, member, is);
    if (now === undefined) found.push(...removedMember(after, member, is, place, direction));
    else if (member !== before.tag?.member) {
      found.push(...compareValues(value, now, place, direction));
      found.push(...compareRequired(member, { before, after, was, is, value: now }, place, direction));
    }
  }
  for (const [member, value] of Object.entries(after.members)) {
    if (inEveryLeaf(before, member, was) || member === after.tag?.member) continue;
    found.push(addedMember(member, value, isRequired(after, member, is), `${name}.${member}`, direction));
  }
  return found;
}

/** The member as the schema or the nearest of its bases has it. */
function memberOf(schema, member, schemas) {
  for (let at = schema; at !== undefined; at = schemas.get(at.base)) {
    if (at.members[member] !== undefined) return at.members[member];
  }
  return undefined;
}

function isRequired(schema, member, schemas) {
  for (let at = schema; at !== undefined; at = schemas.get(at.base)) if (at.required.includes(member)) return true;
  return false;
}

function removedMember(after, member, schemas, place, { request }) {
  const leaves = leavesOf(after, schemas);
  const has = leaves.filter((leaf) => memberOf(leaf, member, schemas) !== undefined);
  if (has.length === leaves.length) return [];
  const left = has.length === 0 ? '' : `; still in ${has.map(({ name }) => name).join(', ')}`;
  return [
    breaks(
      place,
      `the member is gone${left}`,
      request ? 'it is refused or has no effect' : 'code that reads it finds nothing',
    ),
  ];
}

function inEveryLeaf(schema, member, schemas) {
  return leavesOf(schema, schemas).every((leaf) => memberOf(leaf, member, schemas) !== undefined);
}

function leavesOf(schema, schemas) {
  const children = Object.values(schema.tag?.children ?? {}).map((child) => schemas.get(child));
  return children.length === 0 ? [schema] : children.flatMap((child) => leavesOf(child, schemas));
}

function addedMember(member, value, required, place, { request }) {
  if (!required) return adds(place, 'the member');
  if (!request) return adds(place, 'the member, always there');
  if (fillsIn(value)) return adds(place, 'the member, said to be required; the server has a value of its own');
  return breaks(place, 'a new member that is required', 'bodies without it are refused');
}

function compareRequired(member, { before, after, was, is, value }, place, { request }) {
  const [required, needed] = [isRequired(before, member, was), isRequired(after, member, is)];
  if (required === needed) return [];
  if (needed) {
    if (!request) return [changes(place, 'is always there now')];
    if (fillsIn(value)) return [changes(place, 'is said to be required now; the server has a value of its own')];
    return [breaks(place, 'is required now', 'bodies without it are refused')];
  }
  return [
    request
      ? changes(place, 'may be left out now')
      : breaks(place, 'may be missing now', 'code that reads it finds nothing'),
  ];
}

/** The document lists as required what the server fills in. */
function fillsIn(value) {
  return value.default !== undefined || value.readOnly === true;
}
