import { Worker } from 'node:worker_threads';
import { writeFailure } from '../write-failure.js';
import { followerSource } from './follower-source.js';
import type { FrontHasher } from './front-hasher.js';

/** What the thread says in the end. */
interface Said {
  readonly sha256?: string;
  readonly systemCode?: string;
}

/** The thread reads so much at a time; to wake it for less costs more than the reading. */
const stepBytes = 1_048_576;

/**
 * Hashes in a thread of its own, reading what was written from the disk's cache: so a resumed download is hashed from its
 * beginning while the rest arrives, ranges that come out of order are hashed in order, and the connection never waits.
 */
export class ThreadedHasher implements FrontHasher {
  readonly #path: string;
  readonly #worker: Worker;
  readonly #state = new BigInt64Array(new SharedArrayBuffer(24));
  readonly #said: Promise<Said>;
  #told = 0;

  constructor(path: string) {
    this.#path = path;
    this.#worker = new Worker(followerSource, {
      eval: true,
      // Flags of the program, such as --input-type, are not for this text.
      execArgv: [],
      workerData: { path, state: this.#state },
      // It holds one buffer, and that lies outside of the heap.
      resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2 },
    });
    this.#said = new Promise<Said>((resolve) => {
      this.#worker.once('message', resolve);
      this.#worker.once('error', () => resolve({ systemCode: 'UNKNOWN' }));
      this.#worker.once('exit', () => resolve({ systemCode: 'UNKNOWN' }));
    });
    // A process that has nothing else to do may end; whoever waits for the digest holds it.
    this.#worker.unref();
  }

  advance(front: number): void {
    if (front - this.#told >= stepBytes) this.#tell(front, 0n);
  }

  async digest(sizeBytes: number): Promise<string> {
    this.#tell(sizeBytes, 1n);
    this.#worker.ref();
    try {
      const { sha256, systemCode } = await this.#said;
      if (sha256 !== undefined) return sha256;
      throw writeFailure({ code: systemCode }, this.#path);
    } finally {
      this.close();
    }
  }

  close(): void {
    void this.#worker.terminate();
  }

  #tell(front: number, ended: bigint): void {
    this.#told = front;
    Atomics.store(this.#state, 1, BigInt(front));
    Atomics.store(this.#state, 2, ended);
    Atomics.add(this.#state, 0, 1n);
    Atomics.notify(this.#state, 0);
  }
}
