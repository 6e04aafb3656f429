import { own, readItems, readMembers, toJson } from './read-json.js';

/** What the references of a template may point to. */
export interface Scope {
  /** Of a single step, the others are not known; a recipe has none. */
  readonly kind: 'workflow' | 'step' | 'recipe';
  /** The `$type` of each step, where it is a text. */
  readonly types: readonly (string | undefined)[];
  /** Positions of the named steps. */
  readonly positions: ReadonlyMap<string, number>;
  /** Names of the workflow's arguments. */
  readonly argumentNames: readonly string[];
}

/** What is known when only one step or one recipe's input is looked at. */
export function emptyScope(kind: 'step' | 'recipe'): Scope {
  return { kind, types: [], positions: new Map(), argumentNames: [] };
}

/** Reads the names of a workflow before it is checked, for references may point anywhere in it. */
export function readScope(template: unknown): Scope {
  const members = membersOf(template);
  const steps = members?.get('steps');
  const types: (string | undefined)[] = [];
  const positions = new Map<string, number>();
  for (const step of itemsOf(steps)) {
    const { type, name } = identify(step);
    if (name !== undefined && !positions.has(name)) positions.set(name, types.length);
    types.push(type);
  }
  const argumentNames = [...(membersOf(members?.get('arguments'))?.keys() ?? [])];
  return { kind: 'workflow', types, positions, argumentNames };
}

function membersOf(value: unknown): ReadonlyMap<string, unknown> | undefined {
  const json = toJson(value, '');
  return typeof json === 'object' && json !== null ? readMembers(json) : undefined;
}

function itemsOf(steps: unknown): readonly unknown[] {
  try {
    return Array.isArray(steps) ? (readItems(steps) ?? []) : [];
  } catch {
    return [];
  }
}

/** Only the two members: the others are read by the check. */
function identify(step: unknown): { readonly type?: string; readonly name?: string } {
  try {
    if (typeof step !== 'object' || step === null) return {};
    const { $type: type, name } = step as { $type?: unknown; name?: unknown };
    return {
      ...(typeof type === 'string' ? { type } : {}),
      ...(typeof name === 'string' && name !== '' ? { name } : {}),
    };
  } catch {
    return {};
  }
}

/**
 * The position of the step that a reference names: by its name, by `$0`, `$1`, … or `0`, `1`, …, or by `$` and its name.
 */
export function findStep(scope: Scope, source: string): number | undefined {
  const named = scope.positions.get(source);
  if (named !== undefined) return named;
  const [, digits] = /^\$?(\d{1,5})$/.exec(source) ?? [];
  if (digits !== undefined && Number(digits) < scope.types.length) return Number(digits);
  return source.startsWith('$') ? scope.positions.get(source.slice(1)) : undefined;
}

/** The schema of what a step puts out, when its kind is known. */
export function outputOf(
  scope: Scope,
  position: number,
  outputs: Readonly<Record<string, string>>,
): string | undefined {
  const type = scope.types[position];
  return type === undefined ? undefined : own(outputs, type);
}
