import type { Secret } from '../secrets/secret.js';

/** Masks keys wherever a server echoes them; the site repeats `?token=` in its links, for instance. */
export function redact(text: string, ...secrets: readonly (Secret | null)[]): string {
  return secrets.reduce<string>((masked, secret) => redactOne(masked, secret?.reveal() ?? ''), text);
}

/**
 * The same in what JSON holds, so that it stays JSON: a secret may be as short as a number in it. Other text is masked as
 * it is.
 */
export function redactJson(text: string, ...secrets: readonly (Secret | null)[]): string {
  const masked = redact(text, ...secrets);
  if (masked === text) return text;
  try {
    return JSON.stringify(maskIn(JSON.parse(text), (part) => redact(part, ...secrets)));
  } catch {
    return masked;
  }
}

function maskIn(value: unknown, mask: (text: string) => string): unknown {
  if (typeof value === 'string') return mask(value);
  if (typeof value === 'number') {
    const written = String(value);
    return mask(written) === written ? value : mask(written);
  }
  if (Array.isArray(value)) return value.map((one) => maskIn(one, mask));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [mask(name), maskIn(member, mask)]));
}

function redactOne(text: string, key: string): string {
  if (key === '') return text;
  const masked = text.replaceAll(key, '[redacted]');
  const encoded = encodeURIComponent(key);
  return encoded === key ? masked : masked.replaceAll(encoded, '[redacted]');
}
