import type { ErrorCode } from '../errors/error-code.js';
import type { Secret } from '../secrets/secret.js';

/** What a field holds; decides how text is read and what is checked. */
export type FieldKind = 'text' | 'url' | 'integer' | 'number' | 'boolean' | 'secret' | 'proxy';

/** The kinds that produce a value of type `T`: a `boolean` setting cannot be declared as `'text'`. */
type KindOf<T> = [NonNullable<T>] extends [boolean]
  ? 'boolean'
  : [NonNullable<T>] extends [number]
    ? 'integer' | 'number'
    : [NonNullable<T>] extends [Secret]
      ? 'secret'
      : [NonNullable<T>] extends [string]
        ? 'text' | 'url'
        : 'proxy';

/** A rule for text, with the words that tell a person what is allowed. */
interface TextRule {
  readonly expression: RegExp;
  /** Completes “must …”, such as `consist of letters, digits, ".", "_" and "-"`. */
  readonly description: string;
}

/** What every field says about itself, whatever its type. */
export interface FieldDefinition {
  /** One sentence for people, without the default and the limits. */
  readonly doc: string;
  readonly kind: FieldKind;
  /** The value when no source has one; a URL or text is given here in the form it is to be used. */
  readonly default?: string | number | boolean | null;
  /** Smallest number allowed. */
  readonly min?: number;
  /** Largest number allowed. */
  readonly max?: number;
  readonly pattern?: TextRule;
  /** Names outside the section that mean this field, such as `CIVITAI_API_KEY`; the first is the strongest. */
  readonly aliases?: readonly string[];
  /** Full keys to look at when nothing else has a value, such as `CivitaiApi:ApiKey`. */
  readonly fallbacks?: readonly string[];
  /** Present when there has to be a value; `remedy` says where to get one and how to give it. */
  readonly required?: { readonly remedy: string };
}

/** A setting of type `T`: either it has a default, or it is required. */
export type Field<T> = FieldDefinition & { readonly kind: KindOf<T> } & (
    | { readonly default: DefaultOf<T>; readonly required?: never }
    | { readonly default?: never; readonly required: { readonly remedy: string } }
  );

/** A default is written down in code, so it is never a secret. */
type DefaultOf<T> = Exclude<T, Secret>;

/** A setting or a group of settings. */
type FieldOrGroup<T> = [NonNullable<T>] extends [string | number | boolean | Secret] ? Field<T> : FieldsOf<T>;

/** One field for each property of `S`, under its name with a capital: leaving one out does not compile. */
export type FieldsOf<S> = { readonly [K in keyof S & string as Capitalize<K>]: FieldOrGroup<S[K]> };

/**
 * A section of the configuration: its name and its fields.
 *
 * @example
 * ```ts
 * import type { SectionSchema } from '@civitkit/core';
 *
 * interface MirrorSettings {
 *   readonly enabled: boolean;
 * }
 * const mirrorSection: SectionSchema<MirrorSettings> = {
 *   name: 'Mirror',
 *   fields: { Enabled: { doc: 'Whether to use the mirror.', kind: 'boolean', default: false } },
 * };
 * ```
 */
export interface SectionSchema<S> {
  readonly name: string;
  readonly fields: FieldsOf<S>;
  /** What is wrong with settings that are right one by one; asked only then. */
  check?(settings: S): SectionProblem | undefined;
}

/** Settings that do not go together. */
export interface SectionProblem {
  /** The setting to change, within the section. */
  readonly key: string;
  /** Code of the error when nothing else is wrong. */
  readonly code: ErrorCode;
  readonly message: string;
  readonly remedy: string;
}

/** Any section, where the type of its settings does not matter. */
export interface AnySection {
  readonly name: string;
  readonly fields: object;
  check?(settings: never): SectionProblem | undefined;
}
