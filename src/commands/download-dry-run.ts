import { lstat, stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isRisky, type PlacedPlan, type PlannedFile, riskOf } from '@civitkit/core/files';
import type { CommandIo } from '../command-io.js';
import { byteText } from '../output/bytes.js';
import { count } from '../output/count.js';
import { type ItemColumn, printTable } from '../output/items.js';
import type { Conflict } from '../tool-settings/download-defaults.js';
import { type EventWriter, itemOf } from './download-json.js';

/** What would be done with a file. */
export interface DryItem {
  readonly file: PlannedFile;
  readonly path: string;
  readonly action: string;
  /** What would still come over the network. */
  readonly missingBytes: number | undefined;
}

/** What the dry run goes by. */
export interface DryRunOptions {
  readonly onConflict: Conflict;
  readonly resume: boolean;
  /** Whether files are taken that could do harm. */
  readonly allowUnsafe: boolean;
  /** False: everything but the model. */
  readonly model: boolean;
}

/** Finds out what would be done; only looks at the disk, and does not hash what is there. */
export async function planDryRun(placed: readonly PlacedPlan[], options: DryRunOptions): Promise<readonly DryItem[]> {
  return await Promise.all(
    placed.map(async ({ file, path }) => ({ file, path, ...(await actionOf(file, path, options)) })),
  );
}

async function actionOf(
  { file, sizeBytes }: PlannedFile,
  path: string,
  { allowUnsafe, model, onConflict, resume }: DryRunOptions,
): Promise<Pick<DryItem, 'action' | 'missingBytes'>> {
  if (!model) return { action: 'not wanted (--no-model)', missingBytes: 0 };
  const risk = allowUnsafe ? undefined : riskOf(file);
  if (risk !== undefined) return { action: `blocked: ${risk.code}`, missingBytes: 0 };
  const found = await lstat(path).catch(() => undefined);
  if (found !== undefined) return existing(found.isFile(), found.size, sizeBytes, onConflict);
  const part = resume ? await lstat(`${path}.part`).catch(() => undefined) : undefined;
  if (part?.isFile() === true && part.size > 0) {
    const missingBytes = sizeBytes === undefined ? undefined : Math.max(0, sizeBytes - part.size);
    return { action: `resume from ${byteText(part.size)}`, missingBytes };
  }
  return { action: 'download', missingBytes: sizeBytes };
}

function existing(
  isFile: boolean,
  size: number,
  sizeBytes: number | undefined,
  onConflict: Conflict,
): Pick<DryItem, 'action' | 'missingBytes'> {
  if (!isFile) return { action: 'conflict: there is no file of that name, but something else', missingBytes: 0 };
  // The site rounds sizes to units of 1024 bytes.
  if (sizeBytes === undefined || Math.abs(size - sizeBytes) <= 1024) {
    return { action: 'exists, not hashed: skip if it is the same', missingBytes: 0 };
  }
  const missingBytes = onConflict === 'overwrite' || onConflict === 'rename' ? sizeBytes : 0;
  return { action: `conflict: another file is there (${onConflict})`, missingBytes };
}

/**
 * Prints what would be done: a table, or one event.
 *
 * @returns where there is not enough room
 */
export async function printDryRun(
  items: readonly DryItem[],
  auth: string,
  { events, io }: { readonly events: EventWriter; readonly io: CommandIo },
): Promise<string | undefined> {
  const missing = items.reduce((sum, { missingBytes }) => sum + (missingBytes ?? 0), 0);
  const disks = await disksOf(items);
  events.write('plan', null, {
    dryRun: true,
    auth,
    bytes: missing,
    disks,
    items: items.map((item) => ({ ...planItem(item), action: item.action })),
  });
  const full = disks.find(({ freeBytes, neededBytes }) => neededBytes > freeBytes);
  const short =
    full === undefined
      ? undefined
      : `${byteText(full.neededBytes)} would go to ${full.folder}, where ${byteText(full.freeBytes)} are free. Make room, or choose another folder.`;
  if (events.isEnabled) return short;
  printTable(items, columns, undefined, io);
  const space = disks.map(({ folder, freeBytes }) => `${byteText(freeBytes)} free at ${folder}`).join(', ');
  io.err(
    `${count(items.length, 'file')}, ${byteText(missing)} to download${space === '' ? '' : `; ${space}`}. Key: ${auth}.`,
  );
  for (const { file } of items) for (const { message } of file.notices) io.err(`${file.name}: ${message}`);
  io.err('Nothing was asked for; without --dry-run it would be.');
  return short;
}

/** A file of a plan as an event tells it. */
export function planItem({ file: planned, path }: Pick<DryItem, 'file' | 'path'>): Readonly<Record<string, unknown>> {
  const { file, model, name, sizeBytes, version } = planned;
  return {
    item: itemOf(planned),
    model: { id: model.id, name: model.name, type: model.type },
    version: { id: version.id, name: version.name, baseModel: version.baseModel },
    fileId: file.id,
    name,
    size: sizeBytes,
    sha256: file.hashes.SHA256,
    format: file.metadata.format,
    scans: { pickle: file.pickleScanResult, virus: file.virusScanResult },
    path,
    notices: planned.notices,
  };
}

interface Disk {
  /** One of the folders on it. */
  readonly folder: string;
  readonly freeBytes: number;
  readonly neededBytes: number;
}

async function disksOf(items: readonly DryItem[]): Promise<readonly Disk[]> {
  const byDevice = new Map<number, Disk>();
  for (const { missingBytes = 0, path } of items) {
    const folder = await existingFolder(dirname(path));
    const found = await stat(folder).catch(() => undefined);
    const space = await statfs(folder).catch(() => undefined);
    if (found === undefined || space === undefined) continue;
    const disk = byDevice.get(found.dev) ?? { folder, freeBytes: space.bavail * space.bsize, neededBytes: 0 };
    byDevice.set(found.dev, { ...disk, neededBytes: disk.neededBytes + missingBytes });
  }
  return [...byDevice.values()];
}

async function existingFolder(folder: string): Promise<string> {
  const found = await stat(folder).catch(() => undefined);
  const parent = dirname(folder);
  return found !== undefined || parent === folder ? folder : await existingFolder(parent);
}

const columns: readonly ItemColumn<DryItem>[] = [
  { header: 'ITEM', cell: ({ file }) => itemOf(file) },
  { header: 'MODEL', shrinkTo: 10, cell: ({ file }) => `${file.model.name} / ${file.version.name}` },
  { header: 'FILE', shrinkTo: 10, cell: ({ file }) => file.name },
  {
    header: 'SIZE',
    align: 'right',
    cell: ({ file }) => (file.sizeBytes === undefined ? '?' : byteText(file.sizeBytes)),
  },
  { header: 'SHA256', cell: ({ file }) => file.file.hashes.SHA256?.slice(0, 10) ?? 'none' },
  { header: 'SCANS', cell: ({ file }) => scanText(file) },
  { header: 'ACTION', cell: ({ action }) => action },
  { header: 'PATH', shrinkTo: 16, cell: ({ path }) => path },
];

function scanText({ file }: PlannedFile): string {
  const { pickleScanResult, virusScanResult } = file;
  const results = pickleScanResult === virusScanResult ? pickleScanResult : `${pickleScanResult}/${virusScanResult}`;
  return isRisky(file) ? `${results} (can run code)` : results;
}
