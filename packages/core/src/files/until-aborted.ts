/**
 * What is waited for, or a rejection with the reason of the signal as soon as it aborts. Nothing stays on the signal, nor
 * on what was waited for, however often this is called.
 */
export function untilAborted<T>(pending: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return pending;
  return new Promise<T>((resolve, reject) => {
    const onAbort = (): void => {
      // What the caller's own signal carries is the caller's, whatever it is.
      reject(signal.reason as Error);
    };
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
    void pending.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', onAbort);
    });
  });
}
