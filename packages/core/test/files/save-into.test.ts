import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type SaveSource, saveInto } from '@civitkit/core/files';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let folder = '';
let asked = 0;
let closed = 0;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'civitkit-files-'));
  asked = 0;
  closed = 0;
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What is saved, and whether it was asked for and closed. */
function source(content: string, more: Partial<SaveSource> = {}): () => Promise<SaveSource> {
  return () => {
    asked += 1;
    const body = (async function* (): AsyncGenerator<Uint8Array> {
      for (const piece of content) yield await Promise.resolve(Buffer.from(piece, 'latin1'));
    })();
    const close = (): void => {
      closed += 1;
    };
    return Promise.resolve({ body, close, ...more });
  };
}

const gif = `GIF89a${'x'.repeat(600)}`;

describe('saveInto', () => {
  it('saves into a folder that is there, or is created when it ends with a separator', async () => {
    expect(await saveInto(folder, 'a.txt', source('hello'))).toEqual({
      path: join(folder, 'a.txt'),
      bytes: 5,
      skipped: false,
    });
    expect((await saveInto(`${folder}/deep/er/`, 'a.txt', source('hello'))).path).toBe(
      join(folder, 'deep', 'er', 'a.txt'),
    );
    expect((await saveInto(join(folder, 'b.txt'), 'a.txt', source('hello'))).path).toBe(join(folder, 'b.txt'));
    expect(closed).toBe(3);
  });

  it('gives pictures the extension of their content in a folder, and leaves a path as it is', async () => {
    expect((await saveInto(folder, 'a.jpeg', source(gif))).path).toBe(join(folder, 'a.gif'));
    expect((await saveInto(join(folder, 'b.jpeg'), 'a', source(gif))).path).toBe(join(folder, 'b.jpeg'));
    expect(readFileSync(join(folder, 'a.gif'), 'latin1')).toBe(gif);
  });

  it.each([
    ['skip', 'a.txt', 'mine', { skipped: true, bytes: 4 }],
    ['overwrite', 'a.txt', 'hello', { skipped: false, bytes: 5 }],
    ['rename', 'a (1).txt', 'mine', { skipped: false, bytes: 5 }],
  ] as const)('settles a conflict: %s', async (onConflict, name, kept, result) => {
    writeFileSync(join(folder, 'a.txt'), 'mine');
    const saved = await saveInto(folder, 'a.txt', source('hello'), { onConflict });
    expect(saved).toMatchObject({ ...result, path: join(folder, name) });
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe(kept);
    expect(asked).toBe(onConflict === 'skip' ? 0 : 1);
  });

  it('asks for nothing when the name is taken', async () => {
    writeFileSync(join(folder, 'a.txt'), 'mine');
    await expect(saveInto(folder, 'a.txt', source('hello'))).rejects.toMatchObject({ code: 'file_exists' });
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('mine');
    expect(asked).toBe(0);
  });

  it('settles it again for the name that the content asks for', async () => {
    writeFileSync(join(folder, 'a.gif'), 'mine');
    await expect(saveInto(folder, 'a.jpeg', source(gif))).rejects.toMatchObject({ code: 'file_exists' });
    expect(await saveInto(folder, 'a.jpeg', source(gif), { onConflict: 'skip' })).toMatchObject({ skipped: true });
    expect((await saveInto(folder, 'a.jpeg', source(gif), { onConflict: 'rename' })).path).toBe(
      join(folder, 'a (1).gif'),
    );
    expect(closed).toBe(3);
    expect(readdirSync(folder).toSorted()).toEqual(['a (1).gif', 'a.gif']);
  });

  it('keeps those apart that are saved at the same time', async () => {
    const writing = new Set<string>();
    const saves = [1, 2, 3].map(() => saveInto(folder, 'a.jpeg', source(gif), { onConflict: 'rename', writing }));
    expect(new Set((await Promise.all(saves)).map(({ path }) => path)).size).toBe(3);
    await expect(
      Promise.all([1, 2].map(() => saveInto(folder, 'b.txt', source('x'), { writing }))),
    ).rejects.toMatchObject({ code: 'file_exists' });
    await expect.poll(() => writing.size).toBe(0);
  });

  it('replaces no folder, and writes nothing where it may not', async () => {
    mkdirSync(join(folder, 'a.txt'));
    await expect(saveInto(folder, 'a.txt', source('x'), { onConflict: 'overwrite' })).rejects.toMatchObject({
      code: 'unsafe_target',
    });
    writeFileSync(join(folder, 'file'), '');
    await expect(saveInto(`${folder}/file/`, 'a.txt', source('x'))).rejects.toMatchObject({ name: 'DownloadError' });
    expect(asked).toBe(0);
  });

  it('leaves nothing when less comes than was announced, or it is aborted', async () => {
    await expect(saveInto(folder, 'a.txt', source('hello', { expectedBytes: 9 }))).rejects.toMatchObject({
      code: 'incomplete_download',
    });
    const reason = new Error('enough');
    const signal = AbortSignal.abort(reason);
    await expect(saveInto(folder, 'b.txt', source('hello'), { signal })).rejects.toBe(reason);
    expect(readdirSync(folder)).toEqual([]);
    expect([asked, closed]).toEqual([1, 1]);
  });
});
