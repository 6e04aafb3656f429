import type { Clock } from '@civitkit/core/client';
import type { ModelsLabProgress } from '@civitkit/sdk/modelslab/client';
import { clockTime } from './duration.js';
import type { Progress, ProgressItem } from './progress.js';

/** How often the time that is left is counted down, in milliseconds: the server is asked more seldom. */
const tickMs = 1000;

/** Shows how far a job of ModelsLab is. All that is known of it is an estimate of the time it takes. */
export class ModelsLabBoard {
  readonly #progress: Progress;
  readonly #item: ProgressItem;
  readonly #clock: Clock;
  #named = false;
  #etaAt: number | undefined;
  #text: string;
  #cancelTick: (() => void) | undefined;
  #closed = false;

  /** @param doing - what is done before anything is known of the job */
  constructor(progress: Progress, label: string, doing: string, clock: Clock) {
    this.#progress = progress;
    this.#item = progress.item(label);
    this.#clock = clock;
    this.#text = doing;
    this.#draw();
  }

  show({ etaSeconds, reference, status }: ModelsLabProgress): void {
    // Said first, so that it can be found again whatever happens.
    if (!this.#named && reference !== '') {
      this.#named = true;
      this.#progress.note(`Job ${reference}`);
    }
    if (status === 'success') {
      this.#item.end('done', 'done');
      this.#stop();
      return;
    }
    this.#text = status === 'processing' ? 'working' : status;
    this.#etaAt = etaSeconds === undefined ? undefined : this.#clock.now() + etaSeconds * 1000;
    this.#draw();
  }

  /** It ended otherwise. */
  fail({ status }: ModelsLabProgress, byItself: boolean): void {
    if (byItself) this.#item.end('failed', status === 'processing' ? 'failed' : status);
    this.#stop();
  }

  close(): void {
    this.#stop();
    this.#progress.close();
  }

  #draw(): void {
    if (this.#closed) return;
    this.#item.update({ text: this.#text + this.#etaText() });
    this.#cancelTick?.();
    this.#cancelTick = this.#etaAt === undefined ? undefined : this.#clock.schedule(() => this.#draw(), tickMs);
  }

  #etaText(): string {
    if (this.#etaAt === undefined) return '';
    const left = (this.#etaAt - this.#clock.now()) / 1000;
    // An estimate that was wrong is worth nothing.
    return left <= 0 ? '' : `, eta ${clockTime(left)}`;
  }

  #stop(): void {
    this.#closed = true;
    this.#cancelTick?.();
    this.#cancelTick = undefined;
  }
}
