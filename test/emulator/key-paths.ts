/** Every key of a value as a sorted list of paths, so that two answers can be compared by shape; list elements count as one. */
export function keyPaths(value: unknown, prefix = ''): string[] {
  if (Array.isArray(value)) return unique(value.flatMap((element) => keyPaths(element, `${prefix}[]`)));
  if (typeof value !== 'object' || value === null) return [];
  const paths = Object.entries(value).flatMap(([key, inner]) => [
    `${prefix}.${key}`,
    ...keyPaths(inner, `${prefix}.${key}`),
  ]);
  return unique(paths);
}

function unique(paths: readonly string[]): string[] {
  return [...new Set(paths)].toSorted((a, b) => (a < b ? -1 : 1));
}
