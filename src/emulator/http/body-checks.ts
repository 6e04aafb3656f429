import { at, type Issue, wrongType } from './issues.js';

/** What the schema library calls the type of a JSON value. */
export function jsonType(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value;
}

/** Whether a JSON value is an object with members. */
export function isJsonObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return jsonType(value) === 'object';
}

/** The issue of a value that has not the wanted type, as a list for spreading. */
export function typeIssues(value: unknown, expected: string): readonly Issue[] {
  return jsonType(value) === expected ? [] : [wrongType(expected, jsonType(value))];
}

/** The same for one member of an object. */
export function memberIssues(
  object: Readonly<Record<string, unknown>>,
  member: string,
  expected: string,
): readonly Issue[] {
  return typeIssues(object[member], expected).map((issue) => at(member, issue));
}
