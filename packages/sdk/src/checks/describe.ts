/** Longest text that a message repeats. */
const longest = 40;

/** What no message repeats: long texts without a space may be keys or files. */
const opaque = /^\S{24,}$/;

/** A value for a message, short, and without what may be a secret. */
export function describe(value: unknown): string {
  if (typeof value === 'string') return describeText(value);
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return String(value);
  if (Array.isArray(value)) return value.length === 1 ? 'a list of 1' : `a list of ${value.length}`;
  if (typeof value === 'object') return 'an object';
  return typeof value === 'undefined' ? 'nothing' : `a ${typeof value}`;
}

function describeText(text: string): string {
  if (text === '') return 'an empty text';
  if (/^data:/i.test(text)) return `a data URL of ${text.length} characters`;
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(text)) return `a URL of ${text.length} characters`;
  if (text.length > longest || opaque.test(text)) return `a text of ${text.length} characters`;
  return JSON.stringify(text);
}

/** A long name with a digit in it may be a key as well. */
const opaqueName = /^(?=.*\d)\S{24,}$/;

/** A name out of what was checked, which may be anything. */
export function quote(name: string): string {
  return name.length > longest || opaqueName.test(name) ? `a name of ${name.length} characters` : JSON.stringify(name);
}

/** The words of a choice; of many, the first. */
export function listAllowed(values: readonly (string | number)[]): string {
  const shown = values.slice(0, 12).join(', ');
  return values.length > 12 ? `${shown}, … (${values.length} in all)` : shown;
}
