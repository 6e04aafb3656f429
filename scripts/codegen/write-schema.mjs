import { noteOfSchema } from './note-of-schema.mjs';
import { noteOfValue } from './note-of-value.mjs';
import { isOptional, tagMembersAbove } from './schema-facts.mjs';
import { choiceOf, listOf, literalOf, memberKey, typeOfValue } from './type-of-value.mjs';

/** The TypeScript of one schema. */
export function writeSchema(schema, model, users) {
  const note = noteOfSchema(schema, model, users);
  switch (schema.kind) {
    case 'enum':
      return `/** ${note} */\nexport type ${schema.name} = ${choiceOf(schema.values)};\n`;
    case 'list':
      return `/** ${note} */\nexport type ${schema.name} = ${listOf(schema.item, schema, model)};\n`;
    default:
      return schema.tag === undefined
        ? writeShape(schema, model, `/** ${note} */\nexport `)
        : writeUnion(schema, model, note);
  }
}

/** A shape that is chosen by a tag: the members all have, and the union. */
function writeUnion(schema, model, note) {
  const { name, tag } = schema;
  const nested = model.schemas.get(schema.base)?.tag !== undefined;
  const members = [
    ...new Set(Object.values(tag.children)),
    ...(nested ? [] : [`Unlisted${name}`]),
    ...(hasRest(schema, model) ? [restName(schema)] : []),
  ];
  const preset = tag.default === undefined || tag.default === null ? '' : `, \`${tag.default}\` without one`;
  return [
    ...(hasBase(schema, model) ? [writeInterface(schema, model, `${name}Base`)] : []),
    ...(nested ? [] : [writeUnlisted(schema, model)]),
    `/** ${note} Chosen by \`${tag.member}\`${preset}. */`,
    `export type ${name} =\n${members.map((member) => `  | ${member}`).join('\n')};\n`,
  ].join('\n');
}

/** What is sent has the tag alone here, for the compiler's sake: see `writeRest`. */
function writeUnlisted(schema, model) {
  const { name, request, tag } = schema;
  const members = request
    ? ` {\n  readonly ${memberKey(tag.member)}: Unlisted;\n}`
    : `${hasBase(schema, model) ? ` extends ${name}Base` : ''} {\n  readonly ${memberKey(tag.member)}: Unlisted;\n  readonly [member: string]: unknown;\n}`;
  return `/** A \`${tag.member}\` that this release does not list. */\nexport interface Unlisted${name}${members}\n`;
}

/**
 * Two members of a union that is sent help the compiler to point at what is wrong in a literal.
 *
 * `Unlisted…` has the tag alone. Were there a type for every member in every shape, the compiler would compare a member
 * with all of these types at once, and find no mistake in it; so it looks for the shape that is meant first, by the tag.
 *
 * This one is the last of its union, and has any member. When no shape is meant, because the tag itself is wrong, the
 * compiler takes the last one that shares most members: it says that the tag is wrong, and nothing else. The last one is
 * the last by its place for some compilers, and by its name for others.
 */
export function writeRest(schema) {
  return `interface ${restName(schema)} {\n  readonly ${memberKey(schema.tag.member)}: Unlisted;\n  readonly [member: string]: unknown;\n}\n`;
}

/** Whether a schema's union ends with what `writeRest` gives. */
export function hasRest(schema, model) {
  return schema.request && schema.tag !== undefined && model.schemas.get(schema.base)?.tag === undefined;
}

function restName({ name }) {
  return `_${name}`;
}

/** A schema without members of its own is another name for its base, or for any object. */
function writeShape(schema, model, prefix) {
  if (linesOf(schema, model).length > 0) return `${prefix}${writeInterface(schema, model, schema.name)}`;
  return `${prefix}type ${schema.name} = ${parentOf(schema, model) ?? '{ readonly [member: string]: unknown }'};\n`;
}

function writeInterface(schema, model, name) {
  const parent = parentOf(schema, model);
  return `interface ${name}${parent === undefined ? '' : ` extends ${parent}`} {\n${linesOf(schema, model).join('\n')}\n}\n`;
}

/** The nearest interface above that has members. */
function parentOf(schema, model) {
  const base = model.schemas.get(schema.base);
  if (base === undefined) return undefined;
  if (base.tag === undefined) return base.name;
  return hasBase(base, model) ? `${base.name}Base` : parentOf(base, model);
}

/** Whether the shapes that a schema chooses among have members in common that are not those of its base. */
function hasBase(schema, model) {
  return linesOf(schema, model).length > 0;
}

function linesOf(schema, model) {
  const above = tagMembersAbove(schema);
  const base = model.schemas.get(schema.base);
  const lines = Object.entries(schema.members)
    .filter(([member]) => member !== schema.tag?.member)
    .flatMap(([member, value]) => {
      if (above.has(member)) return member === base.tag?.member ? [tagLine(member, value, base)] : [];
      return writeMember(schema, member, value, model);
    });
  return schema.open ? [...lines, '  readonly [member: string]: unknown;'] : lines;
}

/** The value that chooses this schema; the server takes the default for granted. */
function tagLine(member, value, base) {
  const optional = value.enum.includes(base.tag.default);
  const values = value.enum.map(literalOf).join(' | ');
  return `  readonly ${memberKey(member)}${optional ? '?' : ''}: ${values}${optional ? ' | undefined' : ''};`;
}

function writeMember(schema, member, value, model) {
  const goesOut = schema.request;
  if (goesOut && value.readOnly === true) return [];
  const optional = goesOut ? isOptional(schema, member, model) : !schema.required.includes(member);
  const note = noteOfValue(value);
  return [
    ...(note === '' ? [] : [`  /** ${note} */`]),
    `  readonly ${memberKey(member)}${optional ? '?' : ''}: ${memberType(value, schema, optional, model)};`,
  ];
}

/** An optional member of an answer may be null, whatever the document says: it cannot say so of a reference. */
function memberType(value, schema, optional, model) {
  const type = typeOfValue(value, schema, model);
  if (!optional || type === 'unknown') return type;
  if (schema.request) return `${type} | undefined`;
  return `${type.replace(/ \| null$/, '')} | null | undefined`;
}
