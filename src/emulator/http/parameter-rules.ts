/** A number read with `Number(text)`: an empty text is 0 (contract §3). */
export interface NumberRule {
  readonly kind: 'number';
  readonly min?: number;
  readonly max?: number;
  readonly whole?: boolean;
  /** Above zero; zero is refused too. */
  readonly positive?: boolean;
  readonly fallback?: number;
}

/** Any single text; a repeated key is refused. */
export interface TextRule {
  readonly kind: 'text';
  readonly pattern?: RegExp;
  readonly maxLength?: number;
  /** White space around the text does not count. */
  readonly trim?: boolean;
}

/** One text of a fixed list. */
interface ChoiceRule {
  readonly kind: 'choice';
  readonly values: readonly string[];
  readonly fallback?: string;
}

/** A strict boolean text: `true,1,yes,on,y,enabled` or `false,0,no,off,n,disabled`; anything else is refused. */
interface StrictBooleanRule {
  readonly kind: 'strictBoolean';
}

/** JavaScript truthiness: the server reads any text that is not empty as true, `false` and `0` included. */
interface TruthyRule {
  readonly kind: 'truthy';
}

/** A fixed list or else a strict boolean (the `nsfw` parameter of images). */
interface ChoiceOrBooleanRule {
  readonly kind: 'choiceOrBoolean';
  readonly values: readonly string[];
}

/** A list where a comma means nothing: one occurrence, or the key repeated. Without `values` any text passes. */
interface RepeatRule {
  readonly kind: 'repeat';
  readonly values?: readonly string[];
}

/** A list of fixed texts, comma-separated or repeated. */
interface ChoiceListRule {
  readonly kind: 'choiceList';
  readonly values: readonly string[];
}

/** A list of numbers, comma-separated or repeated. */
interface NumberListRule {
  readonly kind: 'numberList';
}

/** A list the server takes only as an array: the key must occur at least twice (contract §3). */
interface ArrayOnlyRule {
  readonly kind: 'arrayOnly';
  /** Any texts without it. */
  readonly values?: readonly string[];
}

/** A parameter whose schema wants a JSON value, which no query can carry: every value is refused (contract §3). */
interface UnreachableRule {
  readonly kind: 'unreachable';
  readonly expected: 'boolean' | 'number' | 'array' | 'date';
}

/** How one query parameter is read. */
export type ParameterRule =
  | NumberRule
  | TextRule
  | ChoiceRule
  | StrictBooleanRule
  | TruthyRule
  | ChoiceOrBooleanRule
  | RepeatRule
  | ChoiceListRule
  | NumberListRule
  | ArrayOnlyRule
  | UnreachableRule;

/** The parameters of one endpoint. Keys that are not listed are dropped silently. */
export type ParameterRules = Readonly<Record<string, ParameterRule>>;

interface ValueByKind {
  readonly number: number;
  readonly text: string;
  readonly choice: string;
  readonly strictBoolean: boolean;
  readonly truthy: boolean;
  readonly choiceOrBoolean: string | boolean;
  readonly repeat: readonly string[];
  readonly choiceList: readonly string[];
  readonly numberList: readonly number[];
  readonly arrayOnly: readonly string[];
  readonly unreachable: never;
}

/** The value a rule yields; `undefined` for an absent key unless the rule has a fallback. */
type ParameterValue<R extends ParameterRule> =
  | ValueByKind[R['kind']]
  | (R extends { readonly fallback: number | string } ? never : undefined);

/** The values of a whole rule set. */
export type ParameterValues<R extends ParameterRules> = { readonly [K in keyof R]: ParameterValue<R[K]> };
