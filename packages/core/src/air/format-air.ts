import type { AirParts } from './air.js';
import { type AirPartName, findPartProblem } from './air-grammar.js';
import { isTypeWord } from './read-air.js';

/**
 * Writes an AIR in full: `urn:air:`, then the parts that are there; ecosystem, type and source in lower case.
 *
 * A part may hold what a reader takes for the next one, such as the version `main.tar`: it is the same text.
 *
 * @throws TypeError when a part is neither a text nor a number; RangeError when a part has characters it cannot have,
 *   or the parts do not make an AIR
 *
 * @example
 * ```ts
 * import { formatAir } from '@civitkit/core/client';
 *
 * console.log(formatAir({ ecosystem: 'sdxl', type: 'lora', source: 'civitai', id: 328553, version: 368189 }));
 * ```
 */
export function formatAir(air: AirParts): string {
  const ecosystem = writePart('ecosystem', air.ecosystem)?.toLowerCase();
  const type = writePart('type', air.type)?.toLowerCase();
  const source = writePart('source', air.source)?.toLowerCase();
  const id = writePart('id', air.id);
  const version = writePart('version', air.version);
  const layer = writePart('layer', air.layer);
  const fileId = writePart('fileId', air.fileId);
  const format = writePart('format', air.format);
  if (source === undefined || id === undefined) throw wrong(`the ${id === undefined ? 'id' : 'source'} is missing`);
  if (ecosystem === undefined && type !== undefined && !isTypeWord(type)) {
    throw wrong(`without an ecosystem, the type "${type}" would be read as one; give the ecosystem`);
  }
  if (ecosystem !== undefined && type === undefined && isTypeWord(ecosystem)) {
    throw wrong(`without a type, the ecosystem "${ecosystem}" would be read as one; give the type`);
  }
  if (layer !== undefined && !/^\d+$/.test(version ?? '')) throw wrong('a layer needs a version of digits before it');
  const names = ['urn', 'air', ecosystem, type, source, id].filter((part) => part !== undefined).join(':');
  return names + follow('@', version) + follow(':', layer) + follow('+', fileId) + follow('.', format);
}

function writePart(name: AirPartName, value: string | number | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'string' && typeof value !== 'number') {
    throw new TypeError(
      `formatAir: the ${name} must be a text or a number, got ${value === null ? 'null' : typeof value}`,
    );
  }
  if (typeof value === 'number' && !(Number.isSafeInteger(value) && value >= 0)) {
    throw wrong(`the ${name} ${value} is not a whole number; give a large one as a text`);
  }
  const text = String(value);
  const problem = findPartProblem(name, text);
  if (problem !== undefined) throw wrong(problem);
  return text;
}

function follow(separator: string, part: string | undefined): string {
  return part === undefined ? '' : separator + part;
}

function wrong(problem: string): RangeError {
  return new RangeError(`formatAir: ${problem}.`);
}
