import type { MemberNode, ObjectNode, ValueNode } from '@humanwhocodes/momoa';
import type { ConfigurationProblem } from '../../errors/configuration-error.js';
import type { RawValue, SourceEntry } from '../configuration-entry.js';
import { childKey, colonKey, comparableKey, reservedNameIn } from '../configuration-key.js';
import type { SourceContent } from './object-entries.js';
import { parseJson } from './parse-json.js';
import { reservedKeyProblem } from './reserved-key-problem.js';

/** The limit of .NET's JSON reader. */
const maxDepth = 64;

/** How a JSON text is called. */
export interface JsonOrigin {
  /** Its name, such as `appsettings.json`. */
  readonly name: string;
  /** What the source of a value starts with, such as `appsettings.json`; the line is added. */
  readonly source: string;
  /** What the source of a problem starts with, the full path; line and column are added. */
  readonly path: string;
}

/** Flattens a JSON text to entries. */
export function jsonEntries(text: string, origin: JsonOrigin): SourceContent {
  const { body, failure } = parseJson(text);
  if (failure !== undefined) {
    const { message, remedy, position } = failure;
    const source = position === undefined ? origin.path : `${origin.path}:${position.line}:${position.column}`;
    return { entries: [], problems: [{ key: origin.name, source, message, remedy }] };
  }
  if (body.type === 'Object') return flatten(body, origin);
  const remedy = 'Put the settings in braces: { "CivitaiApi": { … } }.';
  const problem = { key: origin.name, source: placeOf(body, origin), message: 'must contain an object.', remedy };
  return { entries: [], problems: [problem] };
}

function flatten(root: ObjectNode, origin: JsonOrigin): SourceContent {
  const entries = new Map<string, SourceEntry>();
  const problems: ConfigurationProblem[] = [];
  const complain = (key: string, node: ValueNode | MemberNode, message: string, remedy: string): void => {
    problems.push({ key, source: placeOf(node, origin), message, remedy });
  };

  const visit = (key: string, node: ValueNode, depth: number): void => {
    if (depth > maxDepth) complain(key, node, `is nested more than ${maxDepth} levels deep.`, 'Correct it.');
    else if (node.type === 'Object') visitMembers(key, node, depth);
    else if (node.type === 'Array') {
      for (const [index, element] of node.elements.entries())
        visit(childKey(key, `${index}`), element.value, depth + 1);
    } else {
      const value = leafOf(node);
      if (value === undefined) return;
      // Two spellings of one key: `"A": { "B": 1 }` and `"A:B": 2`.
      if (entries.has(comparableKey(key))) complain(key, node, 'is there twice.', 'Keep one of them.');
      else entries.set(comparableKey(key), { key, value, source: `${origin.source}:${node.loc.start.line}` });
    }
  };
  const visitMembers = (parent: string, object: ObjectNode, depth: number): void => {
    const names = new Set<string>();
    for (const member of object.members) {
      const name = member.name.type === 'String' ? member.name.value : member.name.name;
      const reserved = reservedNameIn(name);
      const key = childKey(parent, reserved ?? colonKey(name));
      if (reserved !== undefined) problems.push(reservedKeyProblem(key, placeOf(member, origin)));
      else if (names.has(comparableKey(name))) {
        complain(key, member, 'is there twice.', 'Keys are case-insensitive: keep one of them.');
      } else visit(key, member.value, depth + 1);
      names.add(comparableKey(name));
    }
  };

  visitMembers('', root, 0);
  return { entries: [...entries.values()], problems };
}

/** The value of a node that is neither object nor array; `null` means unset. */
function leafOf(node: ValueNode): RawValue | undefined {
  return node.type === 'String' || node.type === 'Number' || node.type === 'Boolean' ? node.value : undefined;
}

function placeOf({ loc }: ValueNode | MemberNode, { path }: JsonOrigin): string {
  return `${path}:${loc.start.line}:${loc.start.column}`;
}
