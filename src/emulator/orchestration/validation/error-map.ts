import type { Reply } from '../../http/reply.js';
import { problemReply } from '../problem.js';

/** What is wrong with a request, by dotted path. */
export interface ErrorMap {
  add(path: string, text: string): void;
  readonly isEmpty: boolean;
  /** The 400 that tells of all of it. */
  reply(): Reply;
}

/** Creates an empty map; `place` says how its paths are to be written. */
export function createErrorMap(place: (path: string) => string = (path) => path): ErrorMap {
  // Paths hold names that clients chose, `__proto__` among them.
  const errors = new Map<string, string[]>();
  return {
    add: (where, text) => {
      const path = place(where);
      const texts = errors.get(path);
      if (texts === undefined) errors.set(path, [text]);
      else texts.push(text);
    },
    get isEmpty() {
      return errors.size === 0;
    },
    reply: () => problemReply(400, 'One or more validation errors occurred.', { errors: Object.fromEntries(errors) }),
  };
}

/** A 400 about one path. */
export function invalid(path: string, text: string): Reply {
  return problemReply(400, 'One or more validation errors occurred.', { errors: { [path]: [text] } });
}
