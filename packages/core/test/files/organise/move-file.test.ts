import { createHash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { moveFile } from '../../../src/files/organise/move-file.js';
import { type MoveMode, moveModes } from '../../../src/files/organise/move-mode.js';
import { removeEmptyFolders } from '../../../src/files/organise/remove-empty-folders.js';
import { useTemporaryFolder } from '../use-temporary-folder.js';

const folder = useTemporaryFolder();
const below = (path: string): string => join(folder(), path);
const { signal } = new AbortController();
const names = (): readonly string[] => readdirSync(folder()).toSorted();
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex').toUpperCase();

/** A folder on another disk, where this machine has one that can be written to. */
const memory = '/dev/shm';
const elsewhere =
  existsSync(memory) && statSync(memory).dev !== statSync(import.meta.dirname).dev
    ? mkdtempSync(join(memory, 'civitkit-'))
    : undefined;
afterAll(() => {
  if (elsewhere !== undefined) rmSync(elsewhere, { recursive: true });
});

describe('moveFile', () => {
  it.each<[MoveMode, readonly string[]]>([
    ['move', ['b']],
    ['copy', ['a', 'b']],
    ['hardlink', ['a', 'b']],
    ['symlink', ['a', 'b']],
  ])('%s', async (mode, left) => {
    writeFileSync(below('a'), 'model');
    utimesSync(below('a'), 1000, 2000);
    await moveFile({ from: below('a'), to: below('b'), mode, sha256: sha256('model') }, signal);
    expect(names()).toEqual(left);
    expect(readFileSync(below('b'), 'utf8')).toBe('model');
    expect(statSync(below('b')).mtimeMs).toBe(2_000_000);
    expect(lstatSync(below('b')).isSymbolicLink()).toBe(mode === 'symlink');
    expect(statSync(below('b')).nlink).toBe(mode === 'hardlink' ? 2 : 1);
  });

  it.each(moveModes)('%s never replaces', async (mode) => {
    writeFileSync(below('a'), 'model');
    writeFileSync(below('b'), 'other');
    await expect(moveFile({ from: below('a'), to: below('b'), mode }, signal)).rejects.toMatchObject({
      code: 'file_exists',
    });
    expect(names()).toEqual(['a', 'b']);
    expect(readFileSync(below('b'), 'utf8')).toBe('other');
  });

  it.each(moveModes)('%s says what is missing, and leaves nothing', async (mode) => {
    await expect(moveFile({ from: below('a'), to: below('b'), mode }, signal)).rejects.toMatchObject({
      name: 'DownloadError',
    });
    expect(names()).toEqual([]);
  });

  it('moves a link so that it leads where it led', async () => {
    mkdirSync(below('deep'));
    writeFileSync(below('a'), 'model');
    symlinkSync('a', below('link'));
    await moveFile({ from: below('link'), to: below('deep/link'), mode: 'move' }, signal);
    expect(readlinkSync(below('deep/link'))).toBe(below('a'));
    expect(names()).toEqual(['a', 'deep']);
  });

  it('gives a copy that is not what it should be no name', async () => {
    writeFileSync(below('a'), 'model');
    const move = { from: below('a'), to: below('b'), mode: 'copy', sha256: sha256('another') } as const;
    await expect(moveFile(move, signal)).rejects.toMatchObject({ code: 'file_changed' });
    expect(names()).toEqual(['a']);
  });

  it('ends with the reason of the signal, and leaves nothing of a copy', async () => {
    writeFileSync(below('a'), 'model');
    const reason = new Error('enough');
    const move = { from: below('a'), to: below('b'), mode: 'copy' } as const;
    await expect(moveFile(move, AbortSignal.abort(reason))).rejects.toBe(reason);
    expect(names()).toEqual(['a']);
  });
});

describe.runIf(elsewhere !== undefined)('moveFile, to another disk', () => {
  const target = (name: string): string => join(elsewhere ?? '', name);

  it('copies, checks, and removes', async () => {
    writeFileSync(below('a'), 'model');
    utimesSync(below('a'), 1000, 2000);
    await moveFile({ from: below('a'), to: target('moved'), mode: 'move', sha256: sha256('model') }, signal);
    expect(names()).toEqual([]);
    expect(readdirSync(dirname(target('moved')))).toEqual(['moved']);
    expect([readFileSync(target('moved'), 'utf8'), statSync(target('moved')).mtimeMs]).toEqual(['model', 2_000_000]);
  });

  it('keeps the file when the copy is not what it should be', async () => {
    writeFileSync(below('a'), 'model');
    const move = { from: below('a'), to: target('other'), mode: 'move', sha256: sha256('another') } as const;
    await expect(moveFile(move, signal)).rejects.toMatchObject({ code: 'file_changed' });
    expect([names(), existsSync(target('other'))]).toEqual([['a'], false]);
  });

  it('says what to take when no link can be made', async () => {
    writeFileSync(below('a'), 'model');
    const move = { from: below('a'), to: target('link'), mode: 'hardlink' } as const;
    await expect(moveFile(move, signal)).rejects.toMatchObject({
      code: 'not_writable',
      details: { systemCode: 'EXDEV' },
      message: expect.stringContaining('Take symbolic links, or copies instead.') as string,
    });
  });
});

describe('removeEmptyFolders', () => {
  it('removes what is empty as far as below a folder', async () => {
    mkdirSync(below('a/b/c'), { recursive: true });
    mkdirSync(below('a/d'));
    writeFileSync(below('a/d/kept'), '');
    await removeEmptyFolders([below('a/b/c'), below('a/d'), below('a'), '/'], folder());
    expect(readdirSync(below('a'))).toEqual(['d']);
    rmSync(below('a/d/kept'));
    await removeEmptyFolders([below('a/d')], folder());
    expect(names()).toEqual([]);
    expect(existsSync(folder())).toBe(true);
  });
});
