import { isCivitaiError } from '@civitkit/core/client';
import type { DownloadedFile, PlannedFile } from '@civitkit/core/files';
import type { CommandIo } from '../command-io.js';
import { CommandFailure, type ExitCode, exitCode } from '../exit-code.js';
import { exitCodeOf } from '../exit-code-of.js';
import { byteText } from '../output/bytes.js';
import { describeFailure, failureLines } from './download-failure.js';
import { type EventWriter, itemOf } from './download-json.js';

/** Something that did not work. */
export interface Failure {
  /** The file or the source, for a person. */
  readonly what: string;
  readonly file?: PlannedFile | undefined;
  readonly error: unknown;
}

/** What became of everything. */
export interface Outcome {
  readonly files: readonly DownloadedFile[];
  /** Descriptions and images that were saved. */
  readonly extras: number;
  readonly failures: readonly Failure[];
  /** Of descriptions and images, where they are no failure of the whole. */
  readonly warnings: readonly Failure[];
}

/** Codes of errors that a key could prevent. */
const keyless: ReadonlySet<string> = new Set(['missing_api_key', 'unauthorized']);

/** The one code of all failures; 1 when there are several. */
function codeOf(failures: readonly Failure[]): ExitCode {
  const [code = exitCode.ok, ...others] = new Set(failures.map(({ error }) => exitCodeOf(error)));
  return others.length === 0 ? code : exitCode.failure;
}

/** How it is told. */
export interface TellOptions {
  readonly events: EventWriter;
  readonly io: CommandIo;
  readonly quiet: boolean;
  /** What helps where a key is missing. */
  readonly hint?: string | undefined;
}

/**
 * Tells how it ended.
 *
 * @throws when something did not work: the error itself if there was only one thing to do, else CommandFailure
 */
export function tellOutcome(outcome: Outcome, { events, hint, io, quiet }: TellOptions): void {
  const { failures, files, warnings } = outcome;
  for (const { error, what } of warnings) for (const line of failureLines(`Warning: ${what}`, error)) io.err(line);
  writeSummary(outcome, codeOf(failures), events);
  const [failure] = failures;
  const single = files.length + failures.length === 1;
  const lacksKey = failures.some(({ error }) => isCivitaiError(error) && keyless.has(error.code));
  if (hint !== undefined && lacksKey) io.err(hint);
  if (failure !== undefined && single && failure.error instanceof Error) throw failure.error;
  for (const line of groupedLines(failures)) io.err(line);
  if (failure !== undefined) throw new CommandFailure(summaryText(outcome), codeOf(failures));
  if (!quiet && !single) io.err(summaryText(outcome));
}

/** The last event. */
export function writeSummary({ extras, failures, files }: Outcome, code: ExitCode, events: EventWriter): void {
  const skipped = files.filter((file) => file.outcome === 'skipped').length;
  events.write('summary', null, {
    ok: files.length - skipped,
    skipped,
    failed: failures.length,
    extras,
    bytes: transferred(files),
    exitCode: code,
    failures: failures.map(({ error, file, what }) => ({
      item: file === undefined ? what : itemOf(file),
      ...describeFailure(error),
    })),
  });
}

/** `3 downloaded (1.2 GiB), 1 skipped, 1 failed` */
function summaryText({ extras, failures, files }: Outcome): string {
  const number = (wanted: DownloadedFile['outcome']): number =>
    files.filter(({ outcome }) => outcome === wanted).length;
  const downloaded = number('downloaded');
  const parts = [
    downloaded === 0 ? '' : `${downloaded} downloaded (${byteText(transferred(files))})`,
    number('reused') === 0 ? '' : `${number('reused')} copied from this machine`,
    number('skipped') === 0 ? '' : `${number('skipped')} skipped, being there`,
    extras === 0 ? '' : `${extras} beside them`,
    failures.length === 0 ? '' : `${failures.length} failed`,
  ].filter((part) => part !== '');
  return `${parts.length === 0 ? 'nothing to do' : parts.join(', ')}.`;
}

function transferred(files: readonly DownloadedFile[]): number {
  return files.reduce(
    (sum, { bytes, outcome, resumedFromBytes }) => (outcome === 'downloaded' ? sum + bytes - resumedFromBytes : sum),
    0,
  );
}

/** One error may have ended many files, such as the end of the quota: it is told once. */
function groupedLines(failures: readonly Failure[]): readonly string[] {
  const groups = new Map<unknown, string[]>();
  for (const { error, what } of failures) groups.set(error, [...(groups.get(error) ?? []), what]);
  return [...groups].flatMap(([error, [first = '', ...others]]) =>
    failureLines(others.length === 0 ? first : `${first} and ${others.length} more`, error),
  );
}
