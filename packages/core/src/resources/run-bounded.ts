import { linkSignal } from '../transport/link-signal.js';

/** How {@link runBounded} works through its inputs. */
export interface BoundedRun<I> {
  /** Asked for one input at a time, when a place is free. */
  readonly inputs: AsyncIterable<I> | Iterable<I>;
  readonly concurrency: number;
  readonly signal: AbortSignal | undefined;
}

/**
 * Runs `work` for every input, at most `concurrency` at a time. The first failure aborts what is under way and is the
 * one that is thrown; when this settles, no work runs any more. An input that never comes does not keep it waiting.
 */
export async function runBounded<I>(
  { inputs, concurrency, signal }: BoundedRun<I>,
  work: (input: I, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const controller = new AbortController();
  const aborted = new Promise<never>((_, reject) => {
    controller.signal.addEventListener('abort', () => reject(controller.signal.reason as Error), { once: true });
  });
  // Those who wait for it are told; without any it is no unhandled rejection.
  aborted.catch(() => undefined);
  const unlink = linkSignal(signal, controller);
  const source = Symbol.asyncIterator in inputs ? inputs[Symbol.asyncIterator]() : inputs[Symbol.iterator]();
  const failures: unknown[] = [];
  const runner = async (): Promise<void> => {
    try {
      while (failures.length === 0) {
        const { done, value } = await Promise.race([source.next(), aborted]);
        if (done === true) return;
        controller.signal.throwIfAborted();
        await work(value, controller.signal);
      }
    } catch (error) {
      failures.push(error);
      controller.abort(error);
    }
  };
  try {
    await Promise.all(Array.from({ length: concurrency }, runner));
    if (failures.length > 0) {
      release(source);
      throw failures[0];
    }
  } finally {
    unlink();
  }
}

/** Lets a source close what it holds; a stalled one is not waited for. */
function release<I>(source: AsyncIterator<I> | Iterator<I>): void {
  void Promise.resolve(source.return?.()).catch(() => undefined);
}
