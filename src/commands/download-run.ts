import { lstat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type CivitaiClient, systemClock } from '@civitkit/core/client';
import type {
  DownloadEvent,
  DownloadedFile,
  Downloader,
  DownloadPlan,
  PlacedPlan,
  PlannedFile,
} from '@civitkit/core/files';
import type { CommandIo } from '../command-io.js';
import { interrupted } from '../interrupted.js';
import { byteText } from '../output/bytes.js';
import { createProgress, type Progress } from '../output/progress.js';
import { terminalAbilities } from '../output/progress-terminal.js';
import { TransferBoard } from '../output/progress-transfer.js';
import { KnownFiles } from '../tool-settings/known-files.js';
import type { DownloadCommandOptions } from './download.js';
import { ExtraSaver } from './download-extras.js';
import { describeFailure } from './download-failure.js';
import { type EventWriter, itemOf } from './download-json.js';
import { type Failure, type Outcome, writeSummary } from './download-outcome.js';
import type { Placer } from './download-place.js';
import { localCopies } from './download-reuse.js';
import type { DownloadSettings } from './download-settings.js';

/** What a run works with. */
export interface RunParts {
  readonly civitai: CivitaiClient;
  readonly downloader: Downloader;
  readonly placer: Placer;
  readonly settings: DownloadSettings;
  readonly options: DownloadCommandOptions;
  readonly events: EventWriter;
  readonly io: CommandIo;
  readonly stop: AbortSignal;
  readonly quiet: boolean;
}

/** Does what a plan says, and shows how far it is. */
export class DownloadRun {
  readonly #parts: RunParts;
  readonly #plan: DownloadPlan;
  readonly #placed: readonly PlacedPlan[];
  readonly #saver: ExtraSaver;
  readonly #known: KnownFiles | undefined;
  readonly #files: DownloadedFile[] = [];
  readonly #failures: Failure[] = [];
  readonly #warnings: Failure[] = [];
  /** Paths that are printed once the terminal is free. */
  readonly #waiting: string[] = [];
  #extras = 0;
  #saving: Promise<void> = Promise.resolve();
  #progress: Progress | undefined;

  constructor(plan: DownloadPlan, placed: readonly PlacedPlan[], parts: RunParts) {
    const { civitai, downloader, io, settings, stop } = parts;
    this.#plan = plan;
    this.#placed = placed;
    this.#parts = parts;
    this.#saver = new ExtraSaver({ civitai, downloader, settings: settings.extras, signal: stop });
    this.#known = settings.set.cache === false ? undefined : new KnownFiles(io);
  }

  /** @throws CommandFailure when it was interrupted, which says how to go on */
  async run(): Promise<Outcome> {
    const { events, io, quiet, settings, stop } = this.#parts;
    const color = settings.set.color === false ? { NO_COLOR: '1' } : {};
    const progress = createProgress({ ...io, env: { ...io.env, ...color } }, { clock: systemClock, quiet });
    this.#progress = progress;
    // The cursor first: a second signal ends the process where it is.
    const leave = (): void => progress.close();
    stop.addEventListener('abort', leave, { once: true });
    for (const { error, source } of this.#plan.failures) {
      this.#failures.push({ what: source.text, error });
      events.write('error', source.text, describeFailure(error));
    }
    try {
      await (settings.model ? this.#download(progress) : this.#withoutModel());
      await this.#saving;
    } catch (error) {
      if (!stop.aborted) throw error;
      throw await this.#interrupted();
    } finally {
      stop.removeEventListener('abort', leave);
      progress.close();
      for (const path of this.#waiting) io.out(path);
      const problem = await this.#known?.save();
      if (problem !== undefined) io.err(`Warning: ${problem}`);
    }
    return this.#outcome;
  }

  get #outcome(): Outcome {
    return { files: this.#files, extras: this.#extras, failures: this.#failures, warnings: this.#warnings };
  }

  async #download(progress: Progress): Promise<void> {
    const { downloader, events, io, options, placer, settings, stop } = this.#parts;
    const board = new TransferBoard(progress, this.#plan.files, terminalAbilities(io).live);
    const reuse = await localCopies({
      folders: options.reuse ?? [],
      known: this.#known,
      hardLink: options.link === true,
      io,
    });
    const { onConflict, verify } = settings.set;
    await downloader.batch(this.#plan, async (file) => (await placer.placeOf(file)).path, {
      signal: stop,
      failFast: options.failFast === true,
      resume: options.resume && options.restart !== true,
      allowUnsafe: options.allowUnsafe === true,
      requireHash: options.requireHash === true,
      lockPatienceMs: patienceMs(options.wait),
      ...(onConflict === undefined ? {} : { onConflict }),
      ...(verify === undefined ? {} : { verify }),
      ...(options.acceptHash === undefined ? {} : { acceptHashes: options.acceptHash }),
      ...(reuse === undefined ? {} : { reuse }),
      onEvent: (event) => {
        events.transfer(event);
        this.#show(event, board);
      },
    });
  }

  #show(event: DownloadEvent, board: TransferBoard): void {
    if (event.type === 'notice') this.#say(`${event.file.name}: ${event.message}`);
    else board.show(event);
    if (event.type === 'failed') this.#failures.push({ what: event.file.name, file: event.file, error: event.error });
    if (event.type !== 'done') return;
    const { file, result } = event;
    this.#files.push(result);
    if (result.sha256 !== undefined && result.verified) this.#known?.add(result.sha256, result.path);
    this.#print(result.path);
    this.#saveExtras(file, result.path);
  }

  /** Everything but the model. */
  async #withoutModel(): Promise<void> {
    for (const { file, path } of this.#placed) this.#saveExtras(file, path);
    await this.#saving;
  }

  /** One after the other, while other models are still on their way. */
  #saveExtras(file: PlannedFile, path: string): void {
    if (!this.#saver.isNeeded) return;
    this.#saving = this.#saveAfter(this.#saving, file, path);
    // It is awaited in the end; what is thrown meanwhile is the signal's reason.
    this.#saving.catch(() => undefined);
  }

  async #saveAfter(earlier: Promise<void>, file: PlannedFile, path: string): Promise<void> {
    await earlier;
    const { events, options, placer, settings } = this.#parts;
    const { failures, notes, saved } = await this.#saver.save(file, path, await placer.placeOf(file));
    for (const note of notes) this.#say(`${file.name}: ${note}`);
    for (const extra of saved) {
      this.#extras += 1;
      events.write('extra', itemOf(file), extra);
      if (!settings.model && extra.kind === 'image') this.#print(extra.path);
    }
    const strict = options.strictExtras === true;
    for (const { error, what } of failures) {
      (strict ? this.#failures : this.#warnings).push({ what: `${file.name}: ${what}`, file, error });
      events.write(strict ? 'error' : 'warning', itemOf(file), { what, ...describeFailure(error) });
    }
  }

  #say(line: string): void {
    if (this.#parts.quiet) this.#parts.io.err(line);
    else this.#progress?.note(line);
  }

  #print(path: string): void {
    const { events, io } = this.#parts;
    if (events.isEnabled) return;
    // A line in the middle of those that are drawn again would spoil both.
    if (io.columns !== undefined && terminalAbilities(io).live) this.#waiting.push(path);
    else io.out(path);
  }

  async #interrupted(): Promise<Error> {
    const { events, stop } = this.#parts;
    const kept: string[] = [];
    for (const { path } of this.#placed) {
      const part = await lstat(`${path}.part`).catch(() => undefined);
      if (part?.isFile() === true && part.size > 0) kept.push(`${byteText(part.size)} of ${basename(path)}`);
    }
    const what = kept.length > 3 ? `${kept.slice(0, 3).join(', ')} and ${kept.length - 3} more` : kept.join(', ');
    const failure = interrupted(
      stop.reason,
      kept.length === 0
        ? 'Stopped. Nothing was under way; the same command does the rest.'
        : `Stopped. ${what} is kept; the same command goes on with it.`,
    );
    writeSummary(this.#outcome, failure.exitCode, events);
    return failure;
  }
}

/** Without a number it waits for as long as anybody could want. */
function patienceMs(wait: number | true | undefined): number {
  if (wait === undefined) return 0;
  return wait === true ? 86_400_000 : wait * 1000;
}
