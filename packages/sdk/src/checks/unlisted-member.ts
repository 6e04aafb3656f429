import { quote } from './describe.js';
import { didYouMean } from './did-you-mean.js';
import { own } from './read-json.js';
import { knownMembers, type SchemaLevels, takesMore } from './schema-levels.js';
import { retiredMembers } from './server-habits.js';
import type { Walk } from './walk.js';

/** A member that no schema lists. The server most likely ignores it. */
export function checkUnlisted(walk: Walk, levels: SchemaLevels, name: string): void {
  if (checkRetired(walk, levels, name) || takesMore(levels, name)) return;
  const message = `${quote(name)} is no member of this.${didYouMean(name, knownMembers(levels))} The server is likely to ignore it.`;
  walk.warn('unknown_member', message);
}

/** A member that went, or is about to. */
export function checkRetired(walk: Walk, { levels }: SchemaLevels, name: string): boolean {
  for (const level of levels) {
    const reason = own(own(retiredMembers, level.name) ?? {}, name);
    if (reason === undefined) continue;
    walk.warn('retired', `${quote(name)} is no longer meant to be sent. ${reason}`);
    return true;
  }
  return false;
}
