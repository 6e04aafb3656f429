import type { Clock } from '../../transport/clock.js';

/**
 * Waits. Rejects with the signal's reason at once when the caller does not want to wait any longer, and is over early when
 * the client closes. Leaves nothing on either signal.
 */
export async function pause(
  clock: Clock,
  delayMs: number,
  signal: AbortSignal | undefined,
  closing: AbortSignal,
): Promise<void> {
  signal?.throwIfAborted();
  if (closing.aborted) return;
  await new Promise<void>((resolve) => {
    const wake = (): void => {
      cancelTimer();
      signal?.removeEventListener('abort', wake);
      closing.removeEventListener('abort', wake);
      resolve();
    };
    const cancelTimer = clock.schedule(wake, delayMs);
    signal?.addEventListener('abort', wake);
    closing.addEventListener('abort', wake);
  });
  signal?.throwIfAborted();
}
