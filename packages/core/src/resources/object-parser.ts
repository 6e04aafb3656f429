import type { FieldTree } from '../transport/field-tree.js';
import { type JsonObject, parseObject, refuseUnmapped } from '../transport/parse-object.js';
import type { Parser } from '../transport/pipeline.js';

/** What is known of an answer that is one object. */
export interface ObjectDefinition<T> {
  /** A member that every such answer has. */
  readonly marker: keyof T & string;
  /** Every field that is known, for strict parsing. */
  readonly fields: FieldTree<T>;
  /** Fills in what the server leaves out; changes the object in place. */
  readonly normalize?: (object: JsonObject) => void;
}

/** A parser for an answer that is one object. */
export function objectParser<T>({ marker, fields, normalize }: ObjectDefinition<T>): Parser<T> {
  return (json, context) => {
    const object = parseObject(json, marker, context);
    refuseUnmapped(object, fields, context);
    normalize?.(object);
    return object as T;
  };
}
