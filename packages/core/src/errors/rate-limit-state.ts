/** What a server says about one of its limits in `RateLimit` and `RateLimit-Policy`. */
export interface RateLimitState {
  /** The server's own name for it. */
  readonly name: string;
  /** How much is left. */
  readonly remaining: number;
  /** Until more is granted, in milliseconds. */
  readonly resetMs?: number;
  /** How much is granted in a window. */
  readonly quota?: number;
  /** Length of the window, in milliseconds. */
  readonly windowMs?: number;
}

/** One entry of such a header: a name, and whole numbers by one letter. */
interface Entry {
  readonly name: string;
  readonly numbers: ReadonlyMap<string, number>;
}

// RFC 9651: a list of strings or tokens with parameters. Of the values only whole numbers mean something here.
const text = String.raw`"(?:[ !#-[\]-~]|\\["\\])*"`;
const token = String.raw`[A-Za-z*][\w!#$%&'*+.^${'`'}|~:/-]*`;
const number = String.raw`-?\d{1,15}(?:\.\d{1,3})?`;
const value = String.raw`(?:${text}|${token}|${number}|:[A-Za-z0-9+/=]*:|\?[01])`;
const parameter = String.raw`;[ ]*([a-z*][a-z0-9_.*-]*)(?:=(${value}))?`;
const wholeEntry = new RegExp(String.raw`^(${text}|${token})((?:${parameter})*)`);
const eachParameter = new RegExp(parameter, 'g');
const separator = /^[ \t]*,[ \t]*(?=\S)/;

/** A longer header is none that a server means seriously. */
const maxLength = 4096;

/**
 * Reads `RateLimit: "name";r=0;t=12` and `RateLimit-Policy: "name";q=1000;w=60`, each with any number of entries. A
 * header that is not well-formed is left out as a whole, an entry without `r` too.
 *
 * @param headers - names in lower case
 */
export function readRateLimits(headers: Readonly<Record<string, string>>): readonly RateLimitState[] {
  const limits = readEntries(headers['ratelimit']);
  if (limits.length === 0) return [];
  const policies = new Map(readEntries(headers['ratelimit-policy']).map(({ name, numbers }) => [name, numbers]));
  return limits.flatMap(({ name, numbers }) => {
    const remaining = numbers.get('r');
    if (remaining === undefined) return [];
    const policy = policies.get(name);
    return [
      {
        name,
        remaining,
        ...named('resetMs', numbers.get('t'), 1000),
        ...named('quota', policy?.get('q'), 1),
        ...named('windowMs', policy?.get('w'), 1000),
      },
    ];
  });
}

/** How long until everything that is used up is granted again; `undefined` when nothing is, or nobody says. */
export function exhaustedForMs(limits: readonly RateLimitState[]): number | undefined {
  const waits = limits.flatMap(({ remaining, resetMs }) => (remaining === 0 && resetMs !== undefined ? [resetMs] : []));
  return waits.length === 0 ? undefined : Math.max(...waits);
}

function readEntries(header: string | undefined): readonly Entry[] {
  let rest = header?.trim() ?? '';
  if (rest === '' || rest.length > maxLength) return [];
  const entries: Entry[] = [];
  for (;;) {
    const [matched = '', name = '', parameters = ''] = wholeEntry.exec(rest) ?? [];
    if (matched === '') return [];
    entries.push({ name: unquoted(name), numbers: readNumbers(parameters) });
    rest = rest.slice(matched.length);
    if (rest === '') return entries;
    const between = separator.exec(rest)?.[0];
    if (between === undefined) return [];
    rest = rest.slice(between.length);
  }
}

function readNumbers(parameters: string): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const [, name = '', written = ''] of parameters.matchAll(eachParameter)) {
    // The last of several counts, also when it is no number.
    numbers.delete(name);
    if (/^\d+$/.test(written)) numbers.set(name, Number(written));
  }
  return numbers;
}

function unquoted(name: string): string {
  return name.startsWith('"') ? name.slice(1, -1).replace(/\\(.)/g, '$1') : name;
}

function named<K extends string>(
  key: K,
  count: number | undefined,
  factor: number,
): { readonly [P in K]?: number } | Record<string, never> {
  return count === undefined ? {} : ({ [key]: count * factor } as { readonly [P in K]?: number });
}
