import { Worker } from 'node:worker_threads';
import { FileError } from '../../errors/file-error.js';
import { fileChanged, readFailure } from '../read-failure.js';
import type { HashRange } from './hash-range.js';
import { threadSource } from './thread-source.js';

/** What a thread is to hash. */
export interface ThreadJob {
  readonly path: string;
  readonly sizeBytes: number;
  readonly ranges: readonly HashRange[];
}

/** What a thread says. */
interface Said {
  readonly hashedBytes?: number;
  readonly digests?: readonly string[];
  readonly systemCode?: string;
}

/** A thread that hashes one file after another. An error of a file does not end it. */
export class HashThread {
  readonly #worker: Worker;
  #ended = false;

  /** @param blake3Path - where the thread finds BLAKE3, if it may be needed */
  constructor(blake3Path: string | undefined) {
    this.#worker = new Worker(threadSource, {
      eval: true,
      // Flags of the program, such as --input-type, are not for this text.
      execArgv: [],
      workerData: { blake3Path },
    });
    // A thread with nothing to do holds up nobody; `run` holds it.
    this.#worker.unref();
    this.#worker.once('exit', () => {
      this.#ended = true;
    });
  }

  /** Whether it has died, and another is needed. */
  get ended(): boolean {
    return this.#ended;
  }

  /**
   * Hashes a file.
   *
   * @returns a digest for each range
   * @throws FileError, or what `onProgress` throws
   */
  async run(job: ThreadJob, onProgress: (hashedBytes: number) => void): Promise<readonly string[]> {
    const worker = this.#worker;
    const { digests, systemCode } = await new Promise<Said>((resolve, reject) => {
      const settle = (done: () => void): void => {
        worker.off('message', onMessage).off('error', onError).off('exit', onExit).unref();
        done();
      };
      const onMessage = (said: Said): void => {
        try {
          if (said.hashedBytes === undefined) settle(() => resolve(said));
          else onProgress(said.hashedBytes);
        } catch (error) {
          settle(() => reject(error));
        }
      };
      const onError = (error: Error): void => settle(() => reject(died(job.path, error.message)));
      const onExit = (): void => settle(() => reject(died(job.path, 'it ended')));
      worker.on('message', onMessage).once('error', onError).once('exit', onExit).ref();
      worker.postMessage(job, []);
    });
    if (digests !== undefined) return digests;
    if (systemCode === 'SHORT') throw fileChanged(job.path);
    throw readFailure({ code: systemCode }, job.path);
  }

  /** Ends it at once, whatever it does. */
  stop(): void {
    this.#ended = true;
    void this.#worker.terminate();
  }
}

function died(path: string, why: string): FileError {
  return new FileError(`${path}: the thread that hashed it failed (${why}). Try again, with fewer threads.`, {
    code: 'read_failed',
    retryable: true,
    details: { path, systemCode: 'THREAD' },
  });
}
