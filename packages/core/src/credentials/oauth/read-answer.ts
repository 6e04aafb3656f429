import { Secret } from '../../secrets/secret.js';
import type { JsonObject } from '../../transport/parse-object.js';

/** A member of an answer that is a text, and not empty. */
export function readText(json: JsonObject, name: string): string | undefined {
  const value = json[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The same as a {@link Secret}. */
export function readSecret(json: JsonObject, name: string): Secret | undefined {
  const text = readText(json, name);
  return text === undefined ? undefined : new Secret(text);
}
