import { literalOf } from '../type-of-value.mjs';

/** The TypeScript of a member: known words and numbers, open for others. */
export function memberType(member) {
  const types = member.kinds.map((kind) => typeOfKind(kind, member));
  return [...new Set(types)].join(' | ');
}

function typeOfKind(kind, member) {
  const words = member.enum ?? member.hints;
  switch (kind) {
    case 'text':
      return words === undefined ? 'string' : openUnion(words);
    case 'integer':
    case 'number':
      return member.enum === undefined || member.kinds.includes('text') ? 'number' : openUnion(member.enum);
    case 'boolean':
      return 'boolean';
    case 'flag':
    case 'yesNo':
      return "boolean | 'yes' | 'no'";
    case 'trueFalse':
      return "boolean | 'true' | 'false'";
    case 'numberAsText':
      return 'number | string';
    case 'list':
      return `readonly ${itemType(member.items)}[]`;
    default:
      return 'unknown';
  }
}

function itemType(items) {
  if (items === undefined || items === 'any') return 'unknown';
  if (items === 'string') return 'string';
  const members = Object.entries(items).map(
    ([name, type]) => `readonly ${name}: ${type.startsWith('string') ? 'string' : 'number'}`,
  );
  return `{ ${members.join('; ')} }`;
}

/** Not by a named type: the compiler would show that name, and not the words. */
function openUnion(values) {
  return [...values.map(literalOf), typeof values[0] === 'number' ? '(number & {})' : '(string & {})'].join(' | ');
}
