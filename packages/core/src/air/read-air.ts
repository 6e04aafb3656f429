import type { Air } from './air.js';
import { type AirPartName, findPartProblem } from './air-grammar.js';
import { airTypeWords, softwareTypes } from './vocabulary.js';

type Parts = { -readonly [K in keyof Air]?: string };

/** Reads an AIR; for anything else the answer is a clause that says what is wrong. */
export function readAir(text: string): Air | string {
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(text)) return 'it is a URL';
  const body = text.replace(/^(?:urn:)?(?:air:)?/i, '');
  if (body === '') return text === '' ? 'it is empty' : 'nothing follows the prefix';
  const at = body.indexOf('@');
  const names = (at === -1 ? body : body.slice(0, at)).split(':');
  const name = names.pop() ?? '';
  const words = readWords(names);
  if (typeof words === 'string') return words;
  const hasFormat = !softwareTypes.includes(words.type?.toLowerCase() ?? '');
  const parts = { ...words, ...(at === -1 ? readName(name, hasFormat) : readVersion(body.slice(at + 1), hasFormat)) };
  if (at !== -1) parts.id = name;
  for (const [part, value] of Object.entries(parts)) {
    const problem = findPartProblem(part as AirPartName, value);
    if (problem !== undefined) return problem;
  }
  // only now: in lower case, the Kelvin sign would pass for a k
  return { ...parts, ...inLowerCase(words) } as Air;
}

function inLowerCase(words: Parts): Parts {
  return Object.fromEntries(Object.entries(words).map(([name, word]) => [name, word.toLowerCase()]));
}

/** The words before the id: source, type and source, or ecosystem, type and source. */
function readWords(words: readonly string[]): Parts | string {
  const [first = '', second = '', third = ''] = words;
  if (words.length === 0) return 'there is no source before the id';
  if (words.length === 1) return { source: first };
  if (words.length === 2) {
    return isTypeWord(first.toLowerCase()) ? { type: first, source: second } : { ecosystem: first, source: second };
  }
  if (words.length === 3) return { ecosystem: first, type: second, source: third };
  return `there are ${words.length + 1} parts before the version, and at most 4 are possible`;
}

/** Whether a single word before the source is a type; any other is an ecosystem. */
export function isTypeWord(word: string): boolean {
  return (airTypeWords as readonly string[]).includes(word);
}

/**
 * What follows the words when there is no `@`. A dot belongs to the id, unless the id is a number or a file id stands
 * between.
 */
function readName(text: string, hasFormat: boolean): Parts {
  const plus = text.indexOf('+');
  if (plus !== -1) return { id: text.slice(0, plus), ...splitFormat(text.slice(plus + 1), 'fileId', hasFormat) };
  return /^\d+\./.test(text) ? splitFormat(text, 'id', hasFormat) : { id: text };
}

/** What follows the `@`: the last `.word` is the format, the last `+word` before it the file id. */
function readVersion(text: string, hasFormat: boolean): Parts {
  const { version: all = '', ...format } = splitFormat(text, 'version', hasFormat);
  const [, before = '', fileId] = /^(.*)\+([\w-]*)$/s.exec(all) ?? [];
  const version = fileId === undefined ? all : before;
  const [, number, layer] = /^(\d+):(.*)$/s.exec(version) ?? [];
  return {
    ...(number === undefined || layer === undefined ? { version } : { version: number, layer }),
    ...(fileId === undefined ? {} : { fileId }),
    ...format,
  };
}

/** Cuts off `.format`, a word that begins with a letter; numbers after a dot are part of what is before it. */
function splitFormat(text: string, part: 'id' | 'version' | 'fileId', hasFormat: boolean): Parts {
  const [, before, format] = (hasFormat ? /^(.*[^/.])\.([A-Za-z][\w-]*)$/s.exec(text) : null) ?? [];
  return before === undefined || format === undefined ? { [part]: text } : { [part]: before, format };
}
