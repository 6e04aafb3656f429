import type { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, vi } from 'vitest';

/** Counts the threads that a test starts, and sees after it that none lives on. To be called at the top of a test file. */
export function useThreads(): { readonly started: number } {
  let started = 0;
  const living = new Set<Worker>();
  const onWorker = (worker: Worker): void => {
    started += 1;
    living.add(worker);
    worker.once('exit', () => living.delete(worker));
  };
  beforeEach(() => {
    started = 0;
    process.on('worker', onWorker);
  });
  afterEach(async () => {
    await vi.waitFor(() => {
      if (living.size > 0) throw new Error(`${living.size} threads live on`);
    });
    process.off('worker', onWorker);
  });
  return {
    get started() {
      return started;
    },
  };
}
