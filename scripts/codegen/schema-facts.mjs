/** First lines of every file that is written. */
export const header = '// Written by `npm run codegen` from packages/sdk/contract; do not edit.\n';

/** The types of a schema without null. */
export function nonNullTypes(value) {
  return [value.type ?? []].flat().filter((type) => type !== 'null');
}

/** The members by which the bases of a schema choose. */
export function tagMembersAbove(schema) {
  return new Set(schema.chain.slice(1).flatMap(({ tag }) => (tag === undefined ? [] : [tag.member])));
}

/**
 * Whether a member may be left out of a request. The document lists as required whatever is not nullable on the server,
 * and the server fills those in: what has a default, and numbers, booleans and choices, which have one in .NET.
 */
export function isOptional(schema, member, model) {
  if (!schema.required.includes(member)) return true;
  const value = schema.members[member] ?? {};
  if (value.needed === true) return false;
  if (value.default !== undefined || value.readOnly === true) return true;
  if (Array.isArray(value.type) && value.type.includes('null')) return true;
  const target =
    value.$ref === undefined ? value : model.schemas.get(value.$ref.slice(value.$ref.lastIndexOf('/') + 1));
  if (target.enum !== undefined || target.kind === 'enum') return true;
  return ['integer', 'number', 'boolean'].includes(nonNullTypes(value)[0]);
}

/**
 * Whether the server refuses a request without the member: texts, and lists that must have items. Of other lists and maps
 * the document says the same, and bodies without them are accepted.
 */
export function isRefusedWithout(schema, member, model) {
  if (isOptional(schema, member, model)) return false;
  const value = schema.members[member];
  const [type] = nonNullTypes(value);
  if (type === 'array') return value.minItems !== undefined;
  return type !== 'object' && (type !== undefined || value.$ref !== undefined || value.anyOf !== undefined);
}
