/** Members that the library adds to what servers send: no answer has them, so no tree does. */
export type AddedMember = 'descriptionMarkdown' | 'descriptionText' | 'contentMarkdown' | 'contentText';

/**
 * The fields of a type as a value, for strict parsing: `true` for a value (or a map with free keys), a tree for an
 * object, a tree in a list for a list of objects. The compiler checks that no field of the type is left out.
 */
export type FieldTree<T> = { readonly [K in Exclude<keyof T, AddedMember>]-?: FieldNode<NonNullable<T[K]>> };

type FieldNode<V> = true | (V extends readonly (infer E)[] ? readonly [FieldTree<NonNullable<E>>] : FieldTree<V>);

/** Paths of the fields in `value` that `tree` does not know, such as `items.0.newField`, at most `limit` of them. */
export function findUnmapped(value: unknown, tree: unknown, limit = 20): readonly string[] {
  const found: string[] = [];
  visit(value, tree, '', found, limit);
  return found;
}

function visit(value: unknown, tree: unknown, path: string, found: string[], limit: number): void {
  if (tree === true || typeof value !== 'object' || value === null || found.length >= limit) return;
  if (Array.isArray(value)) {
    const [element] = tree as readonly unknown[];
    for (const [index, item] of value.entries()) visit(item, element, join(path, String(index)), found, limit);
    return;
  }
  const known = tree as Readonly<Record<string, unknown>>;
  for (const [key, member] of Object.entries(value)) {
    if (Object.hasOwn(known, key)) visit(member, known[key], join(path, key), found, limit);
    else if (found.length < limit) found.push(join(path, key));
  }
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
