import { listItems, type Members } from '../read-json.js';
import type { Walk } from '../walk.js';

/** An ephemeral workflow is gone when it ends: someone has to listen. */
export function checkListeners(walk: Walk, ephemeral: unknown, members: Members): boolean {
  const { waitSeconds = 0 } = walk.options;
  const isHeard = waitSeconds > 0 || (listItems(members.get('callbacks')) ?? []).length > 0;
  if (ephemeral !== true || isHeard) return false;
  const message =
    'An ephemeral workflow is gone when it ends, so the server wants a callback, or a submission that waits. Add a callback, or wait (and pass waitSeconds to the check).';
  walk.error('unheard_result', message);
  return true;
}

/** It can only be raised. */
export function checkDownloadPriority(walk: Walk, priority: unknown): boolean {
  if (typeof priority !== 'string' || !/^(?:normal|low)$/i.test(priority)) return false;
  const message = `downloadPriority can only be raised to "high"; the server refuses "${priority}". Leave it out.`;
  walk.error('refused_value', message);
  return true;
}

/** Mature content is paid in yellow alone. */
export function checkCurrencies(walk: Walk, currencies: unknown, members: Members): boolean {
  const words = (listItems(currencies) ?? []).map((word) => (typeof word === 'string' ? word.toLowerCase() : ''));
  if (members.get('allowMatureContent') !== true || words.length === 0 || words.includes('yellow')) return false;
  const message =
    'allowMatureContent makes the workflow cost yellow Buzz, which is not among the currencies. Add "yellow".';
  walk.warn('conflicting_members', message);
  return false;
}
