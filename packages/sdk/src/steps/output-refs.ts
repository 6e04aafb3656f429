import type { Ref } from './ref.js';
import type { Unlisted } from './unlisted.js';

/**
 * References into a value that will be there later: each member is a reference itself, and has members of its own.
 *
 * A reference is written out as `{ "$ref": …, "path": … }`; it has these two members and no others, so copies, spreads
 * and `JSON.stringify` see nothing else. That is also why members of those two names cannot be reached: use `stepRef()`
 * for them. It stands for a whole value: in the middle of a text it throws a `TypeError`. `structuredClone` does not take
 * it; `{ ...reference }` is the same reference as plain data, and so is what the step builders make of their input.
 *
 * @example
 * ```ts
 * import { steps } from '@civitkit/sdk/client';
 *
 * const hero = steps.textToImage({ prompt: 'a hero' }, { name: 'hero' });
 * const larger = steps.imageUpscaler({ image: hero.output.images[0].url });
 * console.log(JSON.stringify(larger.input)); // {"image":{"$ref":"hero","path":"output.images[0].url"}}
 * ```
 */
export type OutputRefs<T> = Ref<Exclude<T, Absent>> & RefMembers<Exclude<T, Absent>>;

/** What a reference never stands for. */
type Absent = null | undefined | Unlisted;

type RefMembers<T> = [T] extends [string | number | boolean]
  ? unknown
  : [T] extends [readonly (infer Item)[]]
    ? RefItems<Item>
    : [Listed<T>] extends [never]
      ? RefEntries<T>
      : { readonly [K in Exclude<KeyOf<Listed<T>>, keyof Ref>]: OutputRefs<ValueOf<Listed<T>, K>> };

/** The first ones by name, so that strict index checks do not doubt that they are there. */
type RefItems<Item> = { readonly [Index in FirstIndexes]: OutputRefs<Item> } & {
  readonly [index: number]: OutputRefs<Item>;
};

type FirstIndexes = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 17 | 18 | 19;

type RefEntries<T> = T extends { readonly [key: string]: infer Value }
  ? { readonly [key: string]: OutputRefs<Value> }
  : unknown;

/** The shapes whose members are known. */
type Listed<T> = T extends unknown ? (string extends keyof T ? never : T) : never;

/** Members of any of the shapes a value may have. */
type KeyOf<T> = T extends unknown ? keyof T : never;

type ValueOf<T, K> = T extends unknown ? (K extends keyof T ? T[K] : never) : never;

/** Makes references that begin at `path` of `source`; `''` is the source itself. */
export function outputRefs<T>(source: string, path: string): OutputRefs<T> {
  const shown: Readonly<Record<string, string>> = path === '' ? { $ref: source } : { $ref: source, path };
  return new Proxy(Object.freeze(shown), {
    get: (target, key) => {
      if (key === Symbol.toPrimitive) return refuseText(source, path);
      // JSON.stringify asks for toJSON.
      if (typeof key === 'symbol' || key === 'toJSON') return undefined;
      if (key === '$ref' || key === 'path') return target[key];
      return outputRefs(source, joinPath(path, key));
    },
  }) as unknown as OutputRefs<T>;
}

function refuseText(source: string, path: string): () => never {
  return () => {
    throw new TypeError(
      `The reference to ${path === '' ? source : `${source}, ${path}`} is no text yet: the server puts the value in later, in place of a whole member. To use it inside a text, let a step such as promptEnhancement or chatCompletion write that text.`,
    );
  };
}

function joinPath(path: string, key: string): string {
  if (key === '' || /[.[\]]/.test(key)) {
    throw new TypeError(
      `No path leads to the member ${JSON.stringify(key)}: paths have dots and brackets of their own.`,
    );
  }
  if (/^\d+$/.test(key)) return `${path}[${key}]`;
  return path === '' ? key : `${path}.${key}`;
}
