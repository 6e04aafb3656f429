import type { RawValue } from '../configuration-entry.js';
import type { FieldDefinition } from '../section-schema.js';
import { parseHttpUrl } from './kinds/url-kind.js';

/** Stands in the place of what must not be shown. */
export const redacted = '[redacted]';

/** A value of a field as text for people, secrets and credentials masked. */
export function displayValue({ kind }: FieldDefinition, value: RawValue | null | undefined): string {
  if (value === undefined || value === null || value === '') return '(none)';
  if (kind === 'secret') return redacted;
  const text = String(value).trim();
  if (kind === 'proxy') return /^(?:environment|none)$/i.test(text) ? text.toLowerCase() : displayUrl(text);
  return kind === 'url' ? displayUrl(text) : text;
}

/** A URL without what may be a password or a token. */
function displayUrl(text: string): string {
  const url = parseHttpUrl(text);
  // Not a URL, but perhaps one that was meant to be and has a password.
  if (url === undefined) return redacted;
  const credentials = url.username === '' && url.password === '' ? '' : `${redacted}@`;
  const rest = url.search === '' && url.hash === '' ? '' : `?${redacted}`;
  return `${url.protocol}//${credentials}${url.host}${url.pathname === '/' ? '' : url.pathname}${rest}`;
}
