import { createRandom, type Random } from '../../catalogue/random.js';
import type { ServiceEntry } from './service-list.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** The stretches of time numbers are asked for. */
export const WINDOWS: Readonly<Record<string, number>> = { '1h': HOUR_MS, '24h': DAY_MS, '7d': 7 * DAY_MS };

/** The stretches a history is cut into. */
export const INTERVALS: Readonly<Record<string, number>> = { '5m': 5 * MINUTE_MS, '1h': HOUR_MS, '1d': DAY_MS };

interface Percentiles {
  readonly p50: number;
  readonly p80: number;
  readonly p95: number;
}

/** The numbers of one stretch of time. */
export interface Numbers {
  readonly requests: number;
  /** Null while nothing has ended. */
  readonly successRate: number | null;
  readonly canceledRate: number;
  readonly userErrorRate: number;
  readonly costBuzz: Percentiles | null;
  readonly latencySeconds: Percentiles | null;
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function percentiles(typical: number, random: Random): Percentiles {
  const p50 = typical * (0.9 + random.next() * 0.2);
  return { p50: rounded(p50), p80: rounded(p50 * 1.3), p95: rounded(p50 * 2.1) };
}

/** What an unavailable service has had: nothing. */
const NOTHING: Numbers = {
  requests: 0,
  successRate: null,
  canceledRate: 0,
  userErrorRate: 0,
  costBuzz: null,
  latencySeconds: null,
};

function numbersOf(service: ServiceEntry, stretchMs: number, random: Random): Numbers {
  if (service.status === 'unavailable') return NOTHING;
  const hourly = 3600 / service.seconds;
  return {
    requests: Math.round((hourly * stretchMs * (0.5 + random.next())) / HOUR_MS),
    successRate: rounded(service.status === 'degraded' ? 0.7 + random.next() * 0.1 : 0.97 + random.next() * 0.03),
    canceledRate: rounded(random.next() * 0.02),
    userErrorRate: rounded(random.next() * 0.01),
    costBuzz: percentiles(service.buzz, random),
    latencySeconds: percentiles(service.seconds, random),
  };
}

/** The numbers of a service over a window that ends now: the same for the same seed. */
export function serviceMetrics(
  service: ServiceEntry,
  window: string,
  seed: number,
  now: number,
): Record<string, unknown> {
  const random = createRandom(seed, `${service.id}:${window}`);
  return { window, asOf: new Date(now), ...numbersOf(service, WINDOWS[window] ?? DAY_MS, random) };
}

/** The same in pieces, oldest first; each begins at a whole multiple of the interval. */
export function serviceHistory(
  service: ServiceEntry,
  window: string,
  interval: string,
  seed: number,
  now: number,
): Record<string, unknown> {
  const step = INTERVALS[interval] ?? HOUR_MS;
  const count = Math.max(1, Math.floor((WINDOWS[window] ?? DAY_MS) / step));
  const first = Math.floor(now / step) * step - (count - 1) * step;
  const buckets = Array.from({ length: count }, (_, index) => {
    const at = first + index * step;
    return { at: new Date(at), ...numbersOf(service, step, createRandom(seed, `${service.id}:${at}`)) };
  });
  return { interval, buckets };
}
