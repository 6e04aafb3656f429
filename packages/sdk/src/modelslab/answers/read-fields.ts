/** A text that says something; numbers are written out, since ids are numbers here and texts there. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** An id that can be asked for later: what has no place in an address is none. */
export function idOf(value: unknown): string | undefined {
  const id = textOf(value)?.trim();
  return id === '' || id === '.' || id === '..' ? undefined : id;
}

/** A number, which may be written as a text. */
export function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** A flag, which may be written as a number or as a word. */
export function flagOf(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const word = textOf(value) ?? '';
  if (/^(?:true|yes|1)$/i.test(word)) return true;
  return /^(?:false|no|0)$/i.test(word) ? false : undefined;
}
