/**
 * Aborts `controller` with the reason of `signal`. By hand, because `AbortSignal.any` with a long-lived signal keeps
 * memory on Node 20.
 *
 * @returns what unlinks the two; nothing stays on `signal` afterwards
 */
export function linkSignal(signal: AbortSignal | undefined, controller: AbortController): () => void {
  const abort = (): void => {
    controller.abort(signal?.reason);
  };
  if (signal?.aborted === true) abort();
  signal?.addEventListener('abort', abort, { once: true });
  return () => {
    signal?.removeEventListener('abort', abort);
  };
}
