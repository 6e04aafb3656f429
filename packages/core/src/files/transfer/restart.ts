import type { RestartReason } from './transfer-event.js';

/** The file has to be fetched from its beginning. Never seen by callers. */
export class Restart extends Error {
  override readonly name = 'Restart';
  readonly reason: RestartReason;

  constructor(reason: RestartReason) {
    super(reason);
    this.reason = reason;
  }
}
