import { isJsonObject, type JsonObject } from '@civitkit/core/internal';
import { decodeDataUri, isBareBase64 } from './data-uri.js';
import type { ModelsLabOutput } from './modelslab-output.js';
import { endingOfMediaType, nameOfUrl } from './output-name.js';

/** What is known of the outputs beforehand. */
export interface OutputFacts {
  /** Of files that have no name of their own, such as `images-12345`. */
  readonly name: string;
  /** A text is a text, and no file in base64. */
  readonly text: boolean;
}

/** An output without its name, which depends on its place. */
type Found =
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'text'; readonly text: string; readonly value?: unknown }
  | { readonly kind: 'data'; readonly base64: string; readonly mediaType: string | undefined };

/**
 * Reads what a job has made, wherever the family has it: `output` (a list, a text, an object), `text` of transcripts,
 * `links` of songs, `extra_assets` of models. `future_links` are none.
 */
export function readOutputs(raw: Readonly<JsonObject>, facts: OutputFacts): readonly ModelsLabOutput[] {
  const made = [...find(raw['output'], facts), ...find(raw['text'], facts)];
  const extra = [...find(raw['links'], facts), ...find(raw['extra_assets'], facts)];
  const seen = new Set<string>();
  const outputs: ModelsLabOutput[] = [];
  const roles = [...made.map(() => 'output' as const), ...extra.map(() => 'extra' as const)];
  for (const [index, found] of [...made, ...extra].entries()) {
    const identity = JSON.stringify(found);
    if (seen.has(identity)) continue;
    seen.add(identity);
    const name = `${facts.name}-${outputs.length}`;
    outputs.push({ ...named(found, name), role: roles[index] ?? 'output' });
  }
  return outputs;
}

function find(value: unknown, facts: OutputFacts): readonly Found[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [readText(value, facts)];
  if (Array.isArray(value)) return value.flatMap((one) => find(one, facts));
  return isJsonObject(value) ? findInObject(value, facts) : [];
}

function findInObject(object: JsonObject, facts: OutputFacts): readonly Found[] {
  const { text, url } = object;
  const keys = Object.keys(object);
  if (keys.length === 0) return [];
  if (typeof text === 'string') return [{ kind: 'text', text, value: object }];
  if (typeof url === 'string' && isUrl(url)) return [{ kind: 'url', url: url.trim() }];
  // A list that was written as an object, or files by their names.
  const files = Object.values(object)
    .flatMap((one) => find(one, facts))
    .filter(({ kind }) => kind !== 'text');
  if (files.length > 0) return files;
  if (keys.every((key) => /^\d+$/.test(key))) return Object.values(object).flatMap((one) => find(one, facts));
  return [{ kind: 'text', text: JSON.stringify(object), value: object }];
}

function readText(text: string, { text: isText }: OutputFacts): Found {
  if (isUrl(text)) return { kind: 'url', url: text.trim() };
  const data = decodeDataUri(text);
  if (data !== undefined) return { kind: 'data', ...data };
  if (!isText && isBareBase64(text)) return { kind: 'data', base64: text.trim(), mediaType: undefined };
  return { kind: 'text', text };
}

function isUrl(text: string): boolean {
  const trimmed = text.trim();
  return /^https?:\/\/\S+$/i.test(trimmed) && URL.canParse(trimmed);
}

function named(found: Found, name: string): Omit<ModelsLabOutput, 'role'> & Found & { readonly fileName: string } {
  switch (found.kind) {
    case 'url': {
      const { encoded, fileName } = nameOfUrl(found.url, name);
      return { ...found, fileName, ...(encoded ? { encoding: 'base64' } : {}) };
    }
    case 'text':
      return { ...found, fileName: `${name}.txt` };
    case 'data':
      return { ...found, fileName: `${name}${endingOfMediaType(found.mediaType)}` };
  }
}
