import { availableParallelism } from 'node:os';

/** More read from one disk faster than it gives. */
const mostByDefault = 4;

/** How many threads hash at a time when nobody says: one a processor, up to four. */
export function mostThreads(): number {
  return Math.min(availableParallelism(), mostByDefault);
}
