import type { DownloadEvent, PlannedFile } from '@civitkit/core/files';
import { byteText } from './bytes.js';
import { clockTime } from './duration.js';
import type { Progress, ProgressItem, ProgressMark } from './progress.js';

/** What is known of a file that is on its way. */
interface Transfer {
  readonly item: ProgressItem;
  resumedFromBytes: number;
  doneBytes: number;
  totalBytes: number | undefined;
  bytesPerSecond: number;
}

/** Why a file begins anew, in words. */
const restartWords: Readonly<Record<string, string>> = {
  changed: 'the file was replaced on the site',
  range_ignored: 'the storage cannot go on in the middle',
  wrong_range: 'the storage sent other bytes',
  oversized: 'there was more than the file has',
  hash_mismatch: 'its hash was wrong',
};

/** What is over before anybody could read it in a log. */
const passing: ReadonlySet<DownloadEvent['type']> = new Set(['link', 'verify', 'verified']);

/** Shows how far files are, one line each, and a line for all of them where there are several. */
export class TransferBoard {
  readonly #progress: Progress;
  readonly #transfers = new Map<PlannedFile, Transfer>();
  readonly #files: readonly PlannedFile[];
  readonly #live: boolean;
  #all: ProgressItem | undefined;
  #ended = 0;

  /** @param live - whether lines are drawn again; a log need not have every state, nor a line for all of them */
  constructor(progress: Progress, files: readonly PlannedFile[], live: boolean) {
    this.#progress = progress;
    this.#files = files;
    this.#live = live;
    if (live && files.length > 1) this.#all = progress.item('total');
  }

  show(event: DownloadEvent): void {
    if (event.type === 'notice') {
      this.#progress.note(`${event.file.name}: ${event.message}`);
      return;
    }
    const transfer = this.#transferOf(event.file);
    switch (event.type) {
      case 'start':
        transfer.resumedFromBytes = event.resumedFromBytes;
        transfer.doneBytes = event.resumedFromBytes;
        transfer.totalBytes = event.totalBytes ?? transfer.totalBytes;
        this.#update(transfer, 'starting');
        break;
      case 'progress':
        transfer.doneBytes = event.doneBytes;
        transfer.totalBytes = event.totalBytes ?? transfer.totalBytes;
        transfer.bytesPerSecond = event.bytesPerSecond;
        this.#update(transfer, paceText(transfer, event.remainingMs));
        break;
      case 'done':
        this.#end(transfer, ...doneText(event.result));
        break;
      case 'failed':
        this.#end(transfer, 'failed', 'failed');
        break;
      default:
        if (event.type === 'restart') transfer.resumedFromBytes = 0;
        if (!this.#live && passing.has(event.type)) break;
        this.#update(transfer, stateText(event));
    }
  }

  #transferOf(file: PlannedFile): Transfer {
    let transfer = this.#transfers.get(file);
    if (transfer === undefined) {
      const item = this.#progress.item(file.name);
      transfer = { item, resumedFromBytes: 0, doneBytes: 0, totalBytes: file.sizeBytes, bytesPerSecond: 0 };
      this.#transfers.set(file, transfer);
    }
    return transfer;
  }

  #update(transfer: Transfer, text: string): void {
    const { doneBytes, item, totalBytes } = transfer;
    item.update({ text, fraction: fractionOf(doneBytes, totalBytes) });
    this.#updateAll();
  }

  #end(transfer: Transfer, mark: ProgressMark, text: string): void {
    transfer.doneBytes = transfer.totalBytes ?? transfer.doneBytes;
    transfer.bytesPerSecond = 0;
    transfer.item.end(mark, text);
    this.#ended += 1;
    this.#updateAll();
  }

  #updateAll(): void {
    if (this.#all === undefined) return;
    const transfers = [...this.#transfers.values()];
    const doneBytes = transfers.reduce((sum, one) => sum + one.doneBytes, 0);
    const speed = transfers.reduce((sum, one) => sum + one.bytesPerSecond, 0);
    const sizes = this.#files.map((file) => this.#transfers.get(file)?.totalBytes ?? file.sizeBytes);
    const totalBytes = sizes.reduce<number | undefined>(
      (sum, size) => (sum === undefined || size === undefined ? undefined : sum + size),
      0,
    );
    const rest = totalBytes === undefined || speed === 0 ? undefined : ((totalBytes - doneBytes) / speed) * 1000;
    const pace = paceText({ doneBytes, totalBytes, bytesPerSecond: speed, resumedFromBytes: 0 }, rest);
    this.#all.update({
      text: `${this.#ended} of ${this.#files.length} files, ${pace}`,
      fraction: fractionOf(doneBytes, totalBytes),
    });
  }
}

function fractionOf(doneBytes: number, totalBytes: number | undefined): number | undefined {
  return totalBytes === undefined || totalBytes === 0 ? undefined : Math.min(1, doneBytes / totalBytes);
}

/** `52.1 MiB/s, eta 0:24, 748.0 MiB of 2.0 GiB, resumed at 310.0 MiB` */
function paceText(
  { bytesPerSecond, doneBytes, resumedFromBytes, totalBytes }: Omit<Transfer, 'item'>,
  remainingMs: number | undefined,
): string {
  // What is cut in a narrow terminal is what matters least.
  return [
    bytesPerSecond === 0 ? undefined : `${byteText(bytesPerSecond)}/s`,
    remainingMs === undefined ? undefined : `eta ${clockTime(remainingMs / 1000)}`,
    totalBytes === undefined ? byteText(doneBytes) : `${byteText(doneBytes)} of ${byteText(totalBytes)}`,
    resumedFromBytes === 0 ? undefined : `resumed at ${byteText(resumedFromBytes)}`,
  ]
    .filter((part) => part !== undefined)
    .join(', ');
}

function doneText({
  bytes,
  outcome,
  verified,
}: Extract<DownloadEvent, { readonly type: 'done' }>['result']): readonly [ProgressMark, string] {
  const proof = verified ? 'verified' : 'not verified';
  if (outcome === 'skipped') return ['skipped', `skipped, it is there (${proof})`];
  return ['done', `${outcome === 'reused' ? 'copied from this machine' : 'done'}, ${byteText(bytes)}, ${proof}`];
}

type StateEvent = Extract<
  DownloadEvent,
  { readonly type: 'retry' | 'link' | 'restart' | 'wait' | 'verify' | 'verified' }
>;

function stateText(event: StateEvent): string {
  switch (event.type) {
    case 'retry': {
      const status = event.status === undefined ? '' : ` ${event.status}`;
      return `attempt ${event.attempt + 1} in ${clockTime(event.delayMs / 1000)}: ${event.reason}${status}`;
    }
    case 'link':
      return event.count === 1 ? 'asking the storage' : 'got a new link';
    case 'restart':
      return `begins anew: ${restartWords[event.reason] ?? event.reason}`;
    case 'wait':
      return event.for === 'lock' ? 'waiting for another process' : 'waiting for its turn';
    case 'verify':
      return `verifying by ${event.algorithm}`;
    case 'verified':
      return event.ok ? 'verified' : `its ${event.algorithm} is wrong`;
  }
}
