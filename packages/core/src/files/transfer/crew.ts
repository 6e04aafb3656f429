import { isCivitaiError } from '../../errors/civitai-error.js';
import { checkAnswer, OtherNames } from './check-answer.js';
import { openRange } from './open-range.js';
import type { PartState } from './part-state.js';
import { pause } from './pause.js';
import type { ProgressMeter } from './progress-meter.js';
import type { ActiveRange } from './ranges.js';
import { receiveBody } from './receive-body.js';
import { Recovery } from './recovery.js';
import { Restart } from './restart.js';
import { RangeUnsatisfiable } from './storage-refusal.js';
import type { TransferJob } from './transfer-job.js';
import { validatorOf } from './validator.js';

/** Whoever fetches the ranges of one file: one connection, or several at once. */
export class Crew {
  readonly #job: TransferJob;
  readonly #state: PartState;
  readonly #segments: number;
  readonly #meter: ProgressMeter;
  /** Ends all when one gives up. */
  readonly #stop: AbortController;
  readonly #workers = new Set<Promise<void>>();

  constructor(job: TransferJob, state: PartState, segments: number, meter: ProgressMeter, stop: AbortController) {
    this.#job = job;
    this.#state = state;
    this.#segments = segments;
    this.#meter = meter;
    this.#stop = stop;
  }

  /**
   * Resolves when all bytes are on the disk.
   *
   * @throws Restart; what nobody could recover from
   */
  async run(): Promise<void> {
    const known = this.#state.ranges.totalBytes !== undefined;
    this.#start(known ? this.#segments : 1);
    // More of them may start while some are waited for; the loop finds those too.
    for (const worker of this.#workers) await worker.catch(() => undefined);
    // The first failure is the reason; the others failed because of it.
    this.#stop.signal.throwIfAborted();
  }

  #start(count: number): void {
    if (count > 1) this.#state.ranges.split(count);
    for (let missing = count - this.#workers.size; missing > 0; missing -= 1) {
      const worker = this.#work();
      worker.catch((error: unknown) => {
        this.#stop.abort(error);
      });
      this.#workers.add(worker);
    }
  }

  async #work(): Promise<void> {
    const { emit } = this.#job;
    const recovery = new Recovery(this.#job);
    for (;;) {
      const range = this.#state.ranges.claim();
      if (range === undefined) return;
      try {
        await this.#fetch(range, recovery);
      } catch (error) {
        if (this.#stop.signal.aborted) throw error;
        const others = this.#state.ranges.busyCount > 1;
        const decision = await recovery.decide(error, others);
        if (decision === 'leave') return;
        if (decision.delayMs !== undefined && isCivitaiError(error)) {
          const { code, status } = error;
          emit({
            type: 'retry',
            attempt: recovery.failures,
            delayMs: decision.delayMs,
            reason: code,
            ...(status === undefined ? {} : { status }),
          });
          range.busy = false;
          await pause(this.#job.access.pipeline.clock, decision.delayMs, this.#stop.signal);
        }
      } finally {
        range.busy = false;
      }
    }
  }

  async #fetch(range: ActiveRange, recovery: Recovery): Promise<void> {
    const { access, expected, link, settings } = this.#job;
    const { ranges } = this.#state;
    const { signal } = this.#stop;
    const url = await link.get(signal);
    recovery.uses(url);
    const whole = ranges.isSingle;
    const answer = await openRange(
      access,
      {
        url,
        fileName: expected.fileName,
        start: range.next,
        end: whole ? undefined : range.end,
        probe: this.#segments > 1,
        validator: validatorOf(this.#state.names),
      },
      settings,
      signal,
    ).catch((error: unknown) => {
      if (error instanceof RangeUnsatisfiable) return this.#unsatisfiable(range, error);
      throw error;
    });
    if (answer === undefined) return;
    try {
      await checkAnswer(this.#job, this.#state, range, answer);
    } catch (error) {
      answer.answer.cancel();
      if (!(error instanceof OtherNames)) throw error;
      this.#state.names = {};
      return;
    }
    if (whole && answer.kind === 'part' && this.#segments > 1) this.#start(this.#segments);
    await receiveBody(this.#job, this.#state, range, answer, {
      onReceived: () => {
        recovery.progressed();
      },
      onWritten: () => {
        this.#say();
      },
      onSteady: () => {
        recovery.steady();
      },
      signal,
    });
  }

  /** The storage has nothing where the range begins: it may be complete, or of another file. */
  #unsatisfiable(range: ActiveRange, { totalBytes }: RangeUnsatisfiable): undefined {
    const { expected } = this.#job;
    const { ranges } = this.#state;
    const length = totalBytes ?? expected.sizeBytes;
    if (range.next !== length || !ranges.isSingle)
      throw new Restart(range.next > (length ?? 0) ? 'oversized' : 'changed');
    ranges.setTotal(length);
  }

  #say(): void {
    if (!this.#meter.isDue) return;
    const { doneBytes, totalBytes } = this.#state.ranges;
    this.#job.emit({
      type: 'progress',
      doneBytes,
      ...(totalBytes === undefined ? {} : { totalBytes }),
      ...this.#meter.measure(doneBytes, totalBytes),
    });
  }
}
