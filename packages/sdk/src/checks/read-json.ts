import { types } from 'node:util';

/** Stands for a value whose reading failed. */
export const unreadable: unique symbol = Symbol('unreadable');

/** The members of an object that would be sent, in their order. */
export type Members = ReadonlyMap<string, unknown>;

/**
 * What `JSON.stringify` would take instead of a value: the result of its `toJSON`. When that throws, {@link unreadable}.
 */
export function toJson(value: unknown, key: string): unknown {
  if (value === null || (typeof value !== 'object' && typeof value !== 'bigint')) return value;
  // a Buffer has a toJSON, which is of no use to anyone
  if (ArrayBuffer.isView(value)) return value;
  try {
    const convert = (value as { toJSON?: unknown }).toJSON;
    return typeof convert === 'function' ? (Reflect.apply(convert, value, [key]) as unknown) : value;
  } catch {
    return unreadable;
  }
}

/** The members of an object, read once; those that `JSON.stringify` leaves out are left out. */
export function readMembers(object: object): Members | undefined {
  try {
    const members = new Map<string, unknown>();
    for (const key of Object.keys(object)) {
      const value = readMember(object, key);
      if (value !== undefined) members.set(key, value);
    }
    return members;
  } catch {
    return undefined;
  }
}

function readMember(object: object, key: string): unknown {
  try {
    return toJson((object as Record<string, unknown>)[key], key);
  } catch {
    return unreadable;
  }
}

/** More items than a check looks at. */
const mostItems = 200_001;

/** The items of a list, read once: a list may be a proxy, and holes may go on for ever. */
export function readItems(list: readonly unknown[]): readonly unknown[] | undefined {
  try {
    const items: unknown[] = [];
    const { length } = list;
    for (let index = 0; index < length && index < mostItems; index += 1) items.push(readItem(list, index));
    return items;
  } catch {
    return undefined;
  }
}

function readItem(list: readonly unknown[], index: number): unknown {
  try {
    return toJson(list[index], String(index));
  } catch {
    return unreadable;
  }
}

/** The items of a value that is a list. */
export function listItems(value: unknown): readonly unknown[] | undefined {
  if (typeof value !== 'object' || value === null || containerKind(value) !== 'list') return undefined;
  return readItems(value as readonly unknown[]);
}

/** What `JSON.stringify` makes of an object: some are no objects to it, and of some it makes nothing useful. */
export type ContainerKind = 'list' | 'object' | 'boxed' | 'bytes' | 'Map' | 'Set' | 'Promise' | 'broken';

/** Proxies may refuse to say. */
export function containerKind(value: object): ContainerKind {
  try {
    if (Array.isArray(value)) return 'list';
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype === Object.prototype || prototype === null) return 'object';
    if (types.isBoxedPrimitive(value)) return 'boxed';
    if (types.isArrayBufferView(value) || types.isAnyArrayBuffer(value) || value instanceof Blob) return 'bytes';
    if (types.isMap(value)) return 'Map';
    if (types.isSet(value)) return 'Set';
    return types.isPromise(value) ? 'Promise' : 'object';
  } catch {
    return 'broken';
  }
}

/** The member of a table with that name, and not one that every object inherits. */
export function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
