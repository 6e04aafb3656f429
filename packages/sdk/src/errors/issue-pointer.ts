import { jsonPointer } from '../request/json-pointer.js';

/** `name`, `[0]`, `['a name']` or `["a name"]`, each with the dot before it. */
const segment = /\.?([^.[\]]+)|\[(\d+)\]|\[(['"])(.*?)\3\]/gy;

/**
 * Turns a path as the server writes it, such as `steps[0].input.prompt` or `$.steps[0].input['a.b']`, into a JSON
 * Pointer. One that is a pointer already stays.
 *
 * @returns `undefined` for the whole request and for what is no such path
 */
export function issuePointer(path: string): string | undefined {
  if (path.startsWith('/')) return path;
  const rest = path.replace(/^\$\.?/, '');
  const segments: string[] = [];
  let end = 0;
  for (const match of rest.matchAll(segment)) {
    segments.push(match[1] ?? match[2] ?? match[4] ?? '');
    end = match.index + match[0].length;
  }
  return segments.length > 0 && end === rest.length ? jsonPointer(...segments) : undefined;
}
