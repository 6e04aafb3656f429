import { isJsonObject, type JsonObject } from '../transport/parse-object.js';

/** Sets members that the server leaves out when they are empty; a present value stays as it is. */
export function fillIn(target: JsonObject, defaults: Readonly<Record<string, null>>): void {
  for (const key of Object.keys(defaults)) target[key] ??= null;
}

/** The objects of a list member; the member becomes `[]` when the server left it out. */
export function listMember(target: JsonObject, key: string): readonly JsonObject[] {
  const list = (target[key] ??= []);
  return Array.isArray(list) ? list.filter(isJsonObject) : [];
}

/** Makes a time without a zone one in UTC, which is what the server means: `2025-12-18T09:05:41.12` gets its `Z`. */
export function markUtc(target: JsonObject, key: string): void {
  const value = target[key];
  if (typeof value === 'string' && /T[\d:.]+$/.test(value)) target[key] = `${value}Z`;
}
