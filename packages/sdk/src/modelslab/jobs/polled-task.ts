import type { CivitaiError } from '@civitkit/core/client';

/** What an answer says of something that is waited for. */
export interface Reading<R, P extends object> {
  readonly progress: P;
  /** Until the end, as far as the server estimates it. */
  readonly etaSeconds?: number | undefined;
  /** Present when it has ended. */
  readonly end?: { readonly value: R } | { readonly error: CivitaiError };
}

/** What a submission has to do with its surroundings. */
export interface Beginning {
  readonly signal: AbortSignal;
  /** Time that is left, in milliseconds; `null` when there is no end to it. */
  readonly leftMs: () => number | null;
  /** It had its turn and is sent now: from here on the default time counts. */
  readonly onSending: () => void;
}

/** Why somebody is not waited for any more, or is again. */
export type Attention = 'attended' | 'unattended' | 'over';

/** Something at the server that takes its time, as whoever waits for it sees it. */
export interface PolledTask<R, P extends object> {
  /** Before the first answer. */
  readonly initial: P;
  /** Submits it. Absent when that was done before. */
  begin?(beginning: Beginning): Promise<Reading<R, P>>;
  /** Asks how it is. */
  read(signal: AbortSignal): Promise<Reading<R, P>>;
  /** Whether a failed read says nothing about it, beyond what errors say of themselves. */
  tolerates?(error: CivitaiError): boolean;
  /** The pause before the next read, in milliseconds. Default: growing ones, by the server's estimate. */
  delayMs?(): number;
  /** The newest progress, with times as they are now. */
  now(progress: P): P;
  /** Somebody waits, nobody does any more, or there is nothing left to wait for. */
  onAttention?(attention: Attention): void;
  /** The error when time is over. */
  timedOut(timeoutMs: number): CivitaiError;
  /** The error when the client is closed. */
  closed(): CivitaiError;
  /** What went wrong, with what is known of it by now. */
  explain(error: CivitaiError): CivitaiError;
}
