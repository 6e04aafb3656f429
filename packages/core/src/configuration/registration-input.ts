import { Configuration, isConfiguration } from './configuration.js';
import { isPlainObject } from './plain-object.js';

/** The part of the application's own convict instance that is used; written out so that any convict version fits. */
export interface ConvictLike {
  getProperties(): unknown;
  get(...path: never[]): unknown;
  has(...path: never[]): boolean;
}

/** What a registration accepts: options, a function that fills them in, a configuration, or a convict instance. */
export type RegistrationInput<O extends object> = O | ((options: O) => void) | Configuration | ConvictLike;

/** A configuration and the options that win over it. */
export interface ResolvedInput {
  readonly configuration: Configuration;
  readonly explicit?: object;
}

/**
 * Tells the accepted inputs apart.
 *
 * @param loadDefault - called only when the input itself is no configuration.
 * @throws TypeError for anything else, an asynchronous function included.
 */
export function resolveInput<O extends object>(
  input: RegistrationInput<O> | undefined,
  loadDefault: () => Configuration,
): ResolvedInput {
  if (input === undefined) return { configuration: loadDefault() };
  if (typeof input === 'function') return { explicit: fillIn(input), configuration: loadDefault() };
  if (isConfiguration(input)) return { configuration: input };
  if (isConvict(input)) return { configuration: fromConvict(input) };
  if (isPlainObject(input)) return { explicit: input, configuration: loadDefault() };
  throw new TypeError(
    'Expected options such as { apiKey: "…" }, a function that sets them, a Configuration ' +
      '(loadConfiguration() or Configuration.from(…)), or a convict instance.',
  );
}

function fillIn(configure: (options: never) => void): object {
  const draft = {};
  const returned: unknown = configure(draft as never);
  if (isThenable(returned)) {
    // Nobody would await it: the options it sets would come too late, and its failure would be unhandled.
    returned.then(undefined, () => undefined);
    throw new TypeError('The function that sets the options must not be asynchronous: load what it needs before.');
  }
  return draft;
}

function fromConvict(convict: ConvictLike): Configuration {
  const properties = convict.getProperties();
  if (!isPlainObject(properties)) throw new TypeError('getProperties() of the convict instance returned no object.');
  return Configuration.from(properties, { source: "the application's convict configuration" });
}

function isConvict(value: unknown): value is ConvictLike {
  if (typeof value !== 'object' || value === null) return false;
  const { getProperties, get, has } = value as { getProperties?: unknown; get?: unknown; has?: unknown };
  return typeof getProperties === 'function' && typeof get === 'function' && typeof has === 'function';
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return (
    typeof value === 'object' && value !== null && typeof (value as { readonly then?: unknown }).then === 'function'
  );
}
