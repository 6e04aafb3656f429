import { isJsonObject } from '@civitkit/core/internal';

/**
 * How one operation spells what others spell differently. What is not named goes as it is.
 *
 * The families disagree about the same parameters: a flag is a boolean here, `"yes"` there and `"true"` elsewhere.
 */
export interface WireForms {
  /** Flags that are `"yes"` or `"no"`. */
  readonly yesNo?: readonly string[];
  /** Flags that are the texts `"true"` or `"false"`. */
  readonly trueFalse?: readonly string[];
  /** Numbers that are texts. */
  readonly numberAsText?: readonly string[];
}

/** The body of a call; `undefined` members are left out when it is written. */
export type CallParameters = Readonly<Record<string, unknown>>;

/**
 * Parameters as the server wants them spelled. What the caller spelled out already is left as it is, and so is all that
 * is not known.
 *
 * @throws TypeError when they are no object, or bring a key: the client alone handles it
 */
export function wireBody(operation: string, parameters: object, forms: WireForms = {}): CallParameters {
  if (!isJsonObject(parameters)) throw new TypeError(`modelslab.${operation}: the parameters are an object`);
  if ('key' in parameters) {
    throw new TypeError(
      `modelslab.${operation}: leave out "key": the client adds the configured one (MODELSLAB_API_KEY).`,
    );
  }
  return spelledOut(parameters, forms);
}

/** The same where the key has another place, so that `key` is a member like others. */
export function spelledOut(parameters: object, forms: WireForms = {}): CallParameters {
  const body: Record<string, unknown> = { ...parameters };
  for (const name of forms.yesNo ?? []) body[name] = spelled(body[name], 'yes', 'no');
  for (const name of forms.trueFalse ?? []) body[name] = spelled(body[name], 'true', 'false');
  for (const name of forms.numberAsText ?? []) {
    const value = body[name];
    if (typeof value === 'number') body[name] = String(value);
  }
  return body;
}

function spelled(value: unknown, yes: string, no: string): unknown {
  return typeof value === 'boolean' ? (value ? yes : no) : value;
}
