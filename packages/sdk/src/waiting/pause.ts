import type { Clock } from '@civitkit/core/client';

/** Waits; rejects with the signal's reason at once, and leaves nothing on it. */
export async function pause(clock: Clock, delayMs: number, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  await new Promise<void>((resolve) => {
    const wake = (): void => {
      cancelTimer();
      signal?.removeEventListener('abort', wake);
      resolve();
    };
    const cancelTimer = clock.schedule(wake, delayMs);
    signal?.addEventListener('abort', wake);
  });
  signal?.throwIfAborted();
}
