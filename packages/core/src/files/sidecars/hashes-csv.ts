import type { ModelFileHashes } from '../../resources/models/types.js';

/** The content of the list of hashes that civitdl puts beside a model: comma and blank, no line break at the end. */
export function hashesCsv(hashes: ModelFileHashes): string {
  return ['hash_name, hash_id', ...Object.entries(hashes).map(([name, value]) => `${name}, ${value}`)].join('\n');
}

/** Reads such a list; with or without blanks, and with any line breaks. What is no hash is passed over. */
export function readHashesCsv(text: string): ModelFileHashes {
  const found: Record<string, string> = {};
  for (const line of text.replace(/^\uFEFF/u, '').split(/\r?\n/u)) {
    const [name = '', value = ''] = line.split(',').map((part) => part.trim());
    if (/^[A-Za-z0-9_-]{1,32}$/u.test(name) && /^[0-9A-Fa-f]{8,128}$/u.test(value)) found[name] = value.toUpperCase();
  }
  return found;
}
