import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { describe, expect, test } from 'vitest';
import { withFileLock } from '../../src/secrets/file-lock.js';
import { createProject } from '../configuration/support/project.js';

function lockPath(content?: string, ageSeconds = 0): string {
  const path = createProject().path('test.lock');
  if (content !== undefined) writeFileSync(path, content);
  const time = Date.now() / 1000 - ageSeconds;
  if (content !== undefined) utimesSync(path, time, time);
  return path;
}

/** The id of a process that has ended. */
function deadProcess(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

test('one at a time, even within a process', async () => {
  const path = lockPath();
  let inside = 0;
  await Promise.all(
    Array.from({ length: 10 }, () =>
      withFileLock(path, async () => {
        inside += 1;
        expect(inside).toBe(1);
        await new Promise((resolve) => {
          setTimeout(resolve, 2);
        });
        inside -= 1;
      }),
    ),
  );
  expect(existsSync(path)).toBe(false);
});

test('the result is passed on; a failure too, and the lock is gone after it', async () => {
  const path = lockPath();
  expect(await withFileLock(path, () => Promise.resolve(5))).toBe(5);
  await expect(withFileLock(path, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(existsSync(path)).toBe(false);
});

describe('a lock that was left behind is removed', () => {
  test.each([
    ['its process is gone', () => lockPath(JSON.stringify({ pid: deadProcess(), host: hostname(), token: 'x' }))],
    [
      'its number is another process’s now',
      () => lockPath(JSON.stringify({ pid: process.pid, host: hostname(), birth: '1', token: 'x' })),
    ],
    ['another machine’s, and old', () => lockPath('{"pid":1,"host":"elsewhere","token":"x"}', 60)],
    ['unreadable, and old', () => lockPath('', 60)],
  ])('%s', async (_name, create) => {
    const path = create();
    let runs = 0;
    await Promise.all(
      Array.from({ length: 5 }, () =>
        withFileLock(path, () => {
          runs += 1;
          return Promise.resolve();
        }),
      ),
    );
    expect(runs).toBe(5);
    expect([existsSync(path), existsSync(`${path}.removal`)]).toEqual([false, false]);
  });
});

test('a lock in use is waited for, not for ever, and stays', async () => {
  const content = JSON.stringify({ pid: process.pid, host: hostname(), token: 'x' });
  const path = lockPath(content, 3600);
  const started = Date.now();
  await expect(withFileLock(path, () => Promise.resolve(), 200)).rejects.toThrow(/held by another process/);
  expect(Date.now() - started).toBeGreaterThanOrEqual(200);
  expect(existsSync(path)).toBe(true);
});

test('a lock that another process has taken over meanwhile is left to it', async () => {
  const path = lockPath();
  const others = JSON.stringify({ pid: 1, host: 'elsewhere', token: 'theirs' });
  await withFileLock(path, () => {
    writeFileSync(path, others);
    return Promise.resolve();
  });
  expect(readFileSync(path, 'utf8')).toBe(others);
});
