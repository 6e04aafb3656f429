import { describe, expect, it } from 'vitest';
import { type Problem, read, run, startForTest, submit } from './orchestration-calls.js';

const echo = (name: string, message: unknown, more: object = {}): object => ({
  $type: 'echo',
  name,
  input: { message },
  ...more,
});
const ref = ($ref: string, path = 'output.message'): object => ({ $ref, path });

describe('references', () => {
  it.each(['first', '$first', '0', '$0'])('to a step called %s are replaced by its output', async (source) => {
    const emulator = await startForTest();
    const json = await run(emulator, { steps: [echo('first', 'hello'), echo('second', ref(source))] });
    expect(json.status).toBe('succeeded');
    expect(json.steps[1]?.input).toEqual({ message: 'hello' });
    expect(json.steps[1]?.output?.message).toBe('hello');
  });

  it('may stand for any value, deep inside, and carry their path in themselves', async () => {
    const emulator = await startForTest();
    const image = { $type: 'textToImage', name: 'gen', input: { prompt: 'a', cfgScale: 7, seed: 1 } };
    const chat = {
      $type: 'chatCompletion',
      input: {
        model: 'm',
        messages: [{ role: 'user', content: [{ type: 'text', text: { $ref: 'gen.output.images[0].url' } }] }],
      },
    };
    const json = await run(emulator, { steps: [image, chat] });
    const [url = ''] = /http:[^"]+/.exec(JSON.stringify(json.steps[1]?.input)) ?? [];
    // Every look at a blob gives it a URL of its own.
    expect(url.split('?')[0]).toBe(json.steps[0]?.output?.images[0]?.url?.split('?')[0]);
    expect((await fetch(url)).headers.get('content-type')).toBe('image/png');
  });

  it('of a JSON schema are none of them', async () => {
    const emulator = await startForTest();
    const schema = { $defs: { name: { type: 'string' } }, properties: { name: { $ref: '#/$defs/name' } } };
    const input = {
      model: 'm',
      messages: [{ role: 'user', content: 'hi' }],
      responseFormat: { type: 'json_schema', jsonSchema: { name: 'x', schema } },
    };
    const json = await run(emulator, { steps: [{ $type: 'chatCompletion', input }] });
    expect(json).toMatchObject({ status: 'succeeded', steps: [{ input }] });
  });

  it('to arguments need no step', async () => {
    const emulator = await startForTest();
    const json = await run(emulator, {
      arguments: { texts: ['a', 'b'] },
      steps: [echo('x', ref('$arguments', 'texts[1]'))],
    });
    expect(json.steps[0]?.output?.message).toBe('b');
  });

  it('make a step wait, and cancel it when there is nothing to come', async () => {
    const emulator = await startForTest();
    const { json } = await submit(
      emulator,
      { steps: [echo('a', '[emulator:fail]'), echo('b', ref('a')), echo('c', ref('b')), echo('d', 'alone')] },
      '?wait=30',
    );
    expect(json.status).toBe('failed');
    expect(json.steps.map(({ status }) => status)).toEqual(['failed', 'canceled', 'canceled', 'succeeded']);
  });

  it('fail a step when the output has no such value', async () => {
    const emulator = await startForTest();
    const json = await run(emulator, { steps: [echo('a', 'x'), echo('b', ref('a', 'output.nothing[3]'))] });
    expect(json.steps.map(({ status }) => status)).toEqual(['succeeded', 'failed']);
  });

  it.each([
    ['an unknown step', [echo('a', ref('nobody'))], 'steps[0].input.message'],
    ['a step that is not there', [echo('a', ref('$7'))], 'steps[0].input.message'],
    ['itself', [echo('a', ref('a'))], 'steps[0].input.message'],
    ['something else than an output', [echo('a', 'x'), echo('b', ref('a', 'metadata.x'))], 'steps[1].input.message'],
    ['a path that is none', [echo('a', 'x'), echo('b', ref('a', 'output.x['))], 'steps[1].input.message'],
    ['an unknown argument', [echo('a', ref('$arguments', 'nothing'))], 'steps[0].input.message'],
    ['each other', [echo('a', ref('b')), echo('b', ref('a'))], 'steps[0]'],
  ])('to %s are refused', async (_what, steps, path) => {
    const emulator = await startForTest();
    const { status, json } = await submit<Problem>(emulator, { steps });
    expect(status).toBe(400);
    expect(Object.keys(json.errors)[0]).toBe(path);
    expect(emulator.orchestration.workflows()).toEqual([]);
  });
});

describe('repeat', () => {
  const repeat = (over: object, message: unknown): object => ({
    $type: 'repeat',
    name: 'all',
    input: { for: { ...over, as: 'item' }, template: { $type: 'echo', input: { message } } },
  });

  it('runs its template for each item, and shows the steps as its output', async () => {
    const emulator = await startForTest();
    const json = await run(emulator, {
      arguments: { items: [{ text: 'a' }, { text: 'b' }] },
      steps: [
        repeat(ref('$arguments', 'items'), ref('item', 'text')),
        echo('last', ref('all', 'output.steps[1].output.message')),
      ],
    });
    expect(json.status).toBe('succeeded');
    expect(json.steps[0]?.output?.steps.map(({ output }) => output?.message)).toEqual(['a', 'b']);
    expect(json.steps[0]?.output?.steps[0]).toMatchObject({ $type: 'echo', name: 'all[0]', status: 'succeeded' });
    expect(json.steps[1]?.output?.message).toBe('b');
    expect(json.cost.factors).toEqual({});
    expect(json.cost.total).toBe(3);
  });

  it('goes over what another step made, and fails with one of its own', async () => {
    const emulator = await startForTest();
    const frames = { $type: 'videoFrameExtraction', name: 'frames', input: { videoUrl: 'https://example.com/a.mp4' } };
    const json = await run(emulator, { steps: [frames, repeat(ref('frames', 'output.frames'), ref('item', 'id'))] });
    expect(json.steps[1]?.output?.steps).toHaveLength(5);
    const failed = await run(emulator, {
      arguments: { items: ['fine', '[emulator:fail]'] },
      steps: [repeat(ref('$arguments', 'items'), ref('$item', ''))],
    });
    expect(failed.status).toBe('failed');
    expect(failed.steps[0]?.output?.steps.map(({ status }) => status)).toEqual(['succeeded', 'failed']);
  });

  it('of nothing succeeds, and is canceled with its workflow', async () => {
    const emulator = await startForTest();
    const empty = { arguments: { items: [] }, steps: [repeat(ref('$arguments', 'items'), 'x')] };
    expect(await run(emulator, empty)).toMatchObject({ status: 'succeeded', steps: [{ output: { steps: [] } }] });
    emulator.orchestration.holdAt('unassigned');
    const { json } = await submit(emulator, {
      arguments: { items: ['a', 'b'] },
      steps: [repeat(ref('$arguments', 'items'), ref('item', ''))],
    });
    expect(emulator.orchestration.expire(json.id)).toBe(true);
    const { json: ended } = await read(emulator, json.id);
    expect(ended.status).toBe('expired');
    expect(ended.steps[0]?.output?.steps.map(({ status }) => status)).toEqual(['expired', 'expired']);
  });
});
