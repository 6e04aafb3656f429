import { isJsonObject, type JsonObject } from '../../../transport/parse-object.js';

/** Raw generation parameters, or an object somewhere in them. */
export type RawMeta = Readonly<JsonObject>;

/** A text with something in it. */
export function textIn(meta: RawMeta, ...keys: readonly string[]): string | null {
  return firstIn(meta, keys, (value) => (typeof value === 'string' && value.trim() !== '' ? value : null));
}

/** A number, also one written as text. */
export function numberIn(meta: RawMeta, ...keys: readonly string[]): number | null {
  return firstIn(meta, keys, numberOf);
}

/** A whole number above 0: an id. */
export function idIn(meta: RawMeta, ...keys: readonly string[]): number | null {
  return firstIn(meta, keys, (value) => {
    const number = numberOf(value);
    return number !== null && Number.isSafeInteger(number) && number > 0 ? number : null;
  });
}

/** A whole number that may be larger than a number can hold exactly; then it stays the text that it was. */
export function seedIn(meta: RawMeta, ...keys: readonly string[]): number | string | null {
  return firstIn<number | string>(meta, keys, (value) => {
    const number = numberOf(value);
    if (number === null || typeof value !== 'string' || Number.isSafeInteger(number)) return number;
    return /^\s*-?\d+\s*$/.test(value) ? value.trim() : null;
  });
}

/** An object. */
export function objectIn(meta: RawMeta, key: string): RawMeta | null {
  const value = ownValue(meta, key);
  return isJsonObject(value) ? value : null;
}

/** The objects of a list. */
export function objectsIn(meta: RawMeta, key: string): readonly RawMeta[] {
  const value = ownValue(meta, key);
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}

/** A member, but never one that every object inherits. */
export function ownValue(meta: RawMeta, key: string): unknown {
  return Object.hasOwn(meta, key) ? meta[key] : undefined;
}

function firstIn<T>(meta: RawMeta, keys: readonly string[], read: (value: unknown) => T | null): T | null {
  for (const key of keys) {
    const value = read(ownValue(meta, key));
    if (value !== null) return value;
  }
  return null;
}

function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string' || value.length > 64) return null;
  // Number() alone would also read '', '0x10' and a list of one number
  if (!/^\s*[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?\s*$/i.test(value)) return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}
