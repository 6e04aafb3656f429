import { isJsonObject } from '../../http/body-checks.js';

/** Where a value comes from: another step, the arguments, or the item of a repeat. */
export interface Reference {
  /** Without a leading `$`, but for `$arguments`. */
  readonly source: string;
  /** As sent; without one, the whole source. */
  readonly path: string;
}

/** The name under which a workflow's arguments are referred to. */
export const ARGUMENTS = '$arguments';

/**
 * Reads a reference; `undefined` for every other value, and for the references inside JSON schemas, which chats may hold.
 * A source with a dot carries its path with it.
 */
export function readReference(value: unknown): Reference | undefined {
  if (!isJsonObject(value) || typeof value['$ref'] !== 'string') return undefined;
  const { $ref: text, path } = value;
  if (text.startsWith('#')) return undefined;
  if (typeof path === 'string') return { source: nameOf(text), path };
  const dot = text.indexOf('.');
  return dot === -1
    ? { source: nameOf(text), path: '' }
    : { source: nameOf(text.slice(0, dot)), path: text.slice(dot + 1) };
}

function nameOf(source: string): string {
  return source === ARGUMENTS || !source.startsWith('$') ? source : source.slice(1);
}

/** The position of the step that a source names: by name, else by position. -1 for none. */
export function findStep(steps: readonly { readonly name: string }[], source: string): number {
  const named = steps.findIndex(({ name }) => name === source || name === `$${source}`);
  if (named !== -1) return named;
  return /^\d+$/.test(source) && Number(source) < steps.length ? Number(source) : -1;
}

/** A place inside a JSON value. */
export type PathSegment = string | number;

/** Splits `output.images[0].url`; `undefined` for what is no such path. */
export function splitPath(path: string): readonly PathSegment[] | undefined {
  if (path === '') return [];
  const segments: PathSegment[] = [];
  for (const part of path.split('.')) {
    const [, name, indexes = ''] = /^([^[\]]+)((?:\[\d+\])*)$/.exec(part) ?? [];
    if (name === undefined) return undefined;
    segments.push(name, ...Array.from(indexes.matchAll(/\d+/g), ([digits]) => Number(digits)));
  }
  return segments;
}

/** The value at a place; `undefined` when there is none. */
export function readPath(value: unknown, path: string): unknown {
  let found = value;
  for (const segment of splitPath(path) ?? [undefined]) {
    if (Array.isArray(found) && typeof segment === 'number') found = found[segment] as unknown;
    else if (isJsonObject(found) && typeof segment === 'string' && Object.hasOwn(found, segment))
      found = found[segment];
    else return undefined;
  }
  return found;
}
