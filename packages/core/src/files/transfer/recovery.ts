import { type CivitaiError, isCivitaiError } from '../../errors/civitai-error.js';
import { pause } from './pause.js';
import { Restart } from './restart.js';
import { RetryBudget } from './retry-budget.js';
import { linkRejected } from './signed-link.js';
import { isTooSlow } from './speed-floor.js';
import { LinkRefused } from './storage-refusal.js';
import type { TransferJob } from './transfer-job.js';

/** Go on after a wait, at once, or let the others do the work. */
export type Decision = { readonly delayMs: number | undefined } | 'leave';

/** A link that was just made and does not work is no matter of time. */
const mostRefusedLinks = 2;
const mostWrongContents = 2;
const relistDelayMs = 2000;

const atOnce: Decision = { delayMs: undefined };

/** Decides for one connection what to do about what went wrong. */
export class Recovery {
  readonly #job: TransferJob;
  readonly #budget: RetryBudget;
  #url = '';
  #refusedLinks = 0;
  #wrongContents = 0;
  #slow = 0;
  #relisted = false;
  #lost = false;

  constructor(job: TransferJob) {
    this.#job = job;
    this.#budget = new RetryBudget(job.settings.retry, job.settings.random);
  }

  /** How often it has failed since the last byte. */
  get failures(): number {
    return this.#budget.failures;
  }

  /** The link that the next request goes to. */
  uses(url: string): void {
    this.#url = url;
  }

  progressed(): void {
    this.#budget.progressed();
    this.#refusedLinks = 0;
  }

  /** It was fast enough for a while. */
  steady(): void {
    this.#slow = 0;
  }

  /**
   * @param others - whether other connections are at work on the same file
   * @throws the error, when nothing helps
   */
  async decide(error: unknown, others: boolean): Promise<Decision> {
    if (!isCivitaiError(error)) throw error;
    if (error instanceof LinkRefused) return await this.#renew(error);
    if (isTooSlow(error)) {
      this.#slow += 1;
      if (this.#slow > this.#job.settings.retry.maxRetries) throw error;
    }
    switch (error.code) {
      case 'wrong_range':
        throw new Restart('wrong_range');
      case 'not_found':
        return await this.#relist(error);
      case 'file_not_stored':
        return await this.#askOnceMore(error);
      case 'unexpected_content_type':
        this.#wrongContents += 1;
        if (this.#wrongContents > mostWrongContents) throw error;
        break;
      default:
    }
    // A storage in trouble is better off with fewer connections.
    const overloaded = error.status !== undefined && (error.status >= 500 || error.status === 429);
    if (overloaded && others) return 'leave';
    return { delayMs: this.#budget.spend(error) };
  }

  async #renew({ problem, status }: LinkRefused): Promise<Decision> {
    this.#refusedLinks += 1;
    if (this.#refusedLinks > mostRefusedLinks) throw linkRejected(problem, status);
    await this.#job.link.discard(this.#url);
    return atOnce;
  }

  /** The site may have lost sight of a file that it lists; then a moment later helps. */
  async #relist(error: CivitaiError): Promise<Decision> {
    const { access, askAgain, signal } = this.#job;
    if (this.#relisted) throw error;
    this.#relisted = true;
    if ((await askAgain()) === undefined) throw error;
    await pause(access.pipeline.clock, relistDelayMs, signal);
    return atOnce;
  }

  async #askOnceMore(error: CivitaiError): Promise<Decision> {
    if (this.#lost) throw error;
    this.#lost = true;
    await this.#job.link.discard(this.#url);
    return atOnce;
  }
}
