/**
 * A copy of JSON data in which references are plain objects: `structuredClone` takes it, and it does not change any more
 * when the caller changes what was given. Anything but lists and plain objects is passed on as it is.
 */
export function plainData<T>(value: T): T {
  return copy(value, []) as T;
}

function copy(value: unknown, within: readonly unknown[]): unknown {
  // What contains itself is left as it is, for JSON.stringify to say so.
  if (value === null || typeof value !== 'object' || within.includes(value)) return value;
  const inside = [...within, value];
  if (Array.isArray(value)) return value.map((item) => copy(item, inside));
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, copy(member, inside)]));
}
