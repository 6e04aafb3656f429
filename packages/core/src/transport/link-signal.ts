import { SignalHub } from './signal-hub.js';

/**
 * Aborts `controller` with the reason of `signal`. By hand, because `AbortSignal.any` with a long-lived signal keeps
 * memory on Node 20.
 *
 * @param signals - listens once for all that share a signal. Default: one of its own.
 * @returns what unlinks the two; nothing stays on `signal` afterwards
 */
export function linkSignal(
  signal: AbortSignal | undefined,
  controller: AbortController,
  signals: SignalHub = new SignalHub(),
): () => void {
  if (signal === undefined) return () => undefined;
  const abort = (): void => {
    controller.abort(signal.reason);
  };
  if (signal.aborted) abort();
  return signals.link(signal, abort);
}
