import type { ObservedCall } from '../observability/diagnostics.js';
import type { Secret } from '../secrets/secret.js';
import type { ApiRequest, CallOptions } from './api-request.js';
import type { Received } from './attempt.js';
import type { CallCredential } from './call-credential.js';
import type { CallScope } from './call-scope.js';
import type { UploadBody } from './upload-body.js';

/** Whose request it is. */
export interface Identity {
  readonly credential: Secret | null;
  /** Stands for the credential without revealing it; the same in every process. */
  readonly partition: string;
}

/** One call on its way to an answer, repetitions included. */
export interface Exchange {
  readonly call: ObservedCall;
  readonly request: ApiRequest;
  readonly options: CallOptions;
  readonly scope: CallScope;
  readonly credential: CallCredential;
  /** Who is asking, set by the first stage; `undefined` where no stage needs it, or where it could not be found out. */
  identity?: Identity;
  /** What is sent, when it comes in pieces. */
  readonly upload?: UploadBody | undefined;
  /** The body of a success is left to the caller: it cannot be kept, nor shared. */
  readonly streaming?: true | undefined;
  /** The answer has to come from the server: the one in a cache could not be read. */
  readonly reload?: true;
  /** Throws what the caller would get when the answer cannot be read. */
  verify(received: Received): void;
  /** Starts something that may outlive the call, with a scope of its own; closing the client ends it. */
  detached<T>(timeoutMs: number | null, run: (scope: CallScope) => Promise<T>): Detached<T>;
}

/** What runs apart from the call that started it. */
export interface Detached<T> {
  readonly scope: CallScope;
  readonly result: Promise<T>;
}

/** One attempt of an exchange. */
export interface AttemptExchange extends Exchange {
  /** 1 for the first. */
  readonly attempt: number;
}

/** Something around an exchange that may answer in its place; what it does counts against the call's time. */
export type Stage<E> = (exchange: E, next: (exchange: E) => Promise<Received>) => Promise<Received>;

/** Wraps calls, outside the retries: coalescing and caching. */
export type CallStage = Stage<Exchange>;

/** Wraps attempts, inside the retries: the rate limit and the circuit breaker. */
export type AttemptStage = Stage<AttemptExchange>;

/** Puts stages around `inner`, the first outermost; without stages it is `inner` itself. */
export function withStages<E>(
  stages: readonly Stage<E>[],
  inner: (exchange: E) => Promise<Received>,
): (exchange: E) => Promise<Received> {
  return stages.reduceRight<(exchange: E) => Promise<Received>>(
    (next, stage) => (exchange) => stage(exchange, next),
    inner,
  );
}
