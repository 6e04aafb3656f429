/** Longer than a sentence or two is no message, but a dump. */
const maxLength = 300;

/** Letters, digits and what else keys and tokens are made of. */
const words = /[A-Za-z0-9_+=~-]{16,}/g;

/**
 * The message of an error that foreign code threw, fit to be shown: one line, and without anything that could be a key,
 * a token or a hash (a long word with a digit in it, or a very long one).
 */
export function describeThrown(thrown: unknown): string {
  const text = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : `thrown: ${typeof thrown}`;
  const masked = text
    .replace(words, (word) => (/\d/.test(word) || word.length >= 32 ? '[redacted]' : word))
    .replace(/\s+/g, ' ');
  return masked.length > maxLength ? `${masked.slice(0, maxLength)}…` : masked;
}
