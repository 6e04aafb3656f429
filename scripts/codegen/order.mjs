/** By code point, so that the order is the same everywhere. */
export function byText(a, b) {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

export function mapValues(object, map) {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value)]));
}

/** The same members in the order of their names. */
export function sorted(object) {
  return Object.fromEntries(Object.entries(object).toSorted(([a], [b]) => byText(a, b)));
}
