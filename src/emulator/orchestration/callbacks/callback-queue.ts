/** An event on its way to an application. */
export interface CallbackDelivery {
  readonly workflowId: string;
  readonly url: string;
  /** Sent as JSON. */
  readonly event: Readonly<Record<string, unknown>>;
}

/** Delivers the events of each workflow one after another and in order, again where an application does not take them. */
export interface CallbackQueue {
  deliver(delivery: CallbackDelivery): void;
  /** Resolves once everything handed over so far is delivered or given up. */
  idle(): Promise<void>;
  /** Ends deliveries under way and drops the rest. */
  close(): void;
}

/** One try to hand an event over. */
export interface DeliveryAttempt {
  readonly delivery: CallbackDelivery;
  /** 1 for the first try. */
  readonly attempt: number;
  /** What the application answered; `undefined` when it did not. */
  readonly status: number | undefined;
  /** Why there is no answer. */
  readonly error?: string;
  /** No further try follows: it was taken, or given up. */
  readonly last: boolean;
}

/** A queue that remembers what it tried. */
export interface RecordingCallbackQueue extends CallbackQueue {
  /** Oldest first. */
  readonly attempts: readonly DeliveryAttempt[];
}
