import { longestTimerMs } from './longest-timer.js';

const firstDelayMs = 1000;
const longestDelayMs = 30_000;

/** The pause after so many failures in a row; what the server asks for is the least. */
export function failureDelayMs(failures: number, askedMs: number | undefined, random: number): number {
  const full = Math.min(longestDelayMs, firstDelayMs * 2 ** Math.min(failures - 1, 10));
  return Math.min(longestTimerMs, Math.max(askedMs ?? 0, Math.round(full * (0.5 + random / 2))));
}
