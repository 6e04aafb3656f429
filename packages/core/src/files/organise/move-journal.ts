import { type FileHandle, mkdir, open, readFile, rm, truncate } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { isCivitaiError } from '../../errors/civitai-error.js';
import { systemCodeOf } from '../../errors/system-code.js';
import { systemClock } from '../../transport/clock.js';
import { readFailure } from '../read-failure.js';
import { takePartLock } from '../transfer/part-lock.js';
import { writeFailure } from '../write-failure.js';
import { endOfRun, type MoveList, type MoveRecord, readMoveRecords } from './move-record.js';

/** The name of the journal in the folder that files are moved to. */
export const moveJournalName = '.civitkit-organise.jsonl';

/**
 * A list of what was begun and what was done, a line each, on the disk before the next step is made: after a crash it is
 * known what may lie between two places. One process at a time has it.
 */
export class MoveJournal {
  readonly #handle: FileHandle;
  readonly #path: string;
  readonly #release: () => Promise<void>;

  private constructor(handle: FileHandle, path: string, release: () => Promise<void>) {
    this.#handle = handle;
    this.#path = path;
    this.#release = release;
  }

  /**
   * Opens a journal; the folder is created. That of a run that did not come to its end is gone on with, for what comes now
   * belongs to it; another one is begun anew.
   *
   * @throws DownloadError, with code `locked` while another process has it; ValidationError for what is no journal
   */
  static async open(path: string): Promise<MoveJournal> {
    const absolute = resolve(path);
    try {
      await mkdir(dirname(absolute), { recursive: true });
      const wait = { patienceMs: 0, clock: systemClock, signal: undefined, onWait: () => undefined };
      const lock = await takePartLock(`${absolute}.lock`, wait);
      try {
        const goesOn = !(await readJournal(absolute)).ended;
        if (goesOn) await dropCutLine(absolute);
        return new MoveJournal(await open(absolute, goesOn ? 'a' : 'w'), absolute, () => lock.release());
      } catch (thrown) {
        await lock.release();
        throw thrown;
      }
    } catch (thrown) {
      throw isCivitaiError(thrown) ? thrown : writeFailure(thrown, absolute);
    }
  }

  async write(record: MoveRecord): Promise<void> {
    await this.#append(record);
  }

  /** The run came to its end. */
  async end(): Promise<void> {
    await this.#append(endOfRun);
  }

  async close(): Promise<void> {
    await this.#handle.close();
    await this.#release();
  }

  async #append(line: object): Promise<void> {
    try {
      await this.#handle.appendFile(`${JSON.stringify(line)}\n`);
      await this.#handle.datasync();
    } catch (thrown) {
      throw writeFailure(thrown, this.#path);
    }
  }
}

/** What a process that was killed has not written to its end says nothing, and nothing was done after it. */
async function dropCutLine(path: string): Promise<void> {
  const bytes = await readFile(path);
  const wholeBytes = bytes.lastIndexOf(0x0a) + 1;
  if (wholeBytes < bytes.byteLength) await truncate(path, wholeBytes);
}

/**
 * What a journal holds; nothing when there is none, unless it is required.
 *
 * @throws ValidationError for what is no journal; FileError when it cannot be read
 */
export async function readJournal(path: string, need: 'optional' | 'required' = 'optional'): Promise<MoveList> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (thrown) {
    if (need === 'optional' && systemCodeOf(thrown) === 'ENOENT') return { records: [], ended: true };
    throw readFailure(thrown, path);
  }
  return readMoveRecords(text, path);
}

/** Removes a journal of which nothing is left. */
export async function removeJournal(path: string): Promise<void> {
  await rm(path, { force: true }).catch((thrown: unknown) => {
    throw writeFailure(thrown, path);
  });
}
