import { createHmac } from 'node:crypto';
import type { Secret } from '../secrets/secret.js';
import type { CallStage } from './stage.js';

/** The partition of everyone who sends no credential. */
export const anonymous = 'anonymous';

/**
 * Tells identities apart without knowing them: a name for each credential that does not reveal it and is the same in
 * every process, so that replicas find each other's entries.
 */
export class Partitions {
  // By object: a configured key is one object for as long as it is in force.
  readonly #known = new WeakMap<Secret, string>();

  of(credential: Secret | null): string {
    if (credential === null) return anonymous;
    const known = this.#known.get(credential);
    if (known !== undefined) return known;
    const partition = createHmac('sha256', 'civitkit/partition/1').update(credential.reveal()).digest('base64url');
    this.#known.set(credential, partition);
    return partition;
  }
}

/**
 * Finds out who is asking, for the stages after it. When the credential cannot be had, they are told nothing and do
 * nothing.
 */
export function identify(partitions: Partitions): CallStage {
  return async (exchange, next) => {
    try {
      const credential = await exchange.scope.race(exchange.credential.current(1));
      exchange.identity = { credential, partition: partitions.of(credential) };
    } catch {
      // Reported by the attempt.
    }
    return next(exchange);
  };
}
