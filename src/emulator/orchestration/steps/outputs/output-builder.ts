import type { OutputContext } from '../output-context.js';

/** Makes the output of a step type. */
export type OutputBuilder = (context: OutputContext) => unknown;

/** The builders of some step types. */
export type OutputBuilders = Readonly<Record<string, OutputBuilder>>;

/** The texts of a list; empty for anything else. */
export function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

/** So many of something. */
export function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: Math.max(0, Math.floor(count)) }, (_, index) => make(index));
}
