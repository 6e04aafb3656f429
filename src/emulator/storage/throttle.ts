import { setTimeout as sleep } from 'node:timers/promises';
import type { Reply } from '../http/reply.js';
import type { StorageBehaviour } from './storage-behaviour.js';

const CHUNK_BYTES = 16_384;

/** Says when the next bytes may go. */
interface Lane {
  take(bytes: number): number;
}

function createLane(bytesPerSecond: number): Lane {
  let freeAt = 0;
  return {
    take: (bytes) => {
      const now = performance.now();
      freeAt = Math.max(freeAt, now) + (bytes / bytesPerSecond) * 1000;
      return freeAt - now;
    },
  };
}

/** Slows answers down, as a storage does that has many clients. */
export interface Throttle {
  apply(reply: Reply, gone: AbortSignal): Reply;
}

/** Creates what the connections of one storage share. */
export function createThrottle({ bytesPerSecond, totalBytesPerSecond }: StorageBehaviour): Throttle {
  const shared = totalBytesPerSecond === undefined ? undefined : createLane(totalBytesPerSecond);
  return {
    apply: (reply, gone) => {
      if (bytesPerSecond === undefined && shared === undefined) return reply;
      if (!Buffer.isBuffer(reply.body)) return reply;
      const own = bytesPerSecond === undefined ? undefined : createLane(bytesPerSecond);
      const bytes = reply.body;
      return {
        ...reply,
        headers: { ...reply.headers, 'content-length': String(bytes.length) },
        body: slowly(bytes, [own, shared], gone),
      };
    },
  };
}

async function* slowly(bytes: Buffer, lanes: readonly (Lane | undefined)[], gone: AbortSignal): AsyncGenerator<Buffer> {
  for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
    const chunk = bytes.subarray(start, start + CHUNK_BYTES);
    const waitMs = Math.max(0, ...lanes.map((lane) => lane?.take(chunk.length) ?? 0));
    // Timers are not exact; what is owed is made up for by the next ones.
    if (waitMs > 2) await sleep(waitMs, undefined, { signal: gone });
    yield chunk;
  }
}
