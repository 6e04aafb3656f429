import type { DownloadEvent, PlannedFile } from '@civitkit/core/files';
import type { CommandIo } from '../command-io.js';
import { describeFailure } from './download-failure.js';

/** A file as a source that means it alone: `v:5678+90`. */
export function itemOf({ file, version }: PlannedFile): string {
  return `v:${version.id}+${file.id}`;
}

/** Writes what happens as lines of JSON; nobody wants them when it is switched off. */
export class EventWriter {
  readonly #io: Pick<CommandIo, 'out'> | undefined;
  readonly #progressAt = new Map<PlannedFile, number>();

  constructor(io: Pick<CommandIo, 'out'>, enabled: boolean) {
    this.#io = enabled ? io : undefined;
  }

  /** Whether they are wanted. */
  get isEnabled(): boolean {
    return this.#io !== undefined;
  }

  /** One line; members without a value are left out. */
  write(event: string, item: string | null, members: Readonly<Record<string, unknown>> = {}): void {
    this.#io?.out(JSON.stringify({ schema: 1, event, ts: new Date().toISOString(), item, ...members }));
  }

  /** What happens to a file. */
  transfer(event: DownloadEvent): void {
    if (this.#io === undefined) return;
    const item = itemOf(event.file);
    switch (event.type) {
      case 'start':
        this.write('start', item, {
          modelId: event.file.model.id,
          versionId: event.file.version.id,
          fileId: event.file.file.id,
          path: event.path,
          size: event.totalBytes ?? event.file.sizeBytes,
          resumedFrom: event.resumedFromBytes,
        });
        break;
      case 'progress':
        this.#progress(event, item);
        break;
      case 'retry':
        this.write('retry', item, {
          attempt: event.attempt,
          reason: event.reason,
          delayMs: event.delayMs,
          status: event.status,
        });
        break;
      case 'link':
        // The first is no renewal.
        if (event.count > 1) this.write('renew', item, { count: event.count });
        break;
      case 'restart':
        this.write('restart', item, { reason: event.reason });
        break;
      case 'wait':
        this.write('wait', item, { for: event.for });
        break;
      case 'verify':
        break;
      case 'verified':
        this.write('verify', item, {
          algo: event.algorithm,
          ok: event.ok,
          expected: event.expected,
          actual: event.actual,
        });
        break;
      case 'notice':
        this.write('warning', item, { code: event.code, message: event.message });
        break;
      case 'done':
        this.#done(event, item);
        break;
      case 'failed':
        this.write('error', item, describeFailure(event.error));
        break;
    }
  }

  #progress(event: Extract<DownloadEvent, { readonly type: 'progress' }>, item: string): void {
    // At most two a second, however often the library tells.
    const now = Date.now();
    if (now - (this.#progressAt.get(event.file) ?? 0) < 500) return;
    this.#progressAt.set(event.file, now);
    this.write('progress', item, {
      bytes: event.doneBytes,
      total: event.totalBytes,
      rate: event.bytesPerSecond,
      etaMs: event.remainingMs,
    });
  }

  #done({ result }: Extract<DownloadEvent, { readonly type: 'done' }>, item: string): void {
    const { algorithm, bytes, links, outcome, path, resumedFromBytes, sha256, verified } = result;
    this.write('done', item, {
      path,
      bytes,
      outcome,
      skipped: outcome === 'skipped',
      verified,
      algo: algorithm,
      sha256,
      resumedFrom: resumedFromBytes,
      links,
    });
  }
}
