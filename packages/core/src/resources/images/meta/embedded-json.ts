import { isJsonObject, type JsonObject } from '../../../transport/parse-object.js';

/** A graph beyond this length is not worth the time and the memory; the raw text is still there. */
const maxCharacters = 8_388_608;

/**
 * Reads JSON that a program put into a text. Python writes `NaN` and `Infinity`, which JSON does not have; they
 * become `null`.
 *
 * @returns the object itself when it is one already; `null` for everything that is no object, or is too long
 */
export function readEmbeddedObject(value: unknown): Readonly<JsonObject> | null {
  if (typeof value !== 'string') return isJsonObject(value) ? value : null;
  if (value.length > maxCharacters) return null;
  const parsed = parse(value) ?? parse(withoutPythonNumbers(value));
  return isJsonObject(parsed) ? parsed : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Words within quotes stay as they are. One pass, whatever the text: it comes from strangers. */
function withoutPythonNumbers(text: string): string {
  let quoted = false;
  return text.replaceAll(/\\.|"|-?Infinity|NaN/gs, (match) => {
    if (match === '"') quoted = !quoted;
    return quoted || match === '"' || match.startsWith('\\') ? match : 'null';
  });
}
