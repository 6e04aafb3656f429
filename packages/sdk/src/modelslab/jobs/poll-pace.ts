const shortestFirstMs = 1000;
const longestFirstMs = 30_000;
const firstDelayMs = 2000;
const growth = 1.5;
const longestDelayMs = 15_000;

/**
 * The pause before a read: first the time that the server estimated, within bounds, then growing ones. Those are spread,
 * so that many handles do not read together.
 *
 * @param reads - how many answers said that it is not done
 */
export function pollDelayMs(reads: number, etaSeconds: number | undefined, random: number): number {
  if (reads <= 1 && etaSeconds !== undefined) {
    return Math.min(longestFirstMs, Math.max(shortestFirstMs, Math.ceil(etaSeconds * 1000)));
  }
  const step = Math.max(0, reads - (etaSeconds === undefined ? 1 : 2));
  const full = Math.min(longestDelayMs, firstDelayMs * growth ** Math.min(step, 10));
  return Math.round(full * (0.8 + random / 5));
}
