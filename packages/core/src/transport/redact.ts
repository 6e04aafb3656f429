import type { Secret } from '../secrets/secret.js';

/** Masks a key wherever a server echoes it; the site repeats `?token=` in its links, for instance. */
export function redact(text: string, credential: Secret | null): string {
  if (credential === null) return text;
  const key = credential.reveal();
  const masked = text.replaceAll(key, '[redacted]');
  const encoded = encodeURIComponent(key);
  return encoded === key ? masked : masked.replaceAll(encoded, '[redacted]');
}
