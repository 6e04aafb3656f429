import type { ContractDocument, Schema, Shape } from './contract-document.js';

/** The shape and its bases, the outermost first. */
export function chainOf({ shapes }: ContractDocument, name: string): readonly Shape[] {
  const shape = shapes[name];
  if (shape === undefined) throw new Error(`The contract has no shape ${name}`);
  return shape.base === undefined ? [shape] : [...chainOf({ shapes, others: {}, recipes: {} }, shape.base), shape];
}

/** Every member a value of this shape may have; the nearest declaration counts. */
export function membersOf(document: ContractDocument, name: string): Readonly<Record<string, Schema>> {
  return Object.assign({}, ...chainOf(document, name).map(({ members }) => members)) as Readonly<
    Record<string, Schema>
  >;
}

/** The members by which the bases of a shape, and the shape itself, choose. */
export function tagsOf(document: ContractDocument, name: string): ReadonlySet<string> {
  return new Set(chainOf(document, name).flatMap(({ tag }) => (tag === undefined ? [] : [tag.member])));
}

/** What an absent tag means. */
export function defaultChild({ members, tag }: Shape): string | undefined {
  const value = tag === undefined ? undefined : members[tag.member]?.default;
  return typeof value === 'string' ? tag?.children[value] : undefined;
}

/** The shapes that are chosen in the end, each with the values that lead to it. */
export interface Leaf {
  readonly name: string;
  readonly tags: Readonly<Record<string, string>>;
}

export function leavesOf(document: ContractDocument, name: string, tags: Leaf['tags'] = {}): readonly Leaf[] {
  const tag = document.shapes[name]?.tag;
  if (tag === undefined) return [{ name, tags }];
  return Object.entries(tag.children).flatMap(([value, child]) =>
    leavesOf(document, child, { ...tags, [tag.member]: value }),
  );
}

/**
 * Whether the server does without a member that the document calls required: it does for what it makes itself, for what
 * has a default, and for values that .NET has a default for.
 */
export function isRequired(document: ContractDocument, name: string, member: string): boolean {
  const shape = chainOf(document, name).find((one) => one.required.includes(member));
  const schema = membersOf(document, name)[member];
  if (shape === undefined || schema === undefined) return false;
  if (chainOf(document, name).some((one) => one.needed.includes(member))) return true;
  if (schema.readOnly === true || schema.default !== undefined) return false;
  const types = [schema.type ?? []].flat();
  if (types.some((type) => ['null', 'integer', 'number', 'boolean'].includes(type))) return false;
  return schema.enum === undefined && !isEnumeration(document, schema);
}

function isEnumeration({ others }: ContractDocument, { $ref }: Schema): boolean {
  return $ref !== undefined && others[$ref.slice($ref.lastIndexOf('/') + 1)] !== undefined;
}
