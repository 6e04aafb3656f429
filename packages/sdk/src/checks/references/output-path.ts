import { quote } from '../describe.js';
import { own } from '../read-json.js';
import type { OutputShapes } from '../schema-table.js';

/** The steps of a path, such as `output`, `images`, 0, `url`. */
export type PathSteps = readonly (string | number)[];

const step = /(?:^|\.)([^.[\]]+)|\[(\d+)\]|\[(['"])(.+?)\3\]/y;

/** Reads `output.images[0].url`; `undefined` for what has another form. */
export function readPath(path: string): PathSteps | undefined {
  const steps: (string | number)[] = [];
  for (let at = 0; at < path.length; ) {
    step.lastIndex = at;
    const found = step.exec(path);
    if (found === null) return undefined;
    const [text, name, index, , quoted] = found;
    steps.push(name ?? (index === undefined ? (quoted ?? '') : Number(index)));
    at += text.length;
  }
  return steps;
}

/** Where a path leads: to a value of a shape, or astray. */
export type PathEnd =
  | { readonly shape: string }
  | { readonly problem: string; readonly name?: string; readonly names?: readonly string[] };

/** Follows a path into what a step puts out. */
export function followPath(shapes: OutputShapes, start: string, steps: PathSteps): PathEnd {
  let shape = start;
  for (const at of steps) {
    const next = follow(shapes, shape, at);
    if (typeof next !== 'string') return next;
    shape = next;
  }
  return { shape };
}

function follow(
  shapes: OutputShapes,
  shape: string,
  at: string | number,
): string | Exclude<PathEnd, { shape: string }> {
  if (shape === '*' || shape === '') return '*';
  if (shape.startsWith('{')) return shape.slice(1);
  if (shape.startsWith('[')) {
    if (typeof at === 'number') return shape.slice(1);
    return { problem: `a list stands before ${quote(at)}; say which item, as in [0]` };
  }
  const members = own(shapes, shape);
  if (members === undefined) return { problem: `nothing lies below ${describeShape(shape)}` };
  if (typeof at === 'number') return { problem: `[${at}] is for lists, and this is an object` };
  const next = own(members, at);
  return next ?? { problem: 'there is no such member', name: at, names: Object.keys(members) };
}

/** What lies at the end of a path, for a message. */
export function describeShape(shape: string): string {
  const known: Readonly<Record<string, string>> = { t: 'a text', n: 'a number', b: 'true or false' };
  if (shape.startsWith('[')) return 'a list';
  return own(known, shape) ?? 'an object';
}
