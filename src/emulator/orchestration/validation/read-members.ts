import { isJsonObject } from '../../http/body-checks.js';
import { memberPath } from '../references/walk-json.js';
import type { JsonObject } from '../workflows/workflow-record.js';
import type { ErrorMap } from './error-map.js';

/** Reads the members of a JSON object; what has the wrong type is told of and counts as absent, as null does. */
export interface MemberReader {
  readonly text: (name: string) => string | undefined;
  readonly flag: (name: string) => boolean | undefined;
  readonly number: (name: string, min: number, max: number) => number | undefined;
  readonly whole: (name: string, min: number, max: number) => number | undefined;
  readonly object: (name: string) => JsonObject | undefined;
  readonly list: (name: string) => readonly unknown[] | undefined;
  /** Names are read in any case and given in their own. */
  readonly choice: <T extends string>(name: string, choices: readonly T[]) => T | undefined;
}

/** Finds a name in any case. */
export function matchName<T extends string>(text: string, names: readonly T[]): T | undefined {
  return names.find((name) => name.toLowerCase() === text.toLowerCase());
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}

function isWhole(value: unknown): value is number {
  return Number.isInteger(value);
}

/** Creates a reader of one object. */
export function readMembers(object: JsonObject, path: string, errors: ErrorMap): MemberReader {
  const read = <T>(name: string, kind: string, test: (value: unknown) => value is T): T | undefined => {
    const value = Object.hasOwn(object, name) ? (object[name] ?? undefined) : undefined;
    if (value === undefined || test(value)) return value;
    errors.add(memberPath(path, name), `The JSON value could not be converted to ${kind}.`);
    return undefined;
  };
  const within = (name: string, value: number | undefined, min: number, max: number): number | undefined => {
    if (value === undefined || (value >= min && value <= max)) return value;
    errors.add(memberPath(path, name), `The field ${name} must be between ${min} and ${max}.`);
    return undefined;
  };
  return {
    text: (name) => read(name, 'a string', isText),
    flag: (name) => read(name, 'a boolean', (value) => typeof value === 'boolean'),
    number: (name, min, max) => within(name, read(name, 'a number', isNumber), min, max),
    whole: (name, min, max) => within(name, read(name, 'a whole number', isWhole), min, max),
    object: (name) => read(name, 'an object', isJsonObject),
    list: (name) => read(name, 'an array', (value): value is readonly unknown[] => Array.isArray(value)),
    choice: (name, choices) => {
      const text = read(name, 'a string', isText);
      const found = text === undefined ? undefined : matchName(text, choices);
      if (text !== undefined && found === undefined) {
        errors.add(memberPath(path, name), `The JSON value could not be converted to one of ${choices.join(', ')}.`);
      }
      return found;
    },
  };
}
