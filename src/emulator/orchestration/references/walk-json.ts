import { isJsonObject } from '../../http/body-checks.js';
import { type Reference, readReference } from './reference.js';

/** The place of a member as the server writes it in errors: dots, and brackets for positions. */
export function memberPath(path: string, member: string | number): string {
  if (typeof member === 'number') return `${path}[${member}]`;
  return path === '' ? member : `${path}.${member}`;
}

/** Calls for every value of a tree with its place, parents first; where the call says `false`, not for what is below. */
export function walkJson(value: unknown, path: string, visit: (value: unknown, path: string) => unknown): void {
  if (visit(value, path) === false) return;
  const members = Array.isArray(value) ? [...value.entries()] : isJsonObject(value) ? Object.entries(value) : [];
  for (const [member, child] of members) walkJson(child as unknown, memberPath(path, member), visit);
}

/** A reference and where it stands. */
export interface PlacedReference extends Reference {
  readonly at: string;
}

/** Every reference in a tree. */
export function findReferences(value: unknown, path: string): readonly PlacedReference[] {
  const found: PlacedReference[] = [];
  walkJson(value, path, (one, at) => {
    const reference = readReference(one);
    if (reference !== undefined) found.push({ ...reference, at });
    return reference === undefined;
  });
  return found;
}

/** The same tree with every reference replaced by what `resolve` gives for it. */
export function replaceReferences(value: unknown, resolve: (reference: Reference) => unknown): unknown {
  const reference = readReference(value);
  if (reference !== undefined) return resolve(reference);
  if (Array.isArray(value)) return value.map((one) => replaceReferences(one, resolve));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, replaceReferences(one, resolve)]));
}
