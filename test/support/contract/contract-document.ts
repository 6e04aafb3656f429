import { readFileSync } from 'node:fs';

/** A schema as the document writes it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly (string | number)[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: boolean | Schema;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly discriminator?: { readonly propertyName: string; readonly mapping: Readonly<Record<string, string>> };
  readonly default?: unknown;
  readonly readOnly?: boolean;
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
}

/** One correction of an overlay file; see packages/sdk/contract. */
interface Correction {
  readonly new?: Schema & {
    readonly extends?: string;
    readonly chooses?: { readonly by: string; readonly among: Readonly<Record<string, string>> };
  };
  readonly members?: Readonly<Record<string, Schema>>;
  readonly replace?: Readonly<Record<string, Schema>>;
  readonly removed?: readonly string[];
  readonly values?: Readonly<Record<string, readonly string[]>>;
  readonly optional?: readonly string[];
  readonly needed?: readonly string[];
  readonly mapping?: Readonly<Record<string, string>>;
}

interface Overlay {
  readonly schemas: Readonly<Record<string, Correction>>;
  readonly recipes?: Readonly<Record<string, { readonly input: string; readonly output: string }>>;
}

/** An object schema with its base taken apart. */
export interface Shape {
  readonly base: string | undefined;
  readonly members: Readonly<Record<string, Schema>>;
  readonly required: readonly string[];
  readonly tag: { readonly member: string; readonly children: Readonly<Record<string, string>> } | undefined;
  /** Members without which nothing works, although they are numbers. */
  readonly needed: readonly string[];
}

export interface ContractDocument {
  /** Enumerations and lists. */
  readonly others: Readonly<Record<string, Schema>>;
  readonly shapes: Readonly<Record<string, Shape>>;
  readonly recipes: Readonly<Record<string, { readonly input: Schema; readonly output: Schema }>>;
}

const contract = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../packages/sdk/contract/${name}`, import.meta.url), 'utf8'));

/**
 * The document that is kept in the repository, corrected by the overlay files. Written apart from the code generator, so
 * that a mistake in one of them shows.
 */
export function readContract(): ContractDocument {
  const document = contract('orchestration-v2.json') as {
    readonly paths: Readonly<Record<string, { readonly post?: RecipeOperation }>>;
    readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
  };
  const overlays = [contract('overlay.json'), contract('newer.json')] as readonly Overlay[];
  const shapes: Record<string, Shape> = {};
  const others: Record<string, Schema> = {};
  const add = (name: string, schema: Schema, extend?: string): void => {
    if (schema.enum !== undefined || schema.type === 'array') others[name] = schema;
    else shapes[name] = shapeOf(schema, extend);
  };
  for (const [name, schema] of Object.entries(document.components.schemas)) add(name, schema);
  for (const overlay of overlays) {
    for (const [name, one] of Object.entries(overlay.schemas))
      if (one.new !== undefined) add(name, widen(one.new), one.new.extends);
    for (const [name, one] of Object.entries(overlay.schemas)) {
      const shape = shapes[name];
      if (one.new === undefined && shape !== undefined) shapes[name] = corrected(shape, one);
    }
  }
  return { shapes, others, recipes: { ...recipesOf(document.paths), ...newerRecipes(overlays) } };
}

interface RecipeOperation {
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>
  >;
}

/** The last part of a reference. */
export function nameOf(reference: string): string {
  return reference.slice(reference.lastIndexOf('/') + 1);
}

function widen({ chooses, ...schema }: NonNullable<Correction['new']>): Schema {
  return chooses === undefined
    ? schema
    : { ...schema, discriminator: { propertyName: chooses.by, mapping: chooses.among } };
}

function shapeOf(schema: Schema, extend: string | undefined): Shape {
  const base = schema.allOf?.find(({ $ref }) => $ref !== undefined)?.$ref ?? extend;
  const own = schema.allOf?.find(({ $ref }) => $ref === undefined) ?? schema;
  const { discriminator } = own;
  return {
    base: base === undefined ? undefined : nameOf(base),
    members: own.properties ?? {},
    required: own.required ?? [],
    tag:
      discriminator === undefined
        ? undefined
        : {
            member: discriminator.propertyName,
            children: Object.fromEntries(
              Object.entries(discriminator.mapping).map(([value, ref]) => [value, nameOf(ref)]),
            ),
          },
    needed: [],
  };
}

function corrected(shape: Shape, correction: Correction): Shape {
  const members: Record<string, Schema> = { ...shape.members, ...correction.members, ...correction.replace };
  for (const member of correction.removed ?? []) delete members[member];
  for (const [member, values] of Object.entries(correction.values ?? {})) {
    const { items = {} } = members[member] ?? {};
    members[member] = { ...members[member], items: { ...items, enum: [...(items.enum ?? []), ...values] } };
  }
  return {
    ...shape,
    members,
    required: shape.required.filter((member) => correction.optional?.includes(member) !== true),
    needed: correction.needed ?? [],
    tag:
      shape.tag === undefined
        ? undefined
        : { ...shape.tag, children: { ...shape.tag.children, ...correction.mapping } },
  };
}

function recipesOf(paths: Readonly<Record<string, { readonly post?: RecipeOperation }>>): ContractDocument['recipes'] {
  const prefix = '/v2/consumer/recipes/';
  return Object.fromEntries(
    Object.entries(paths)
      .filter(([path]) => path.startsWith(prefix))
      .map(([path, { post }]) => [
        path.slice(prefix.length),
        {
          input: post?.requestBody?.content['application/json']?.schema ?? {},
          output: post?.responses['200']?.content?.['application/json']?.schema ?? {},
        },
      ]),
  );
}

function newerRecipes(overlays: readonly Overlay[]): ContractDocument['recipes'] {
  return Object.fromEntries(
    overlays.flatMap(({ recipes = {} }) =>
      Object.entries(recipes).map(([type, { input, output }]) => [
        type,
        { input: { $ref: input }, output: { $ref: output } },
      ]),
    ),
  );
}
