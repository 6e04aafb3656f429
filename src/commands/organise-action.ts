import { join, resolve } from 'node:path';
import {
  applyRenames,
  finishMoves,
  type IdentifyReport,
  moveJournalName,
  type PlannedRename,
  planMoves,
  type RenamedFile,
  undoMoves,
} from '@civitkit/core/files';
import type { CommandIo } from '../command-io.js';
import { CommandFailure, type ExitCode, exitCode } from '../exit-code.js';
import { exitCodeOf } from '../exit-code-of.js';
import { untilStopped } from '../interrupted.js';
import { count } from '../output/count.js';
import { SettingsFile } from '../tool-settings/settings-file.js';
import { identifyPaths } from './identify-paths.js';
import type { OrganiseCommandOptions } from './organise.js';
import { type Organised, organisedOf } from './organise-outcome.js';
import { OrganisePlacer, organiseRule } from './organise-place.js';
import { printMoves, printOrganised } from './organise-print.js';
import { openSite } from './site-client.js';

/** `civitkit organise`. */
export async function runOrganise(
  paths: readonly string[],
  options: OrganiseCommandOptions,
  io: CommandIo,
): Promise<void> {
  if (options.undo !== undefined) return undo(paths, options.undo, options, io);
  if (paths.length === 0) throw new CommandFailure('Say what to organise: files or folders.', exitCode.usage);
  const rule = await organiseRule(paths, options, await new SettingsFile(io).read(), io);
  const placer = await OrganisePlacer.create(rule);
  for (const problem of placer.problems) io.err(`Warning: ${problem}`);
  const journalPath = join(rule.root, moveJournalName);
  const stop = io.stopSignal();
  const what = `What was done is in ${journalPath}; the same command does the rest.`;
  await untilStopped(stop, `Stopped. ${what}`, async () => {
    const finished = await finishMoves(journalPath, { dryRun: options.dryRun === true, signal: stop });
    printMoves(finished, { planned: 'would be brought to its end', done: 'brought to its end' }, quietly(options), io);
    const report = await identify(paths, options, placer, io);
    const plan = await planMoves(report.files, { place: (file) => placer.pathOf(file, report.models), signal: stop });
    const renames =
      options.dryRun === true ? [] : await applyRenames(plan, { mode: options.mode, journalPath, signal: stop });
    const all = organisedOf(report.files, plan, renames, options.mode);
    printOrganised(all, options, io);
    if (options.quiet !== true) printNotes(plan, placer, io);
    finish(all, finished, renames.length > 0 ? journalPath : undefined, options, io);
  });
}

async function identify(
  paths: readonly string[],
  options: OrganiseCommandOptions,
  placer: OrganisePlacer,
  io: CommandIo,
): Promise<IdentifyReport> {
  using site = await openSite(options, io);
  const { civitai } = site;
  const parts = { civitai, io, stop: io.stopSignal() };
  const report = await identifyPaths(paths, { ...options, updates: placer.needsModel }, parts);
  for (const problem of report.problems) io.err(`Warning: ${problem.message}`);
  return report;
}

/** Results are what was asked for; what an earlier run left is told to the person only. */
function quietly(options: OrganiseCommandOptions): OrganiseCommandOptions {
  return { ...options, json: false };
}

/** What is worth knowing about the places, each once. */
function printNotes(plan: readonly PlannedRename[], placer: OrganisePlacer, io: CommandIo): void {
  const said = new Set<string>();
  for (const { action, from } of plan) {
    if (action !== 'rename') continue;
    const { instruction, notes = [] } = placer.noteOf(from) ?? {};
    for (const note of notes) said.add(`Note: ${note}`);
    if (instruction !== undefined) said.add(instruction);
  }
  for (const line of said) io.err(line);
}

/** @throws CommandFailure when something failed, or when a file is not known */
function finish(
  all: readonly Organised[],
  finished: readonly RenamedFile[],
  journalPath: string | undefined,
  { dryRun, mode, quiet }: OrganiseCommandOptions,
  io: CommandIo,
): void {
  if (all.length === 0 && finished.length === 0) {
    throw new CommandFailure('There is no model in these folders.', exitCode.usage);
  }
  const number = (...actions: readonly string[]): number => all.filter(({ action }) => actions.includes(action)).length;
  const toDo = { move: 'to move', copy: 'to copy', hardlink: 'to link', symlink: 'to link' }[mode];
  const parts = [
    dryRun === true ? `${number(mode)} ${toDo}` : `${number('moved', 'copied', 'linked')} put in their place`,
    `${number('same', 'duplicate')} there already`,
    `${number('unknown')} unknown`,
    `${number('collision', 'exists', 'unsafe')} refused`,
    `${number('failed')} failed`,
  ];
  const undoable = journalPath === undefined ? '' : ` To take it back: civitkit organise --undo ${quoted(journalPath)}`;
  const summary = `${count(all.length, 'file')}: ${parts.join(', ')}.${undoable}`;
  const failures = finished.flatMap(({ error }) => (error === undefined ? [] : [exitCodeOf(error)]));
  const codes = new Set<ExitCode>([...failures, ...all.flatMap(({ code }) => code ?? [])]);
  // That some files are none of the site's is said last: everything else matters more.
  if (codes.size > 1) codes.delete(exitCode.notFound);
  const [code, ...others] = codes;
  if (code !== undefined) throw new CommandFailure(summary, others.length === 0 ? code : exitCode.failure);
  if (quiet !== true) io.err(summary);
}

async function undo(
  paths: readonly string[],
  list: string,
  options: OrganiseCommandOptions,
  io: CommandIo,
): Promise<void> {
  if (paths.length > 0)
    throw new CommandFailure('--undo takes back what a list tells of; give no paths.', exitCode.usage);
  const stop = io.stopSignal();
  const undone = await untilStopped(stop, 'Stopped. The same command takes back the rest.', () =>
    undoMoves(resolve(io.cwd, list), { dryRun: options.dryRun === true, signal: stop }),
  );
  printMoves(undone, { planned: 'would be taken back', done: 'taken back' }, options, io);
  const codes = new Set(undone.flatMap(({ error }) => (error === undefined ? [] : [exitCodeOf(error)])));
  const done = undone.filter(({ error }) => error === undefined).length;
  const summary = `${done} of ${count(undone.length, 'file')} ${options.dryRun === true ? 'to take back' : 'taken back'}.`;
  const [code, ...others] = codes;
  if (code !== undefined) throw new CommandFailure(summary, others.length === 0 ? code : exitCode.failure);
  if (options.quiet !== true) io.err(summary);
}

function quoted(path: string): string {
  return /^[\w./@+-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;
}
