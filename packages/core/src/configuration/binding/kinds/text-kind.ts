import { failure, type KindRules } from './kind-rules.js';

export const textKind: KindRules = {
  read(raw) {
    if (typeof raw === 'string') return { value: raw.trim() };
    // `"ApiVersion": 1` is text to .NET, where all values are.
    if (typeof raw === 'number' && Number.isFinite(raw)) return { value: String(raw) };
    return failure('must be text.', 'Write it in quotes.');
  },
  check(value, { pattern }) {
    if (pattern === undefined || (typeof value === 'string' && pattern.expression.test(value))) return undefined;
    return { message: `must ${pattern.description}.`, remedy: 'Correct it, or remove it to use the default.' };
  },
  finish: (value) => value,
};
