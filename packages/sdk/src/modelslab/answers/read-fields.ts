/** A text that says something; numbers are written out, since ids are numbers here and texts there. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A number, which may be written as a text. */
export function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** A flag, which may be written as a number or as a word. */
export function flagOf(value: unknown): boolean | undefined {
  if (value === true || value === 1 || /^(?:true|yes|1)$/i.test(String(value))) return true;
  return value === false || value === 0 || /^(?:false|no|0)$/i.test(String(value)) ? false : undefined;
}
