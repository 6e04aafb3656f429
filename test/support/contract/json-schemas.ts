import { type ContractDocument, nameOf, type Schema, type Shape } from './contract-document.js';
import { chainOf, defaultChild, isRequired, membersOf, tagsOf } from './shapes.js';

/** A JSON Schema. */
export type JsonSchema = Readonly<Record<string, unknown>> | boolean;

/** Whether values go to the server or come from it. */
export type Direction = 'request' | 'answer';

/**
 * The contract as JSON Schemas that a validator can use: bases and children flattened into one object each, children
 * chosen by their tag, references allowed where a step's input has values. As published, bases are closed and so are their
 * children, and no value can be valid against both.
 *
 * `request:Name` is what may be sent; `answer:Name` is what may come: optional members may be null, and what the server
 * makes by itself is there.
 */
export function jsonSchemas(document: ContractDocument): Readonly<Record<string, JsonSchema>> {
  const inputs = inputNames(document);
  const schemas: Record<string, JsonSchema> = { 'request:$reference': reference };
  for (const direction of ['request', 'answer'] as const) {
    for (const [name, schema] of Object.entries(document.others)) {
      schemas[`${direction}:${name}`] = valueSchema(document, schema, direction, false);
    }
    for (const [name, shape] of Object.entries(document.shapes)) {
      schemas[`${direction}:${name}`] =
        shape.tag === undefined
          ? leafSchema(document, name, direction, inputs.has(name))
          : choiceSchema(shape, direction);
    }
  }
  return schemas;
}

const reference: JsonSchema = {
  type: 'object',
  properties: { $ref: { type: 'string' }, path: { type: 'string' } },
  required: ['$ref'],
  additionalProperties: false,
};

function choiceSchema(shape: Shape, direction: Direction): JsonSchema {
  const { member, children } = shape.tag ?? { member: '', children: {} };
  const preset = defaultChild(shape);
  return {
    type: 'object',
    ...(preset === undefined ? { required: [member] } : {}),
    properties: { [member]: { enum: Object.keys(children) } },
    allOf: Object.entries(children).map(([value, child]) => ({
      if: {
        properties: { [member]: { const: value } },
        ...(child === preset ? {} : { required: [member] }),
      },
      // oxlint-disable-next-line unicorn/no-thenable -- JSON Schema
      then: { $ref: `${direction}:${child}` },
    })),
  };
}

function leafSchema(document: ContractDocument, name: string, direction: Direction, refs: boolean): JsonSchema {
  const members = membersOf(document, name);
  const tags = tagsOf(document, name);
  const request = direction === 'request';
  // The input of a step comes back as it was sent, in the emulator; the server fills in what it has defaults for.
  const isNeeded = (member: string): boolean =>
    request || refs
      ? isRequired(document, name, member) && !tags.has(member)
      : chainOf(document, name).some(({ required }) => required.includes(member));
  return {
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(members).map(([member, schema]) => {
        const value = valueSchema(document, schema, direction, refs && !tags.has(member));
        return [member, request || isNeeded(member) ? value : { anyOf: [{ type: 'null' }, value] }];
      }),
    ),
    required: Object.keys(members).filter(isNeeded),
    additionalProperties: Object.keys(members).length === 0,
  };
}

function valueSchema(document: ContractDocument, schema: Schema, direction: Direction, refs: boolean): JsonSchema {
  const plain = plainSchema(document, schema, direction, refs);
  return refs ? { anyOf: [{ $ref: 'request:$reference' }, plain] } : plain;
}

function plainSchema(document: ContractDocument, schema: Schema, direction: Direction, refs: boolean): JsonSchema {
  if (schema.$ref !== undefined) return { $ref: `${direction}:${nameOf(schema.$ref)}` };
  const choice = schema.anyOf ?? schema.oneOf;
  if (choice !== undefined) return { anyOf: choice.map((one) => valueSchema(document, one, direction, refs)) };
  // null alone is how the document says any JSON
  if (schema.type === undefined || schema.type === 'null')
    return schema.enum === undefined ? true : { enum: schema.enum };
  const { items, additionalProperties, default: _default, readOnly: _readOnly, properties: _none, ...rest } = schema;
  return {
    ...rest,
    ...(items === undefined ? {} : { items: valueSchema(document, items, direction, refs) }),
    ...(typeof additionalProperties === 'object'
      ? { additionalProperties: valueSchema(document, additionalProperties, direction, refs) }
      : {}),
  };
}

/** The shapes of what steps take: a reference may stand for any value there. */
function inputNames(document: ContractDocument): ReadonlySet<string> {
  const found = new Set<string>(['WorkflowStepTemplate', 'RepeatForClause']);
  const visit = (name: string): void => {
    const shape = document.shapes[name];
    if (shape === undefined || found.has(name)) return;
    found.add(name);
    for (const child of Object.values(shape.tag?.children ?? {})) visit(child);
    for (const { members } of chainOf(document, name))
      for (const one of Object.values(members).flatMap(namesIn)) visit(one);
  };
  for (const { input } of Object.values(document.recipes)) for (const name of namesIn(input)) visit(name);
  found.delete('WorkflowStepTemplate');
  found.delete('RepeatForClause');
  return found;
}

function namesIn({ $ref, items, additionalProperties, anyOf = [], oneOf = [] }: Schema): readonly string[] {
  if ($ref !== undefined) return [nameOf($ref)];
  const parts = [items, additionalProperties, ...anyOf, ...oneOf];
  return parts.flatMap((part) => (typeof part === 'object' ? namesIn(part) : []));
}
