import type { RunningEmulator } from 'civitkit/emulator';
import { describe, expect, it } from 'vitest';
import {
  AT_ONCE,
  call,
  echo,
  type Problem,
  run,
  startForTest,
  submit,
  WORKFLOWS,
  type WorkflowView,
} from './orchestration-calls.js';

interface Page {
  readonly next: string | null;
  readonly items: readonly (WorkflowView & { readonly createdAt: string })[];
}

const start = (more: object = {}): Promise<RunningEmulator> => startForTest({ orchestration: { ...AT_ONCE, ...more } });
const list = async (emulator: RunningEmulator, query = ''): Promise<Page> =>
  (await call<Page>(emulator, `${WORKFLOWS}${query}`)).json;
const names = ({ items }: Page): readonly unknown[] => items.map(({ metadata }) => metadata['name']);
const named = (name: string, more: object = {}): object => echo('a', { metadata: { name }, ...more });

describe('a list of workflows', () => {
  it('has the newest first, or last, in pages that new ones do not move', async () => {
    const emulator = await start();
    for (const name of ['a', 'b', 'c', 'd', 'e']) await submit(emulator, named(name));
    const first = await list(emulator, '?take=2');
    expect(names(first)).toEqual(['e', 'd']);
    await submit(emulator, named('f'));
    const second = await list(emulator, `?take=2&cursor=${first.next}`);
    const third = await list(emulator, `?take=2&cursor=${second.next}`);
    expect([names(second), names(third), third.next]).toEqual([['c', 'b'], ['a'], null]);
    const ascending = await list(emulator, '?take=4&ascending=True');
    const rest = await list(emulator, `?take=4&ascending=true&cursor=${ascending.next}`);
    expect([names(ascending), names(rest)]).toEqual([
      ['a', 'b', 'c', 'd'],
      ['e', 'f'],
    ]);
  });

  it('can be narrowed down by tags, text, dates and outcome', async () => {
    const emulator = await start();
    await run(emulator, named('cat', { tags: ['gen', 'x'] }));
    await run(emulator, named('dog', { tags: ['gen'] }));
    await run(emulator, {
      steps: [{ $type: 'echo', input: { message: '[emulator:fail]' } }],
      metadata: { name: 'lost' },
    });
    expect(names(await list(emulator, '?tags=gen&tags=x'))).toEqual(['cat']);
    expect(names(await list(emulator, '?tags=gen&excludeTags=x'))).toEqual(['dog']);
    expect(names(await list(emulator, '?query=DO'))).toEqual(['dog']);
    expect(names(await list(emulator, '?excludeFailed=true'))).toEqual(['dog', 'cat']);
    const [, { createdAt } = { createdAt: '' }] = (await list(emulator)).items;
    const at = encodeURIComponent(createdAt);
    expect(names(await list(emulator, `?fromDate=${at}`))).toEqual(['lost', 'dog']);
    expect(names(await list(emulator, `?toDate=${at}`))).toEqual(['dog', 'cat']);
    const older = await start({ release: 'august' });
    await run(older, named('cat', { tags: ['x'] }));
    expect(names(await list(older, '?excludeTags=x'))).toEqual(['cat']);
  });

  it('hides mature content unless told', async () => {
    const emulator = await start();
    await run(emulator, {
      allowMatureContent: true,
      steps: [{ $type: 'textToImage', input: { prompt: '[emulator:mature]', cfgScale: 7, seed: 1 } }],
    });
    const hidden = (await list(emulator)).items[0]?.steps[0]?.output?.images[0];
    expect(hidden).toMatchObject({ available: false, nsfwLevel: 'x' });
    expect(hidden).not.toHaveProperty('url');
    const shown = (await list(emulator, '?hideMatureContent=false')).items[0]?.steps[0]?.output?.images[0];
    expect(shown).toMatchObject({ available: true, url: expect.any(String) });
  });

  it('comes as a zip with the blobs when that is asked for', async () => {
    const emulator = await start();
    const { id, steps } = await run(emulator, {
      steps: [{ $type: 'textToImage', input: { prompt: 'a', cfgScale: 7, seed: 1, width: 64, height: 64 } }],
    });
    const { orchestrationUrl, apiToken } = emulator;
    const response = await fetch(`${orchestrationUrl}${WORKFLOWS}`, {
      headers: { authorization: `Bearer ${apiToken}`, accept: 'application/zip' },
    });
    expect(response.headers.get('content-type')).toBe('application/zip');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.readUInt32LE(0)).toBe(0x04034b50);
    const text = bytes.toString('latin1');
    expect(text).toContain('workflows.json');
    expect(text).toContain(`${id}/${steps[0]?.output?.images[0]?.id}`);
    // The end of the directory, with both entries.
    expect(bytes.readUInt32LE(bytes.length - 22)).toBe(0x06054b50);
    expect(bytes.readUInt16LE(bytes.length - 12)).toBe(2);
  });

  it.each(['take=0', 'take=abc', 'cursor=nonsense', 'fromDate=yesterday', 'ascending=1'])(
    'refuses ?%s',
    async (query) => {
      const emulator = await start();
      const { status, json } = await call<Problem>(emulator, `${WORKFLOWS}?${query}`);
      expect([status, Object.keys(json.errors)]).toEqual([400, [query.split('=')[0]]]);
    },
  );
});
