/** Fixed windows of requests, one for each name. A window begins with its first request. */
export interface RateWindows {
  /** Counts one request; the seconds left when it is one too many, otherwise `undefined`. */
  take(name: string, limit: number): number | undefined;
}

/** Creates windows of one length on the machine's clock. */
export function createRateWindows(lengthMs: number): RateWindows {
  const windows = new Map<string, { readonly endsAt: number; count: number }>();
  return {
    take: (name, limit) => {
      const now = Date.now();
      let window = windows.get(name);
      if (window === undefined || window.endsAt <= now) {
        window = { endsAt: now + lengthMs, count: 0 };
        windows.set(name, window);
      }
      window.count += 1;
      return window.count > limit ? Math.max(1, Math.ceil((window.endsAt - now) / 1000)) : undefined;
    },
  };
}
