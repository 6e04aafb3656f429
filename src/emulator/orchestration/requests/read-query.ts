import type { Query } from '../../http/query-text.js';
import type { ErrorMap } from '../validation/error-map.js';

/** Reads the query of a request; names in any case, and what cannot be read goes into `errors`. */
export interface QueryReader {
  readonly text: (name: string) => string | undefined;
  readonly texts: (name: string) => readonly string[];
  readonly flag: (name: string) => boolean | undefined;
  readonly whole: (name: string, min: number, max: number) => number | undefined;
  /** Milliseconds since 1970. */
  readonly date: (name: string) => number | undefined;
}

/** Creates a reader of one query. */
export function readQuery(query: Query, errors: ErrorMap): QueryReader {
  const texts = (name: string): readonly string[] =>
    Object.entries(query)
      .filter(([key]) => key.toLowerCase() === name.toLowerCase())
      .flatMap(([, value]) => value)
      .filter((value) => value !== '');
  const read = <T>(name: string, convert: (text: string) => T | undefined): T | undefined => {
    const [text] = texts(name);
    const value = text === undefined ? undefined : convert(text);
    if (text !== undefined && value === undefined) errors.add(name, `The value '${text}' is not valid.`);
    return value;
  };
  return {
    texts,
    text: (name) => texts(name)[0],
    flag: (name) => read(name, (text) => ({ true: true, false: false })[text.toLowerCase()]),
    whole: (name, min, max) =>
      read(name, (text) =>
        /^-?\d+$/.test(text) && Number(text) >= min && Number(text) <= max ? Number(text) : undefined,
      ),
    date: (name) => read(name, (text) => (Number.isNaN(Date.parse(text)) ? undefined : Date.parse(text))),
  };
}
