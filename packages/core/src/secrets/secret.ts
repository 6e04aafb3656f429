const brand: unique symbol = Symbol.for('@civitkit/core/secret');
const inspectCustom: unique symbol = Symbol.for('nodejs.util.inspect.custom');
const mask = '[redacted]';

/**
 * A key that does not print: `inspect`, `JSON.stringify`, string conversion, `structuredClone` and loggers all see
 * `[redacted]` (or nothing). {@link Secret.reveal} is the one way to the text.
 *
 * @example
 * ```ts
 * import { Secret } from '@civitkit/core';
 *
 * const key = new Secret('0123456789abcdef0123456789abcdef');
 * console.log(`${key}`, JSON.stringify({ key })); // [redacted] {"key":"[redacted]"}
 * ```
 */
export class Secret {
  // A `private` member would be enumerable and print; `#value` cannot be reached by inspect, not even with showHidden.
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The text itself. Call it where the credential leaves the process, and nowhere else. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return mask;
  }

  toJSON(): string {
    return mask;
  }

  [Symbol.toPrimitive](): string {
    return mask;
  }

  /** @internal */
  [inspectCustom](): string {
    return mask;
  }

  /** @internal */
  get [brand](): true {
    return true;
  }
}

/** Whether a value is a {@link Secret}, also one from a second copy of this package. */
export function isSecret(value: unknown): value is Secret {
  return typeof value === 'object' && value !== null && (value as { [brand]?: unknown })[brand] === true;
}
