/** What is left of a limit. */
export interface LimitState {
  readonly remaining: number;
  /** Seconds since 1970. */
  readonly resetsAt: number;
  readonly isExceeded: boolean;
}

const WINDOW_SECONDS = 60;

/** Counts requests in windows of a minute, each beginning with its first request. */
export function createAgentLimits(): (name: string, limit: number) => LimitState {
  const windows = new Map<string, { readonly resetsAt: number; count: number }>();
  return (name, limit) => {
    const now = Math.floor(Date.now() / 1000);
    const known = windows.get(name);
    const window = known === undefined || known.resetsAt <= now ? { resetsAt: now + WINDOW_SECONDS, count: 0 } : known;
    windows.set(name, window);
    window.count += 1;
    const remaining = Math.max(0, limit - window.count);
    return { remaining, resetsAt: window.resetsAt, isExceeded: window.count > limit };
  };
}
