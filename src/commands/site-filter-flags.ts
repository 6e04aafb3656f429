/** How a member of a filter is written on the command line, by what it takes. */
type KindOf<V> = [V] extends [boolean]
  ? 'boolean' | 'switch'
  : [V] extends [readonly number[]]
    ? 'integers'
    : [V] extends [readonly string[]]
      ? 'texts'
      : [V] extends [number]
        ? 'integer' | 'levels'
        : [V] extends [string]
          ? 'text'
          : 'textOrBoolean';

/** The flag of one member of a filter. */
export interface FilterFlag<V> {
  /**
   * - `switch`: can only be turned on, because the server reads any value as on
   * - `boolean`: `--x` and `--no-x`
   * - `levels`: a sum of maturity bits, or their names; the command that has it makes a number of the text
   */
  readonly kind: KindOf<V>;
  readonly help: string;
  /** What `--no-x` means; for `boolean` and `textOrBoolean`. */
  readonly no?: string;
  /** What the value is called in the help. Default: by its kind. */
  readonly value?: string;
  /** What is known to be understood; anything else is passed on. */
  readonly words?: readonly string[];
}

/** A flag for every member of a filter: the compiler says which one is missing. */
export type FilterFlags<F> = {
  readonly [K in Exclude<keyof F & string, 'extra'>]-?: FilterFlag<NonNullable<F[K]>>;
};

/** A flag of whichever filter. */
export type AnyFilterFlag =
  | FilterFlag<boolean>
  | FilterFlag<number>
  | FilterFlag<string>
  | FilterFlag<readonly number[]>
  | FilterFlag<readonly string[]>
  | FilterFlag<string | boolean>;

/** The flags of whichever filter, by the names of its members. */
export type AnyFilterFlags = Readonly<Record<string, AnyFilterFlag>>;
