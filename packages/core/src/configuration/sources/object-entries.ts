import type { ConfigurationProblem } from '../../errors/configuration-error.js';
import { isSecret } from '../../secrets/secret.js';
import type { SourceEntry } from '../configuration-entry.js';
import { childKey, colonKey, comparableKey, reservedNameIn } from '../configuration-key.js';
import { isPlainObject } from '../plain-object.js';
import { reservedKeyProblem } from './reserved-key-problem.js';
import type { UnusableValue } from './unusable-value.js';

/** What a source has, and what is wrong with it. */
export interface SourceContent {
  readonly entries: readonly SourceEntry[];
  readonly problems: readonly ConfigurationProblem[];
}

/** Deeper than any configuration; ends cyclic structures too. */
const maxDepth = 64;

/**
 * Flattens a plain object to entries. A {@link Secret} and a `URL` count as their text; other objects (dates, class
 * instances, functions) become {@link UnusableValue}s, for the object may hold much that is not ours.
 *
 * @throws TypeError when it is no plain object.
 */
export function objectEntries(object: unknown, source: string): SourceContent {
  if (!isPlainObject(object)) throw new TypeError('Expected a plain object, such as { CivitaiApi: { ApiKey: "…" } }.');
  const entries = new Map<string, SourceEntry>();
  const problems: ConfigurationProblem[] = [];

  const add = (key: string, value: SourceEntry['value']): void => {
    const comparable = comparableKey(key);
    if (entries.has(comparable)) {
      problems.push({
        key,
        source,
        message: 'is there twice.',
        remedy: 'Keys are case-insensitive: keep one of them.',
      });
    } else entries.set(comparable, { key, value, source });
  };
  const visit = (key: string, value: unknown, depth: number): void => {
    if (value === undefined || value === null) return;
    if (isPlainObject(value) || Array.isArray(value)) {
      if (depth > maxDepth) {
        problems.push({ key, source, message: `is nested more than ${maxDepth} levels deep.`, remedy: 'Remove it.' });
      } else visitMembers(key, value, depth);
    } else add(key, leafOf(value));
  };
  const visitMembers = (parent: string, members: object, depth: number): void => {
    for (const [name, value] of Object.entries(members)) {
      const reserved = reservedNameIn(name);
      if (reserved === undefined) visit(childKey(parent, colonKey(name)), value, depth + 1);
      else problems.push(reservedKeyProblem(childKey(parent, reserved), source));
    }
  };

  visitMembers('', object, 0);
  return { entries: [...entries.values()], problems };
}

function leafOf(value: unknown): SourceEntry['value'] {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (isSecret(value)) return value.reveal();
  if (value instanceof URL) return value.href;
  const unusable: UnusableValue = { kind: 'unusable', description: describe(value) };
  return unusable;
}

function describe(value: unknown): string {
  if (typeof value !== 'object') return `a ${typeof value}`;
  return `an object of the kind ${Object.prototype.toString.call(value).slice('[object '.length, -1)}`;
}
