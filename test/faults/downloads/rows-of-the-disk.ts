import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { large } from './catalogue-files.js';
import { type DownloadRow, type Expected, inStorage, kept, ok, type Place, refused } from './download-row.js';
import { diskFullAfter, diskWith, diskWithRoom } from './failing-disk.js';

/** What was there stays as it was. */
function untouched(code: string): Expected {
  return { code, file: 'before', state: 'none', exit: 9 };
}

function putOther({ target }: Place): void {
  writeFileSync(target, 'something that the user has made');
}

function putSame({ target }: Place): void {
  writeFileSync(target, large.bytes);
}

function lockedBy(pid: number, birth: string): (place: Place) => void {
  return ({ target }) => {
    writeFileSync(`${target}.part.lock`, JSON.stringify({ pid, host: hostname(), birth, token: 'other' }));
  };
}

/** Items 57–72 and 77: what this machine may do to a download. */
export const diskRows: readonly DownloadRow[] = [
  {
    item: 57,
    name: 'no room, seen before anything is requested',
    downloader: { fileSystem: diskWithRoom(1_000_000) },
    expected: refused('disk_full', 'storage'),
    links: 0,
  },
  ...(
    [
      [57, 'ENOSPC', 'disk_full', 'the disk is full in the middle'],
      [58, 'EDQUOT', 'disk_full', 'a quota is used up in the middle'],
      [58, 'EFBIG', 'write_failed', 'files may not be that long'],
      [60, 'EIO', 'write_failed', 'the disk cannot be written to in the middle'],
    ] as const
  ).map(
    ([item, systemCode, code, name]): DownloadRow => ({
      item,
      name: `${name} (${systemCode})`,
      downloader: { fileSystem: diskFullAfter(500_000, systemCode) },
      expected: kept(code, 'storage'),
      links: 1,
    }),
  ),
  {
    item: 57,
    name: 'the disk is full in the middle, 4 connections',
    downloader: { segments: 4, fileSystem: diskFullAfter(700_000, 'ENOSPC') },
    expected: kept('disk_full', 'storage'),
    links: 1,
  },
  ...(['EACCES', 'EROFS', 'EPERM'] as const).map(
    (systemCode): DownloadRow => ({
      item: 59,
      name: `the folder cannot be written to (${systemCode})`,
      downloader: { fileSystem: diskWith('open', systemCode) },
      expected: refused('not_writable', 'storage'),
      links: 0,
    }),
  ),
  {
    item: 60,
    name: 'the last word of the disk is an error (fsync)',
    downloader: { fileSystem: diskWith('sync', 'EIO') },
    expected: kept('write_failed', 'storage'),
  },
  { item: 61, name: 'no hard links on this disk', downloader: { fileSystem: diskWith('link', 'EPERM') }, expected: ok },
  { item: 61, name: 'a link across devices', downloader: { fileSystem: diskWith('link', 'EXDEV') }, expected: ok },
  {
    item: 65,
    name: 'another process is at it',
    prepare: lockedBy(process.ppid, birthOf(process.ppid)),
    expected: { ...refused('locked', 'safety') },
    links: 0,
  },
  { item: 65, name: 'a lock of a process that is gone', prepare: lockedBy(2 ** 22 + 1, '1'), expected: ok },
  {
    item: 65,
    name: 'a lock of a process whose number is another one now',
    prepare: lockedBy(process.pid, '1'),
    expected: ok,
  },
  { item: 66, name: 'it is there already', prepare: putSame, expected: { ...ok }, links: 0 },
  { item: 66, name: 'another file is there', prepare: putOther, expected: untouched('file_exists'), links: 0 },
  {
    item: 66,
    name: 'another file is there, and is to be overwritten',
    prepare: putOther,
    options: { onConflict: 'overwrite' },
    expected: ok,
  },
  {
    item: 66,
    name: 'another file is there, to be overwritten, and the download fails',
    prepare: putOther,
    options: { onConflict: 'overwrite' },
    faults: [inStorage({ kind: 'flippedByte' })],
    expected: { code: 'hash_mismatch', file: 'before', state: 'bad', exit: 7 },
  },
  {
    item: 67,
    name: 'a folder is there',
    prepare: ({ target }) => mkdirSync(target),
    expected: refused('unsafe_target', 'safety'),
    links: 0,
  },
  {
    item: 67,
    name: 'a pipe is there',
    prepare: ({ target }) => makePipe(target),
    expected: refused('unsafe_target', 'safety'),
    links: 0,
  },
  {
    item: 67,
    name: 'a pipe is there under the name of the part',
    prepare: ({ target }) => makePipe(`${target}.part`),
    expected: refused('unsafe_target', 'safety'),
    links: 0,
  },
  {
    item: 68,
    name: 'a link is there',
    prepare: ({ folder, target }) => symlinkSync(join(folder, 'elsewhere'), target),
    expected: refused('unsafe_target', 'safety'),
    links: 0,
  },
  {
    item: 68,
    name: 'a link is there under the name of the part',
    prepare: ({ folder, target }) => {
      writeFileSync(join(folder, 'precious'), 'precious');
      symlinkSync(join(folder, 'precious'), `${target}.part`);
    },
    expected: refused('unsafe_target', 'safety'),
    links: 0,
  },
  {
    item: 77,
    name: 'too many open files',
    downloader: { fileSystem: diskWith('open', 'EMFILE') },
    expected: refused('write_failed', 'storage'),
    links: 0,
  },
];

/** Node has no call for it. */
function makePipe(path: string): void {
  execFileSync('sh', ['-c', 'mkfifo "$1"', 'sh', path]);
}

function birthOf(pid: number): string {
  try {
    const text = execFileSync('cat', [`/proc/${pid}/stat`], { encoding: 'utf8' });
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
