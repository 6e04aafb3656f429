import type { RenamedFile } from '@civitkit/core/files';
import type { CommandIo } from '../command-io.js';
import { type ItemColumn, printTable } from '../output/items.js';
import { shownPath } from './hash-lines.js';
import type { OrganiseCommandOptions } from './organise.js';
import type { Organised } from './organise-outcome.js';

/** Prints what became of files: a table, or one line of JSON for each, which `--undo` understands. */
export function printOrganised(all: readonly Organised[], { json, mode }: OrganiseCommandOptions, io: CommandIo): void {
  if (json === true) for (const one of all) io.out(JSON.stringify(jsonOf(one, mode)));
  else if (all.length > 0) printTable(all, columnsFor(io), undefined, io);
  for (const { code, file, planned, text } of all) {
    if (file.status === 'failed') io.err(`${file.error.message} [${file.error.code}]`);
    else if (code !== undefined && planned !== undefined) io.err(`${planned.from} -> ${planned.to}: ${text ?? ''}`);
  }
}

/** Prints what was brought to its end, or taken back. */
export function printMoves(
  moves: readonly RenamedFile[],
  what: { readonly planned: string; readonly done: string },
  { dryRun, json, mode }: OrganiseCommandOptions,
  io: CommandIo,
): void {
  for (const { error, from, sidecars, to } of moves) {
    if (error !== undefined) io.err(`${from} -> ${to}: ${error.message} [${error.code}]`);
    const action = dryRun === true ? what.planned : error === undefined ? what.done : 'failed';
    if (json === true) io.out(JSON.stringify({ action, from, to, mode, sidecars, ...errorOf(error) }));
    else if (error === undefined) io.err(`${action}: ${shownPath(from, io.cwd)} -> ${shownPath(to, io.cwd)}`);
  }
}

function columnsFor({ cwd }: CommandIo): readonly ItemColumn<Organised>[] {
  const shown = (path: string | undefined): string => (path === undefined ? '' : shownPath(path, cwd));
  return [
    { header: 'ACTION', cell: ({ action }) => action },
    {
      header: 'MODEL',
      shrinkTo: 10,
      cell: ({ file }) => ('version' in file ? `${file.version.model.name} ${file.version.name}` : ''),
    },
    { header: 'FILE', shrinkTo: 16, cell: ({ file }) => shown(file.path) },
    { header: 'PLACE', shrinkTo: 16, cell: ({ planned }) => shown(planned?.to) },
  ];
}

function jsonOf(
  { action, code, file, planned, renamed, text }: Organised,
  mode: string,
): Readonly<Record<string, unknown>> {
  const common = { path: file.path, size: file.sizeBytes, status: file.status, action };
  if (file.status === 'failed') return { ...common, error: file.error.code, message: file.error.message };
  if (planned === undefined) return { ...common, sha256: file.hashes.sha256 };
  const { error, from, sha256, sidecars, to } = planned;
  const state = renamed === undefined ? {} : { state: renamed.outcome === 'renamed' ? 'done' : 'failed' };
  return {
    ...common,
    from,
    to,
    mode,
    sha256,
    sidecars: renamed?.sidecars ?? sidecars,
    newFolder: renamed?.newFolder,
    ...state,
    ...(code === undefined ? {} : { message: text }),
    ...errorOf(renamed?.error ?? error),
    ...('version' in file ? { modelId: file.version.modelId, versionId: file.version.id } : {}),
  };
}

function errorOf(error: RenamedFile['error']): Readonly<Record<string, string>> {
  return error === undefined ? {} : { error: error.code, message: error.message };
}
