import type { QueryEntries, QueryValue } from '../transport/query-string.js';

/**
 * How one filter member is written into the query:
 *
 * - `text`, `integer`: one value
 * - `boolean`: `true` or `false`; `textOrBoolean`: either
 * - `flag`: sent only when true. The server reads any text as true there (`supportsGeneration=false`), or refuses the
 *   mere presence of the key (`favorites=false`)
 * - `moment`: a `Date`, written in UTC, or a text that is sent as it is
 * - `textList`, `integerList`: a repeated key
 * - `pairedList`: a repeated key that the server accepts only twice or more often; a single value is sent twice
 */
export type ParameterKind =
  | 'text'
  | 'integer'
  | 'boolean'
  | 'textOrBoolean'
  | 'flag'
  | 'moment'
  | 'textList'
  | 'integerList'
  | 'pairedList';

/** The parameters of a list endpoint in the order in which they are written. */
export type ParameterTable<TFilter> = Readonly<Record<Exclude<keyof TFilter & string, 'extra'>, ParameterKind>>;

/**
 * Writes a filter, checking every value.
 *
 * @throws TypeError for an unknown member or a value of the wrong kind, RangeError for an empty value: the server would
 * read the first as absent and the second as 0, and answer something else than was asked
 */
export function writeFilter(
  operation: string,
  filter: object,
  table: Readonly<Record<string, ParameterKind>>,
): QueryEntries {
  const values = filter as Readonly<Record<string, unknown>>;
  const entries: [string, QueryValue][] = [];
  for (const [name, kind] of Object.entries(table)) {
    const value = values[name];
    if (value === undefined) continue;
    const written = writeValue(kind, value, `${operation}: ${name}`);
    if (written !== undefined) entries.push([name, written]);
  }
  for (const name of Object.keys(values)) {
    if (name !== 'extra' && !Object.hasOwn(table, name)) {
      const known = Object.keys(table).join(', ');
      throw new TypeError(
        `${operation}: there is no filter "${name}"; the server would ignore it. Known: ${known}, extra`,
      );
    }
  }
  return [...entries, ...Object.entries((values['extra'] ?? {}) as Readonly<Record<string, QueryValue>>)];
}

function writeValue(kind: ParameterKind, value: unknown, where: string): QueryValue | undefined {
  switch (kind) {
    case 'text':
      return text(value, where);
    case 'integer':
      return integer(value, where);
    case 'boolean':
      return boolean(value, where);
    case 'textOrBoolean':
      return typeof value === 'boolean' ? value : text(value, where);
    case 'flag':
      return boolean(value, where) ? true : undefined;
    case 'moment':
      return moment(value, where);
    case 'textList':
      return list(value, where).map((item) => text(item, where));
    case 'integerList':
      return list(value, where).map((item) => integer(item, where));
    case 'pairedList': {
      const items = list(value, where).map((item) => text(item, where));
      return items.length === 1 ? [...items, ...items] : items;
    }
  }
}

function text(value: unknown, where: string): string {
  if (typeof value !== 'string') throw new TypeError(`${where} must be a text, got ${typeof value}`);
  if (value.trim() === '') throw new RangeError(`${where} is empty; leave it out to mean no filter`);
  return value;
}

function moment(value: unknown, where: string): string {
  if (!(value instanceof Date)) return text(value, where);
  if (Number.isNaN(value.getTime())) throw new RangeError(`${where} is a Date that holds no time`);
  return value.toISOString();
}

function integer(value: unknown, where: string): number {
  if (typeof value !== 'number') throw new TypeError(`${where} must be a number, got ${typeof value}`);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${where} must be a whole number, got ${value}`);
  return value;
}

function boolean(value: unknown, where: string): boolean {
  if (typeof value !== 'boolean') throw new TypeError(`${where} must be true or false, got ${typeof value}`);
  return value;
}

function list(value: unknown, where: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new TypeError(`${where} must be a list, got ${typeof value}`);
  if (value.length === 0) throw new RangeError(`${where} is an empty list; leave it out to mean no filter`);
  return value;
}
