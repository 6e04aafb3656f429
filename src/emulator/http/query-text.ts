import { parse } from 'node:querystring';

/** One query value as the server sees it: a repeated key becomes an array, a single one stays text. */
export type QueryValue = string | readonly string[];

/** The query of a request in the order its keys first appeared. */
export type Query = Readonly<Record<string, QueryValue>>;

/**
 * Reads the text after `?` the way the server's framework does (contract §3): Node's `querystring`, so `a,b` stays one
 * text, `key[]` is a key of its own, and both `%20` and `+` are spaces.
 */
export function parseQueryText(text: string): Query {
  // Every key that `parse` returns has a value; its declared type only says so for indexed reads.
  return parse(text) as Query;
}

/** Splits a request target at its first `?`. */
export function splitTarget(target: string): { readonly pathname: string; readonly queryText: string } {
  const mark = target.indexOf('?');
  return mark === -1
    ? { pathname: target, queryText: '' }
    : { pathname: target.slice(0, mark), queryText: target.slice(mark + 1) };
}
