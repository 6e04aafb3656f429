import { failure, type KindRules } from './kind-rules.js';

const words: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['yes', true],
  ['on', true],
  ['1', true],
  ['false', false],
  ['no', false],
  ['off', false],
  ['0', false],
]);

export const booleanKind: KindRules = {
  read(raw) {
    if (typeof raw === 'boolean') return { value: raw };
    const text = typeof raw === 'string' || typeof raw === 'number' ? String(raw).trim().toLowerCase() : '';
    const value = words.get(text);
    if (value !== undefined) return { value };
    return failure('must be true or false.', 'Write true or false (yes, no, on, off, 1 and 0 are understood too).');
  },
  check: () => undefined,
  finish: (value) => value,
};
