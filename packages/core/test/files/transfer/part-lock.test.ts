import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TestClock } from '../../../../../test/support/test-clock.js';
import { type LockWait, type PartLock, takePartLock } from '../../../src/files/transfer/part-lock.js';
import { useTemporaryFolder } from '../use-temporary-folder.js';

const place = useTemporaryFolder();
const path = (): string => join(place(), 'file.part.lock');

function take(more: Partial<LockWait> = {}): Promise<PartLock> {
  return takePartLock(path(), {
    patienceMs: 0,
    clock: new TestClock(1000),
    signal: undefined,
    onWait: () => undefined,
    ...more,
  });
}

function heldBy(owner: object): void {
  writeFileSync(path(), JSON.stringify({ pid: process.pid, host: hostname(), birth: '', token: 'x', ...owner }));
}

describe('the lock of a part', () => {
  it('is there while it is held, and gone after it', async () => {
    const lock = await take();
    expect(JSON.parse(readFileSync(path(), 'utf8'))).toMatchObject({ pid: process.pid, host: hostname() });
    await lock.release();
    expect(existsSync(path())).toBe(false);
  });

  it('is held by one, also within a process', async () => {
    const lock = await take();
    await expect(take()).rejects.toMatchObject({
      name: 'DownloadError',
      code: 'locked',
      message: expect.stringContaining(`process ${process.pid} on ${hostname()}`) as string,
    });
    await lock.release();
    await (await take()).release();
  });

  it('is waited for as long as told, and said once', async () => {
    const lock = await take();
    const clock = new TestClock(1000);
    let waits = 0;
    const onWait = (): void => void (waits += 1);
    await expect(take({ clock, patienceMs: 5000, onWait })).rejects.toMatchObject({ code: 'locked' });
    expect(waits).toBe(1);
    const next = take({ patienceMs: 60_000, onWait: () => void lock.release() });
    await (await next).release();
  });

  it('is given up at once when it is cancelled', async () => {
    const lock = await take();
    const controller = new AbortController();
    const pending = take({
      patienceMs: 60_000,
      clock: new TestClock(0),
      signal: controller.signal,
      onWait: () => controller.abort(new Error('enough')),
    });
    await expect(pending).rejects.toThrow('enough');
    await lock.release();
  });

  it('is taken over from a process that is gone', async () => {
    heldBy({ pid: 2 ** 22 + 7 });
    await (await take()).release();
    expect(existsSync(path())).toBe(false);
  });

  it('is taken over from a process whose number another one has now', async () => {
    heldBy({ birth: '1' });
    await (await take()).release();
    expect(existsSync(path())).toBe(false);
  });

  it('of another machine counts until nobody has touched it for two minutes', async () => {
    heldBy({ host: 'another', pid: 1 });
    await expect(take()).rejects.toMatchObject({ code: 'locked' });
    const before = new Date(Date.now() - 121_000);
    utimesSync(path(), before, before);
    await (await take()).release();
  });

  it('that cannot be read counts as new, until it is old', async () => {
    writeFileSync(path(), '{');
    await expect(take()).rejects.toMatchObject({ code: 'locked' });
    const before = new Date(Date.now() - 121_000);
    utimesSync(path(), before, before);
    await (await take()).release();
  });

  it('is not removed when somebody else has it meanwhile', async () => {
    const lock = await take();
    heldBy({ token: 'of somebody else' });
    await lock.release();
    expect(existsSync(path())).toBe(true);
  });

  it('says when the folder cannot be written to', async () => {
    await expect(
      takePartLock(join(place(), 'none/x.lock'), {
        patienceMs: 0,
        clock: new TestClock(0),
        signal: undefined,
        onWait: () => undefined,
      }),
    ).rejects.toMatchObject({ code: 'not_writable' });
  });
});
