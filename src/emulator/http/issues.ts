/** Where in the input an issue lies. */
type IssuePath = readonly (string | number)[];

/** One validation issue in the form the server's schema library (zod 4) gives it; key order included. */
export interface Issue {
  readonly code: string;
  readonly path: IssuePath;
  readonly message: string;
  readonly [detail: string]: unknown;
}

/** A value of the wrong type. `received` appears only where the library prints it: for numbers that are not numbers. */
export function wrongType(expected: string, received: string, printed = false): Issue {
  return {
    expected,
    code: 'invalid_type',
    ...(printed ? { received } : {}),
    path: [],
    message: `Invalid input: expected ${expected}, received ${received}`,
  };
}

/** A number with a fraction where a whole one is wanted. */
export function notWhole(): Issue {
  return {
    expected: 'int',
    format: 'safeint',
    code: 'invalid_type',
    path: [],
    message: 'Invalid input: expected int, received number',
  };
}

/** A number below its least value. */
export function tooSmall(minimum: number): Issue {
  return {
    origin: 'number',
    code: 'too_small',
    minimum,
    inclusive: true,
    path: [],
    message: `Too small: expected number to be >=${minimum}`,
  };
}

/** A number above its greatest value. */
export function tooBig(maximum: number): Issue {
  return {
    origin: 'number',
    code: 'too_big',
    maximum,
    inclusive: true,
    path: [],
    message: `Too big: expected number to be <=${maximum}`,
  };
}

/** A number that must be above zero. */
export function notPositive(): Issue {
  return {
    origin: 'number',
    code: 'too_small',
    minimum: 0,
    inclusive: false,
    path: [],
    message: 'Too small: expected number to be >0',
  };
}

/** A text or list that is longer than its greatest length. */
export function tooLong(origin: 'string' | 'array', maximum: number): Issue {
  const unit = origin === 'string' ? 'characters' : 'items';
  return {
    origin,
    code: 'too_big',
    maximum,
    inclusive: true,
    path: [],
    message: `Too big: expected ${origin} to have <=${maximum} ${unit}`,
  };
}

/** A text whose length is not the only one allowed. */
export function wrongLength(length: number, tooShort: boolean): Issue {
  return {
    origin: 'string',
    ...(tooShort ? { code: 'too_small', minimum: length } : { code: 'too_big', maximum: length }),
    inclusive: true,
    exact: true,
    path: [],
    message: `Too ${tooShort ? 'small' : 'big'}: expected string to have ${tooShort ? '>' : '<'}=${length} characters`,
  };
}

/** A text outside a fixed list; `expected` names the list when the library does. */
export function notAnOption(values: readonly string[], expected?: string): Issue {
  return {
    code: 'invalid_value',
    ...(expected === undefined ? {} : { expected }),
    values,
    path: [],
    message: `Invalid option: expected one of ${values.map((value) => `"${value}"`).join('|')}`,
  };
}

/** A text that misses its pattern. */
export function wrongPattern(pattern: RegExp): Issue {
  return {
    origin: 'string',
    code: 'invalid_format',
    format: 'regex',
    pattern: String(pattern),
    path: [],
    message: `Invalid string: must match pattern ${String(pattern)}`,
  };
}

/** A value that fits none of several schemas. */
export function fitsNone(errors: readonly (readonly Issue[])[]): Issue {
  return { code: 'invalid_union', errors, path: [], message: 'Invalid input' };
}

/** The same issue seen from one level further out. */
export function at(key: string | number, issue: Issue): Issue {
  return { ...issue, path: [key, ...issue.path] };
}

function pathText(path: IssuePath): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? part : `${text}.${part}`;
  }, '');
}

/** The multi-line text of error shape E6. */
export function prettifyIssues(issues: readonly Issue[]): string {
  return issues
    .map((issue) => `✖ ${issue.message}${issue.path.length === 0 ? '' : `\n  → at ${pathText(issue.path)}`}`)
    .join('\n');
}

/** The error object of shapes E3 and E4: the issues are a JSON text inside the JSON. */
export function zodErrorObject(issues: readonly Issue[]): { readonly name: 'ZodError'; readonly message: string } {
  return { name: 'ZodError', message: JSON.stringify(issues, null, 2) };
}
