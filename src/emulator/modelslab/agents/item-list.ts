import type { Members, ModelsLabRequest } from '../route.js';
import { type AgentOutcome, done, refused } from './agent-call.js';

/** Something with an id that the control plane keeps. */
export interface Item extends Members {
  readonly id: number | string;
}

/** A list of such things. */
export interface ItemList {
  readonly all: () => readonly Item[];
  add(members: Members): Item;
  /** Acts on the one that the path names. */
  with(request: ModelsLabRequest, act: (item: Item) => unknown): AgentOutcome;
  change(item: Item, members: Members): Item;
  remove(item: Item): void;
}

/** Creates a list; ids are numbers, or texts with a beginning of their own. */
export function createItemList(name: string, firstId: number, prefix = ''): ItemList {
  let items: readonly Item[] = [];
  let next = firstId;
  return {
    all: () => items,
    add: (members) => {
      const item = { ...members, id: prefix === '' ? next : `${prefix}${next}` };
      next += 1;
      items = [...items, item];
      return item;
    },
    with: ({ parameters }, act) => {
      const item = items.find(({ id }) => String(id) === parameters['id']);
      return item === undefined ? refused(404, 'not_found', `${name} not found.`) : done(act(item));
    },
    change: (item, members) => {
      const changed = { ...item, ...members, id: item.id };
      items = items.map((one) => (one.id === item.id ? changed : one));
      return changed;
    },
    remove: (item) => {
      items = items.filter(({ id }) => id !== item.id);
    },
  };
}
