declare const referred: unique symbol;

/**
 * Stands for a value that is not there yet: something of another step's output, an argument of the workflow, or the item
 * of a loop. The server puts the value in its place before the step starts.
 *
 * `steps.…(…, { name }).output`, `argumentRef()`, `loopRef()` and `stepRef()` make them; `{ $ref: 'hero', path:
 * 'output.images[0].url' }` is one too.
 */
export interface Ref<T = unknown> {
  /** Name of a step, `$0`, `$1`, … for a step by its position, `$arguments`, or the variable of a loop. */
  readonly $ref: string;
  /** Where the value lies, such as `output.images[0].url`. */
  readonly path?: string | undefined;
  /** Not there at run time: what kind of value it stands for. */
  readonly [referred]?: T;
}

/** A value, or a reference to one. */
export type RefOr<T> = T | Ref<T>;
