import type { Secret } from '../secrets/secret.js';

/** Masks keys wherever a server echoes them; the site repeats `?token=` in its links, for instance. */
export function redact(text: string, ...secrets: readonly (Secret | null)[]): string {
  return secrets.reduce<string>((masked, secret) => redactOne(masked, secret?.reveal() ?? ''), text);
}

function redactOne(text: string, key: string): string {
  if (key === '') return text;
  const masked = text.replaceAll(key, '[redacted]');
  const encoded = encodeURIComponent(key);
  return encoded === key ? masked : masked.replaceAll(encoded, '[redacted]');
}
