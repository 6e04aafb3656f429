import { header, isRefusedWithout, nonNullTypes, tagMembersAbove } from './schema-facts.mjs';
import { refName } from './schema-model.mjs';

/** The requests' schemas as data for the local check: one row a schema, bases not repeated. */
export function writeTable(model) {
  const rows = model.used
    .filter(({ request }) => request)
    .map((schema) => `  ${JSON.stringify(schema.name)}: ${JSON.stringify(row(schema, model))},`);
  const steps = Object.fromEntries(model.steps.map(({ type, input }) => [type, input ?? null]));
  const recipes = Object.fromEntries(model.recipes.map(({ type, input }) => [type, input ?? null]));
  const outputs = Object.fromEntries(model.steps.map(({ type, output }) => [type, output]));
  const shapes = outputShapes(model);
  return `${header}import type { OutputShapes, SchemaTable } from '../checks/schema-table.js';

/** What may be sent. */
export const schemaTable: SchemaTable = {
${rows.join('\n')}
};

/** The schema of each step's input; \`null\` is a text. */
export const stepInputs: Readonly<Record<string, string | null>> = ${JSON.stringify(steps)};

/** The schema of each recipe's input; \`null\` is a text. */
export const recipeInputs: Readonly<Record<string, string | null>> = ${JSON.stringify(recipes)};

/** The shape of each step's output. */
export const stepOutputs: Readonly<Record<string, string>> = ${JSON.stringify(outputs)};

/** Members of outputs, for paths into them. */
export const outputShapes: OutputShapes = ${JSON.stringify(shapes)};
`;
}

function row(schema, model) {
  if (schema.kind === 'enum') return { e: schema.values };
  if (schema.kind === 'list') return { l: code(schema.item) };
  const above = tagMembersAbove(schema);
  const members = Object.fromEntries(
    Object.entries(schema.members)
      .filter(([member]) => !above.has(member) && member !== schema.tag?.member)
      .map(([member, value]) => [member, code(value)]),
  );
  const named = (test) =>
    schema.required.filter((member) => !above.has(member) && member !== schema.tag?.member && test(member));
  const readOnly = (member) =>
    schema.members[member]?.readOnly === true || schema.members[member]?.default !== undefined;
  const required = named((member) => isRefusedWithout(schema, member, model));
  const expected = named((member) => !isRefusedWithout(schema, member, model) && !readOnly(member));
  return compact({
    b: schema.base,
    m: members,
    r: required.length === 0 ? undefined : required,
    x: expected.length === 0 ? undefined : expected,
    t:
      schema.tag === undefined
        ? undefined
        : compact({ m: schema.tag.member, c: schema.tag.children, d: schema.tag.default ?? undefined }),
    o: schema.open ? 1 : undefined,
  });
}

/** A value's rules, short: the table is data for one reader. */
function code(value) {
  if (value.$ref !== undefined) return { k: 'ref', s: refName(value) };
  if ((value.anyOf ?? value.oneOf) !== undefined) return { k: 'choice', c: (value.anyOf ?? value.oneOf).map(code) };
  const [type] = nonNullTypes(value);
  const nullable = Array.isArray(value.type) && value.type.includes('null') ? 1 : undefined;
  const kind =
    { string: 'text', integer: 'integer', number: 'number', boolean: 'boolean', array: 'list', object: 'map' }[type] ??
    'any';
  return compact({
    k: kind,
    n: kind === 'any' ? undefined : nullable,
    e: value.enum,
    i:
      kind === 'list'
        ? code(value.items)
        : kind === 'map' && value.additionalProperties
          ? code(value.additionalProperties)
          : undefined,
    min: value.minimum ?? value.minLength ?? value.minItems,
    max: value.maximum ?? value.maxLength ?? value.maxItems,
    w: type === 'integer' && value.format !== 'int32' ? 1 : undefined,
    a: value.pattern?.includes('<ecosystem>') ? 1 : undefined,
    u: value.uniqueItems ? 1 : undefined,
    p: value.pattern !== undefined && !value.pattern.includes('<ecosystem>') ? value.pattern : undefined,
    f:
      value.format === 'date-span' || value.format === 'uri' || value.format === 'date-time' ? value.format : undefined,
    ro: value.readOnly ? 1 : undefined,
  });
}

/** Of outputs only the members count: by name, to the shape they have. */
function outputShapes(model) {
  const shapes = {};
  const visit = (name) => {
    if (shapes[name] !== undefined) return;
    const schema = model.schemas.get(name);
    const variants = [...schema.chain, ...descendants(schema, model)];
    shapes[name] = {};
    for (const variant of variants) {
      for (const [member, value] of Object.entries(variant.members)) {
        // A step of any kind: what it takes and puts out would be every schema there is.
        const isAnything = name === 'WorkflowStep' && (member === 'input' || member === 'output');
        const shape = isAnything ? '*' : shapeOf(value, model, visit);
        // Variants that differ leave nothing certain.
        shapes[name][member] = (shapes[name][member] ?? shape) === shape ? shape : '*';
      }
    }
  };
  for (const { output } of model.steps) visit(output);
  return shapes;
}

/** `Name` of a schema, `[…` of a list, `{…` of a map, `t`, `n`, `b` of a text, a number, a boolean, `*` of anything. */
function shapeOf(value, model, visit) {
  if (value.$ref !== undefined) {
    const name = refName(value);
    if (model.schemas.get(name).kind !== 'object') return 't';
    visit(name);
    return name;
  }
  const [type] = nonNullTypes(value);
  if (type === 'array') return `[${shapeOf(value.items, model, visit)}`;
  if (type === 'object')
    return value.additionalProperties ? `{${shapeOf(value.additionalProperties, model, visit)}` : '*';
  return { string: 't', integer: 'n', number: 'n', boolean: 'b' }[type] ?? '*';
}

function descendants(schema, model) {
  return Object.values(schema.tag?.children ?? {}).flatMap((name) => {
    const child = model.schemas.get(name);
    return [child, ...descendants(child, model)];
  });
}

function compact(object) {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}
