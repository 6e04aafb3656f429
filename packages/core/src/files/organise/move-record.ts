import { isAbsolute } from 'node:path';
import { ValidationError } from '../../errors/validation-error.js';
import type { Rename } from '../identify/rename-plan.js';
import { type MoveMode, moveModes } from './move-mode.js';

/** One file, what goes along with it, and how far that is: a line of a journal. */
export interface MoveRecord extends Rename {
  readonly mode: MoveMode;
  readonly sidecars: readonly Rename[];
  /** Of the file, where it is known. */
  readonly sha256?: string;
  /** The topmost of the folders that were created for it. */
  readonly newFolder?: string;
  /** `begun`: it may be anywhere on the way. `done`: it is there. `failed`: it is where it was. */
  readonly state: 'begun' | 'done' | 'failed';
}

/** A list of moves. */
export interface MoveList {
  /** In the order in which they were done. */
  readonly records: readonly MoveRecord[];
  /** Whether the run came to its end. */
  readonly ended: boolean;
}

/** The last line of a run that came to its end. */
export const endOfRun = { state: 'ended' } as const;

/**
 * Reads lines of JSON, such as a journal or what `civitkit organise --json` printed; of several lines about the same file
 * the last one counts. Lines about something else are passed over, and so is a last line that was cut off.
 *
 * @throws ValidationError for what is no such list
 */
export function readMoveRecords(text: string, source: string): MoveList {
  const records = new Map<string, MoveRecord>();
  let ended = false;
  const lines = text.replace(/^\uFEFF/u, '').split('\n');
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      if (index === lines.length - 1) break;
      throw problem(source, `line ${index + 1} is no JSON.`);
    }
    ended = (value as { readonly state?: unknown } | null)?.state === endOfRun.state;
    const record = toRecord(value);
    if (record === 'bad') throw problem(source, `line ${index + 1} tells of a move that cannot be one.`);
    if (record === undefined) continue;
    const key = `${record.from}\0${record.to}`;
    records.delete(key);
    records.set(key, record);
  }
  return { records: [...records.values()], ended };
}

function toRecord(value: unknown): MoveRecord | 'bad' | undefined {
  if (typeof value !== 'object' || value === null) return 'bad';
  const { from, mode, newFolder, sha256, sidecars, state, to } = value as Partial<Record<keyof MoveRecord, unknown>>;
  if (state !== 'begun' && state !== 'done' && state !== 'failed') return undefined;
  const pair = pairOf({ from, to });
  const pairs = Array.isArray(sidecars) ? sidecars.map(pairOf) : undefined;
  const found = moveModes.find((one) => one === mode);
  if (pair === undefined || found === undefined || pairs === undefined || pairs.includes(undefined)) return 'bad';
  return {
    ...pair,
    mode: found,
    sidecars: pairs.filter((one) => one !== undefined),
    state,
    ...(typeof sha256 === 'string' && /^[\da-f]{64}$/iu.test(sha256) ? { sha256 } : {}),
    ...(isPath(newFolder) ? { newFolder } : {}),
  };
}

function pairOf(value: unknown): Rename | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { from, to } = value as { readonly from?: unknown; readonly to?: unknown };
  return isPath(from) && isPath(to) ? { from, to } : undefined;
}

function isPath(value: unknown): value is string {
  return typeof value === 'string' && isAbsolute(value);
}

function problem(source: string, message: string): ValidationError {
  return new ValidationError(
    `${source} is no list of moves: ${message} Give the journal of a run, or what it printed with --json.`,
    { code: 'invalid_argument', details: { path: source } },
  );
}
