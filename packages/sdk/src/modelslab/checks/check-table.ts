/** Kinds of values; `flag` is a boolean, `"yes"` or `"no"`, and the last three are words that the client makes. */
export type MemberKind =
  | 'text'
  | 'integer'
  | 'number'
  | 'boolean'
  | 'list'
  | 'flag'
  | 'any'
  | 'yesNo'
  | 'trueFalse'
  | 'numberAsText';

/** The rules for one member. Names are short because there are hundreds of them. */
export interface MemberRules {
  /** Kinds of values it takes. Default: a text. */
  readonly k?: MemberKind | readonly MemberKind[];
  /** Known values. */
  readonly e?: readonly (string | number)[];
  /** Least number, or count of items. */
  readonly min?: number;
  /** Greatest number, or count of items. */
  readonly max?: number;
  /** The items are texts. */
  readonly i?: 1;
  /** Several values may be separated by commas. */
  readonly s?: 1;
  /** A URL. */
  readonly u?: 1;
}

/** What one operation takes. */
export interface OperationRules {
  readonly m: Readonly<Record<string, MemberRules>>;
  /** Members that are required. */
  readonly r?: readonly string[];
  /** Members of which one is needed. */
  readonly o?: readonly string[];
  /** Members that single models require. */
  readonly w?: Readonly<Record<string, readonly string[]>>;
}

/** Operations by name. */
export type CheckTable = Readonly<Record<string, OperationRules>>;
