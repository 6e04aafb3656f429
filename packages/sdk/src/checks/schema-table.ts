/** The rules for one value. Names are short because there are thousands of them. */
export interface ValueRules {
  /** Kind of value. */
  readonly k: 'text' | 'integer' | 'number' | 'boolean' | 'list' | 'map' | 'any' | 'ref' | 'choice';
  /** Name of the schema, for `ref`. */
  readonly s?: string;
  /** What the value may be instead, for `choice`. */
  readonly c?: readonly ValueRules[];
  /** Null is allowed. */
  readonly n?: 1;
  /** Known values. */
  readonly e?: readonly (string | number)[];
  /** Of the items of a list, or the values of a map. */
  readonly i?: ValueRules;
  /** Least number, length or count. */
  readonly min?: number | undefined;
  /** Greatest number, length or count. */
  readonly max?: number | undefined;
  /** An integer of more than 32 bits. */
  readonly w?: 1;
  /** An AIR. */
  readonly a?: 1;
  /** Items differ from each other. */
  readonly u?: 1;
  /** Regular expression. */
  readonly p?: string;
  readonly f?: 'date-span' | 'date-time' | 'uri';
  /** Made by the server; ignored when sent. */
  readonly ro?: 1 | undefined;
}

/** An object's schema. */
export interface ObjectRow {
  /** Name of the schema it extends. */
  readonly b?: string;
  readonly m: Readonly<Record<string, ValueRules>>;
  /** Members the server refuses to do without. */
  readonly r?: readonly string[];
  /** Members the server is said to want and fills in by itself. */
  readonly x?: readonly string[];
  /** The member that chooses among children, which ones there are, and what an absent one means. */
  readonly t?: { readonly m: string; readonly c: Readonly<Record<string, string>>; readonly d?: string };
  /** Takes members that are not listed. */
  readonly o?: 1;
}

/** One schema: an enumeration, a list, or an object. */
export type SchemaRow = { readonly e: readonly (string | number)[] } | { readonly l: ValueRules } | ObjectRow;

/** Schemas by name. */
export type SchemaTable = Readonly<Record<string, SchemaRow>>;

/**
 * Members of outputs by schema: the name of the member's schema, `[` and the shape of the items of a list, `{` and that of
 * the values of a map, `t` for a text, `n` for a number, `b` for a boolean, `*` for anything.
 */
export type OutputShapes = Readonly<Record<string, Readonly<Record<string, string>>>>;
