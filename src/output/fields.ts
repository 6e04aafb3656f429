/** The way to a member, such as `['creator', 'username']`. Lists on the way mean each of their elements. */
export type FieldPath = readonly string[];

/** A value with these members only, in this order and where they were; a path that leads nowhere is left out. */
export function pickFields(value: unknown, paths: readonly FieldPath[]): unknown {
  if (paths.some((path) => path.length === 0)) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => pickFields(item, paths));
  if (typeof value !== 'object' || value === null) return value;
  const members = new Map<string, FieldPath[]>();
  for (const [name = '', ...rest] of paths) members.set(name, [...(members.get(name) ?? []), rest]);
  const picked = [...members].filter(([name]) => Object.hasOwn(value, name));
  return Object.fromEntries(picked.map(([name, rest]) => [name, pickFields(memberOf(value, name), rest)]));
}

/** What a path leads to: nothing, one value, or one for each element of the lists on the way. */
export function valuesAt(value: unknown, [name, ...rest]: FieldPath): readonly unknown[] {
  if (name === undefined) return [value];
  if (Array.isArray(value)) return value.flatMap((item: unknown) => valuesAt(item, [name, ...rest]));
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return [];
  return valuesAt(memberOf(value, name), rest);
}

/** What a path leads to, as the cell of a table. */
export function fieldText(value: unknown, path: FieldPath): string {
  return valuesAt(value, path).flat(Number.POSITIVE_INFINITY).map(text).join(', ');
}

function memberOf(value: object, name: string): unknown {
  return (value as Readonly<Record<string, unknown>>)[name];
}

function text(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
