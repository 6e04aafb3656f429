import type { DownloaderOptions, DownloadOptions } from '@civitkit/core/files';
import type { EmulatorOptions, FaultRule, RunningEmulator } from 'civitkit/emulator';
import type { ClientSettings } from '../../../packages/core/src/configuration/client-settings.js';
import type { TransferFileSystem } from '../../../packages/core/src/files/transfer/file-system.js';
import { type CatalogueDownload, large } from './catalogue-files.js';

/** What becomes of the file and of what was begun. */
export interface Expected {
  /** `ok` or the code of the error. */
  readonly code: string;
  /** Under the final name: all of it, nothing, or what was there before. */
  readonly file: 'intact' | 'absent' | 'before';
  /** `resumable`: the next call goes on; the test makes it. `bad`: wrong bytes, put aside. */
  readonly state: 'none' | 'resumable' | 'bad';
  /** Process exit code of its class. */
  readonly exit: number;
}

/** Where a row works. */
export interface Place {
  readonly emulator: RunningEmulator;
  readonly target: string;
  readonly folder: string;
}

/** One fault, and how a download must end under it. */
export interface DownloadRow {
  /** Of the catalogue of failures. */
  readonly item: number;
  readonly name: string;
  readonly what?: CatalogueDownload;
  /** What is asked for, if not the version of `what`. */
  readonly source?: string;
  readonly emulator?: EmulatorOptions;
  /** Of the route that gives links, and of the storage. */
  readonly faults?: readonly FaultRule[];
  /** The key of the client; the emulator's unless told, `null` for none. */
  readonly key?: string | null;
  readonly settings?: Partial<ClientSettings>;
  readonly downloader?: DownloaderOptions & { readonly fileSystem?: TransferFileSystem };
  readonly options?: DownloadOptions;
  /** Real time, for limits that have to run out; otherwise waits are over at once. */
  readonly realTime?: boolean;
  readonly prepare?: (place: Place) => void | Promise<void>;
  /** Called once, when the file is half there. */
  readonly halfway?: (place: Place) => void;
  /**
   * Called once, when a connection has broken and before the next one is opened. How much had come by then nobody knows:
   * a reset takes with it what the system has received and the program has not read yet.
   */
  readonly broken?: (place: Place) => void;
  readonly expected: Expected;
  /** How many links it may ask for; each counts against a quota. */
  readonly links?: number;
}

const exits: Readonly<Record<string, number>> = {
  ok: 0,
  other: 1,
  usage: 2,
  auth: 3,
  not_found: 4,
  network: 5,
  rate: 6,
  integrity: 7,
  storage: 8,
  safety: 9,
  cancelled: 130,
};

export type Kind =
  | 'usage'
  | 'auth'
  | 'not_found'
  | 'network'
  | 'rate'
  | 'integrity'
  | 'storage'
  | 'safety'
  | 'cancelled';

export function exitOf(kind: string): number {
  return exits[kind] ?? 1;
}

/** It ends well. */
export const ok: Expected = { code: 'ok', file: 'intact', state: 'none', exit: 0 };

/** It fails, and nothing is left of it. */
export function refused(code: string, kind: Kind): Expected {
  return { code, file: 'absent', state: 'none', exit: exitOf(kind) };
}

/** It fails, and the next call goes on. */
export function kept(code: string, kind: Kind): Expected {
  return { code, file: 'absent', state: 'resumable', exit: exitOf(kind) };
}

/** Wrong bytes came, and were put aside. */
export const bad: Expected = { code: 'hash_mismatch', file: 'absent', state: 'bad', exit: 7 };

/** Where links come from. */
const linkRoute = '/api/download/';
/** Where the bytes come from. */
const storageRoute = '/civitai-delivery/';

/** A fault of the storage, so often. */
export function inStorage(fault: FaultRule['fault'], times?: number): FaultRule {
  return { match: { path: storageRoute }, fault, ...(times === undefined ? {} : { times }) };
}

/** A fault of the route that gives links, so often. */
export function atLink(fault: FaultRule['fault'], times?: number): FaultRule {
  return { match: { path: linkRoute }, fault, ...(times === undefined ? {} : { times }) };
}

/** The file of a row. */
export function fileOf(row: DownloadRow): CatalogueDownload {
  return row.what ?? large;
}
