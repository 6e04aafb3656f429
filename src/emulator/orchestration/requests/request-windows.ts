import { type Reply, withHeaders } from '../../http/reply.js';
import { problemReply } from '../problem.js';

/** How often somebody may ask. */
export interface RequestWindowOptions {
  /** Without end unless it is a number. */
  readonly requestsPerWindow: number;
  readonly windowSeconds: number;
}

/** Counts the requests of everybody, in fixed windows. */
export interface RequestWindows {
  /** Counts one; gives the refusal of one too many, and else how to tell of what is left. */
  take(name: string): { readonly refusal?: Reply; readonly tell: (reply: Reply) => Reply };
}

/** Creates empty windows on the machine's clock. */
export function createRequestWindows({ requestsPerWindow, windowSeconds }: RequestWindowOptions): RequestWindows {
  const windows = new Map<string, { readonly endsAt: number; count: number }>();
  const limited = Number.isFinite(requestsPerWindow);
  return {
    take: (name) => {
      if (!limited) return { tell: (reply) => reply };
      const now = Date.now();
      const open = windows.get(name);
      const window = open !== undefined && open.endsAt > now ? open : { endsAt: now + windowSeconds * 1000, count: 0 };
      windows.set(name, window);
      window.count += 1;
      const secondsLeft = Math.max(1, Math.ceil((window.endsAt - now) / 1000));
      const headers = {
        'ratelimit-policy': `"buzz";q=${requestsPerWindow};w=${windowSeconds}`,
        ratelimit: `"buzz";r=${Math.max(0, requestsPerWindow - window.count)};t=${secondsLeft}`,
      };
      const tell = (reply: Reply): Reply => withHeaders(reply, headers);
      if (window.count <= requestsPerWindow) return { tell };
      const text = 'Too many requests were made.';
      return { tell, refusal: problemReply(429, text, {}, { ...headers, 'retry-after': String(secondsLeft) }) };
    },
  };
}
