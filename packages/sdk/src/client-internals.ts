import type { Clock } from '@civitkit/core/client';
import type { Pipeline } from '@civitkit/core/internal';

/** What other entries of this package need of a client. */
export interface ClientInternals {
  readonly pipeline: Pipeline;
  /** Without a slash at the end; what lies outside the versioned paths is below it. */
  readonly baseUrl: string;
  readonly clock: Clock;
}

/**
 * Where a client keeps its {@link ClientInternals}. Shared by all copies of this package in a process: a bundler may
 * have put the entries into files of their own.
 */
export const clientInternals: unique symbol = Symbol.for('@civitkit/sdk/client-internals');
