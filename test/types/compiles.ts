/**
 * Takes code that is only there to be compiled: the `expectTypeOf` and `@ts-expect-error` inside speak, and what they
 * are about is never called.
 */
export function compiles(code: (...input: never[]) => unknown): void {
  if (typeof code !== 'function') throw new TypeError('expected a function');
}
