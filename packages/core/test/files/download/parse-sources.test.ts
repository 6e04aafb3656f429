import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseSources, readSources } from '../../../src/files/download/parse-sources.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'civitkit-sources-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function read(text: string | readonly string[]): Promise<readonly unknown[]> {
  const sources = await parseSources(text, { directory: folder });
  return sources.map((source) =>
    source.kind === 'model' ? source.modelId : source.kind === 'version' ? `v${source.versionId}` : source.hash,
  );
}

describe('parseSources', () => {
  it('reads lines, commas, comments, a byte order mark and all kinds of line ends', async () => {
    expect(
      await read('\uFEFF11, 22\r\n33\r# a comment, 44\n v:5 # after it\n\n,,\n66,https://civitai.com/models/77'),
    ).toEqual([11, 22, 33, 'v5', 66, 77]);
  });

  it('never glues lines together', async () => {
    expect(await read('11\n22\n33,44')).toEqual([11, 22, 33, 44]);
  });

  it('keeps what belongs to an address: commas and a fragment', async () => {
    expect(await read('https://civitai.com/models/7?tags=a,b#c, 8')).toEqual([7, 8]);
  });

  it('asks for each version and file once', async () => {
    expect(await read(['5', '5', 'v:9', 'https://civitai.com/models/5?modelVersionId=9', 'v:9+1'])).toEqual([
      5,
      'v9',
      'v9',
    ]);
  });

  it('reads lists in files, relative to the list that names them', async () => {
    mkdirSync(join(folder, 'more'));
    writeFileSync(join(folder, 'list.txt'), '1\n@more/list.txt\n4');
    writeFileSync(join(folder, 'more/list.txt'), '2\n@other.txt');
    writeFileSync(join(folder, 'more/other.txt'), '3');
    expect(await read('@list.txt')).toEqual([1, 2, 3, 4]);
    expect(await read('list.txt')).toEqual([1, 2, 3, 4]);
  });

  it('finds lists that contain themselves, through links as well', async () => {
    writeFileSync(join(folder, 'a.txt'), '1\n@b.txt');
    symlinkSync('a.txt', join(folder, 'b.txt'));
    await expect(read('@a.txt')).rejects.toMatchObject({
      code: 'bad_source',
      details: {
        problems: [{ text: '@b.txt', at: 'a.txt:2', problem: expect.stringContaining('contains itself') as string }],
      },
    });
  });

  it('reports everything that is wrong at once, with its place', async () => {
    writeFileSync(join(folder, 'list.txt'), '1\nnonsense\n2\nhttps://x.test/models/1');
    writeFileSync(join(folder, 'model.bin'), Buffer.from([0, 1, 2, 0xff]));
    const failure = await parseSources(['f:1', '@list.txt', '@missing.txt', '@model.bin'], { directory: folder }).catch(
      (error: unknown) => error,
    );
    expect(failure).toMatchObject({ code: 'bad_source' });
    const { problems } = (failure as { details: { problems: readonly { text: string; at?: string }[] } }).details;
    expect(problems.map(({ at, text }) => [text, at])).toEqual([
      ['f:1', undefined],
      ['nonsense', 'list.txt:2'],
      ['https://x.test/models/1', 'list.txt:4'],
      ['@missing.txt', undefined],
      ['@model.bin', undefined],
    ]);
    for (const { text } of problems) expect((failure as Error).message).toContain(text);
  });

  it('gives what is right beside what is wrong, for who wants to go on', async () => {
    const { problems, sources } = await readSources('1\nnonsense', { name: 'stdin' });
    expect(sources).toHaveLength(1);
    expect(problems).toMatchObject([{ text: 'nonsense', at: 'stdin:2' }]);
  });
});
