/** Assigning to one of these may reach `Object.prototype`. Exact case: `Prototype` is somebody's honest setting. */
const reservedNames: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Levels separated by `:`; variables and file names, where a colon cannot stand, write `__`. */
export function colonKey(key: string): string {
  return key.replaceAll('__', ':');
}

/** The form under which keys are compared: .NET's keys are case-insensitive. */
export function comparableKey(key: string): string {
  return colonKey(key).toLowerCase();
}

/** The reserved name that a key contains as one of its levels, if any. */
export function reservedNameIn(key: string): string | undefined {
  // Looked for first, because the split on `__` would tear it apart.
  if (key.includes('__proto__')) return '__proto__';
  return colonKey(key)
    .split(':')
    .find((segment) => reservedNames.has(segment));
}

/** One level below `parent`; the root is the empty key. */
export function childKey(parent: string, name: string): string {
  return parent === '' ? name : `${parent}:${name}`;
}
