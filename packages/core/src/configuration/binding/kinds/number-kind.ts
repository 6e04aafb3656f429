import type { FieldDefinition } from '../../section-schema.js';
import { failure, type KindRules } from './kind-rules.js';

/** Decimal and nothing else: `parseFloat` would read `10abc` as 10 and `Number` would read `0x10` as 16. */
const decimal = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

export const numberKind: KindRules = {
  read(raw, field) {
    const value = typeof raw === 'string' ? parseDecimal(raw) : raw;
    if (typeof value === 'number' && Number.isFinite(value)) return { value };
    return failure(`must be ${nounFor(field)}.`, `Write ${rangeOf(field)}, without a unit.`);
  },
  check(value, field) {
    const { kind, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = field;
    if (
      typeof value === 'number' &&
      value >= min &&
      value <= max &&
      (kind !== 'integer' || Number.isSafeInteger(value))
    )
      return undefined;
    return { message: `must be ${rangeOf(field)}.`, remedy: 'Correct it, or remove it to use the default.' };
  },
  finish: (value) => value,
};

/** The number that a text is, entirely; otherwise `undefined`. */
export function parseDecimal(text: string): number | undefined {
  const trimmed = text.trim();
  return decimal.test(trimmed) ? Number(trimmed) : undefined;
}

function nounFor({ kind }: FieldDefinition): string {
  return kind === 'integer' ? 'a whole number' : 'a number';
}

function rangeOf(field: FieldDefinition): string {
  const { min, max } = field;
  if (min !== undefined && max !== undefined) return `${nounFor(field)} from ${min} to ${max}`;
  if (min !== undefined) return `${nounFor(field)}, ${min} or more`;
  return max === undefined ? nounFor(field) : `${nounFor(field)}, ${max} or less`;
}
