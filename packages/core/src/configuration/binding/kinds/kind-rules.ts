import type { Secret } from '../../../secrets/secret.js';
import type { FieldDefinition } from '../../section-schema.js';

/** What is wrong with a value, without the value. */
export interface Failure {
  /** A predicate, such as `must be a whole number.` */
  readonly message: string;
  readonly remedy: string;
}

/** A value as it is validated: secrets still as text. */
export type PlainValue = string | number | boolean;

/** How the values of one kind are read and checked. */
export interface KindRules {
  /** Turns what a source has (text, mostly) into a value, or says why it cannot be one. */
  read(raw: unknown, field: FieldDefinition): { readonly value: PlainValue } | { readonly failure: Failure };
  /** What is wrong with a value that could be read. */
  check(value: unknown, field: FieldDefinition): Failure | undefined;
  /** The setting made from a checked value. */
  finish(value: PlainValue): PlainValue | Secret;
}

/** Says that a value of another kind was expected. */
export function failure(message: string, remedy: string): { readonly failure: Failure } {
  return { failure: { message, remedy } };
}
