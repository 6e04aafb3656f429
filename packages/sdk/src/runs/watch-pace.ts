/** How long to leave the server alone between reads that bring nothing new; the documented cadence. */
const quietDelaysMs = [2000, 5000, 10_000, 15_000, 30_000] as const;
/** A held read that took this long without news was held; one that came back sooner must not be repeated at once. */
export const heldAtLeastMs = 5000;
/** News may follow each other; reads that bring them begin at least this far apart. */
export const newsSpacingMs = 250;

/** The pause before a read, after so many that brought nothing. Spread, so that many handles do not read together. */
export function quietDelayMs(quietReads: number, random: number): number {
  const full = quietDelaysMs[Math.min(quietReads, quietDelaysMs.length - 1)] ?? 0;
  return Math.round(full * (0.8 + random / 5));
}
