import { ARGUMENTS, type Reference } from './reference.js';
import { replaceReferences } from './walk-json.js';

/** An input without references, or why it cannot be had. */
export type ResolvedInput =
  | { readonly ok: true; readonly input: unknown }
  | { readonly ok: false; readonly problem: string };

/** Replaces every reference by what it refers to. */
export function resolveInput(input: unknown, lookUp: (reference: Reference) => unknown): ResolvedInput {
  const missing: string[] = [];
  const resolved = replaceReferences(input, (reference) => {
    const value = lookUp(reference);
    if (value !== undefined) return value;
    missing.push(
      `'${reference.path}' of ${reference.source === ARGUMENTS ? 'the arguments' : `'${reference.source}'`}`,
    );
    return null;
  });
  return missing.length === 0
    ? { ok: true, input: resolved }
    : { ok: false, problem: `There is no value at ${missing.join(', ')}.` };
}
