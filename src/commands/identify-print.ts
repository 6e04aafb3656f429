import { extname } from 'node:path';
import { type IdentifiedFile, readSafetensorsHeader, summarizeMetadata } from '@civitkit/core/files';
import type { CommandIo } from '../command-io.js';
import { type ItemColumn, printTable } from '../output/items.js';
import { shownPath } from './hash-lines.js';
import type { IdentifyCommandOptions } from './identify.js';
import type { DoneRename } from './identify-action.js';

interface Shown {
  readonly file: IdentifiedFile;
  /** What its own header says of it, where the site knows nothing. */
  readonly header?: { readonly baseModel?: string; readonly title?: string };
  readonly rename?: DoneRename | undefined;
}

/** Prints what was found: a table, or one line of JSON for each file. */
export async function printFiles(
  files: readonly IdentifiedFile[],
  renames: readonly DoneRename[],
  { json }: IdentifyCommandOptions,
  io: CommandIo,
): Promise<void> {
  const byPath = new Map(renames.map((rename) => [rename.planned.from, rename]));
  const items: Shown[] = [];
  for (const file of files) {
    const rename = byPath.get(file.path);
    const header = file.status === 'unknown' ? await headerOf(rename?.path ?? file.path) : undefined;
    items.push({ file, rename, ...(header === undefined ? {} : { header }) });
  }
  if (json === true) for (const item of items) io.out(JSON.stringify(jsonOf(item)));
  else if (items.length > 0) printTable(items, columnsFor(io), undefined, io);
  for (const { file } of items) if (file.status === 'failed') io.err(`${file.error.message} [${file.error.code}]`);
}

/** Prints what became of names, where it is not what was wanted. */
export function printRenames(renames: readonly DoneRename[], io: CommandIo): void {
  for (const { code, planned, text } of renames) {
    if (code !== undefined) io.err(`${planned.from} -> ${planned.to}: ${text}`);
    else if (planned.action === 'rename') io.err(`${planned.from} -> ${planned.to}: ${text}`);
  }
}

async function headerOf(path: string): Promise<Shown['header']> {
  if (!['.safetensors', '.sft'].includes(extname(path).toLowerCase())) return undefined;
  try {
    const { baseModel, title } = summarizeMetadata((await readSafetensorsHeader(path)).metadata);
    return { ...(baseModel === undefined ? {} : { baseModel }), ...(title === undefined ? {} : { title }) };
  } catch {
    // What is no model of this kind says nothing of itself.
    return undefined;
  }
}

function columnsFor({ cwd }: CommandIo): readonly ItemColumn<Shown>[] {
  return [
    { header: 'STATUS', cell: ({ file }) => file.status },
    {
      header: 'MODEL',
      shrinkTo: 10,
      cell: ({ file, header }) => ('version' in file ? file.version.model.name : (header?.title ?? '')),
    },
    {
      header: 'VERSION',
      shrinkTo: 6,
      cell: ({ file }) => ('version' in file ? `${file.version.id} ${file.version.name}` : ''),
    },
    {
      header: 'BASE MODEL',
      shrinkTo: 8,
      cell: ({ file, header }) => ('version' in file ? file.version.baseModel : (header?.baseModel ?? '')),
    },
    { header: 'BY', cell: ({ file }) => ('matchedBy' in file ? file.matchedBy : '') },
    { header: 'NEWER', shrinkTo: 8, cell: ({ file }) => newerText(file) },
    { header: 'PATH', shrinkTo: 16, cell: ({ file, rename }) => shownPath(rename?.path ?? file.path, cwd) },
  ];
}

function newerText(file: IdentifiedFile): string {
  const newer = 'newer' in file ? file.newer.find(({ sameBaseModel }) => sameBaseModel) : undefined;
  return newer === undefined ? '' : `${newer.id} ${newer.name}`;
}

function jsonOf({ file, header, rename }: Shown): Readonly<Record<string, unknown>> {
  const common = { path: file.path, size: file.sizeBytes, status: file.status };
  const renamed =
    rename === undefined ? {} : { rename: { to: rename.planned.to, action: rename.planned.action, path: rename.path } };
  if (file.status === 'failed') return { ...common, error: file.error.code, message: file.error.message };
  const { fromCache, hashes } = file;
  if (!('version' in file)) return { ...common, hashes, fromCache, header, ...renamed };
  const { matchedBy, newer, otherVersions, version } = file;
  return {
    ...common,
    hashes,
    fromCache,
    matchedBy,
    model: { id: version.modelId, ...version.model },
    version: {
      id: version.id,
      name: version.name,
      baseModel: version.baseModel,
      air: version.air,
      status: version.status,
      publishedAt: version.publishedAt,
    },
    fileId: file.file?.id,
    newer,
    otherVersions: otherVersions.map(({ id, modelId, name }) => ({ id, modelId, name })),
    ...renamed,
  };
}
