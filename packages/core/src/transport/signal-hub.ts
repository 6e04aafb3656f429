/**
 * Listens to each signal once, however many calls share it: a thousand calls under one signal would otherwise be a
 * thousand listeners on it, and Node warns of a leak from the eleventh on.
 */
export class SignalHub {
  readonly #callbacks = new Map<AbortSignal, Set<() => void>>();

  /** Calls `callback` when `signal` aborts; the returned function unlinks. With the last one the listener goes too. */
  link(signal: AbortSignal, callback: () => void): () => void {
    const callbacks = this.#callbacks.get(signal) ?? this.#listenTo(signal);
    callbacks.add(callback);
    return () => {
      callbacks.delete(callback);
      if (callbacks.size > 0 || this.#callbacks.get(signal) !== callbacks) return;
      this.#callbacks.delete(signal);
      signal.removeEventListener('abort', this.#onAbort);
    };
  }

  #listenTo(signal: AbortSignal): Set<() => void> {
    const callbacks = new Set<() => void>();
    this.#callbacks.set(signal, callbacks);
    signal.addEventListener('abort', this.#onAbort, { once: true });
    return callbacks;
  }

  readonly #onAbort = (event: Event): void => {
    const callbacks = this.#callbacks.get(event.target as AbortSignal);
    this.#callbacks.delete(event.target as AbortSignal);
    for (const callback of callbacks ?? []) callback();
  };
}
