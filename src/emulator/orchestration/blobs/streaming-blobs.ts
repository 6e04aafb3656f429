import { EventEmitter, once } from 'node:events';

/** How an append ended: with the number the next chunk must have, or refused because one before it is missing. */
export interface Appended {
  readonly accepted: boolean;
  readonly nextSequence: number;
}

/** Blobs that can be read while they are written. */
export interface StreamingBlobs {
  /** Adds a chunk. One that is already there changes nothing; one that leaves a gap, or comes behind the last, is refused. */
  append(key: string, sequence: number, bytes: Buffer, final: boolean): Appended;
  has(key: string): boolean;
  /**
   * Every chunk from the first, then those to come; ends behind the final one, or when `signal` does.
   *
   * @throws Error for a key that is not there.
   */
  read(key: string, signal: AbortSignal): AsyncIterable<Buffer>;
}

interface Stream {
  readonly chunks: Buffer[];
  readonly changes: EventEmitter;
  final: boolean;
}

async function* readStream(stream: Stream, signal: AbortSignal): AsyncGenerator<Buffer> {
  let index = 0;
  while (!signal.aborted) {
    const chunk = stream.chunks[index];
    if (chunk !== undefined) {
      index += 1;
      if (chunk.length > 0) yield chunk;
    } else if (stream.final) {
      return;
    } else {
      // The reader leaving is no failure: there is only nobody left to read.
      await once(stream.changes, 'change', { signal }).catch(() => undefined);
    }
  }
}

/** Creates an empty set of streaming blobs. */
export function createStreamingBlobs(): StreamingBlobs {
  const streams = new Map<string, Stream>();
  return {
    append: (key, sequence, bytes, final) => {
      const stream = streams.get(key) ?? { chunks: [], changes: new EventEmitter().setMaxListeners(0), final: false };
      const nextSequence = stream.chunks.length;
      if (sequence < nextSequence) return { accepted: true, nextSequence };
      if (sequence > nextSequence || stream.final) return { accepted: false, nextSequence };
      stream.chunks.push(bytes);
      stream.final = final;
      streams.set(key, stream);
      stream.changes.emit('change');
      return { accepted: true, nextSequence: nextSequence + 1 };
    },
    has: (key) => streams.has(key),
    read: (key, signal) => {
      const stream = streams.get(key);
      if (stream === undefined) throw new Error(`There is no streaming blob ${key}.`);
      return readStream(stream, signal);
    },
  };
}
