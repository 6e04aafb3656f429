import type { ModelsLabResult } from '@civitkit/sdk/modelslab/client';
import { describe, expect, it } from 'vitest';
import { json } from '../../../../test/support/loopback-server.js';
import { picture, processing, success, useModelsLab } from './job-support.js';

const served = useModelsLab();
const file = 'https://assets.example.test/a.png';

/** What comes out of a job that the server answers for like this. */
async function resultOf(answer: Readonly<Record<string, unknown>>): Promise<ModelsLabResult> {
  const client = await served.serve([processing(), json({ status: 'success', id: 12345, ...answer })]);
  return await client.generate(picture, {});
}

describe('types that cannot be relied on', () => {
  it.each([
    ['an integer', 155918900, '155918900'],
    ['a text', 'abc123-def456', 'abc123-def456'],
    ['a number in a text', '155918900', '155918900'],
  ])('an id that is %s', async (_name, id, text) => {
    const client = await served.serve([processing({ id, fetch_result: undefined }), success({ id })]);
    const job = client.generate(picture, {});
    expect(await job.submitted()).toEqual({ id: text, reference: `images:${text}`, etaSeconds: 4 });
    expect((await job).id).toBe(text);
    expect(served.server.exchanges[1]?.url).toBe(`/api/v6/images/fetch/${text}`);
  });

  it('an id that is empty, while the address of the job has it', async () => {
    const client = await served.serve([processing({ id: '' }), success()]);
    const job = client.generate(picture, {});
    expect((await job.submitted()).id).toBe('12345');
    expect((await job).id).toBe('12345');
  });

  it('no id at all, which nobody can ask for: an error that says what to do', async () => {
    const client = await served.serve([processing({ id: '', fetch_result: undefined })]);
    const outcome = await client.generate(picture, {}).asResult();
    expect(outcome).toMatchObject({ ok: false, error: { code: 'unexpected_shape', details: { maybeAccepted: true } } });
    expect(outcome.ok ? '' : outcome.error.message).toContain('webhook');
  });

  it('an empty id of a job that is done at once', async () => {
    const client = await served.serve(success({ id: '' }));
    const job = client.generate(picture, {});
    expect(await job.submitted()).toMatchObject({ id: '', reference: '' });
    expect([job.id, job.reference]).toEqual([undefined, undefined]);
    expect(await job).toMatchObject({ id: '', outputs: [{ kind: 'url' }] });
  });

  it.each([
    ['a list', [file]],
    ['a text', file],
    ['an object', { '0': file }],
    ['a list of objects', [{ url: file }]],
    ['a list with holes', [null, '', file]],
  ])('an output that is %s', async (_name, output) => {
    expect((await resultOf({ output })).outputs).toMatchObject([{ kind: 'url', url: file }]);
  });

  it.each([[''], [[]], [null], [undefined]])('an output of %j while it is being made', async (output) => {
    const client = await served.serve([processing({ output }), json({ status: 'processing', output }), success()]);
    expect((await client.generate(picture, {})).outputs).toHaveLength(1);
  });

  it.each([
    ['with decimals', 9.6],
    ['as a text', '9.6'],
  ])('an eta %s', async (_name, eta) => {
    const client = await served.serve([processing({ eta }), success()]);
    const job = client.generate(picture, {});
    expect((await job.submitted()).etaSeconds).toBe(9.6);
    await job;
    expect(served.clock.delays).toEqual([9600]);
  });

  it.each([undefined, null, 'soon', -1])('an eta that is missing or none: %j', async (eta) => {
    const client = await served.serve([processing({ eta }), success()]);
    const job = client.generate(picture, {});
    expect((await job.submitted()).etaSeconds).toBeUndefined();
    expect((await job).outputs).toHaveLength(1);
  });

  it.each([
    ['a list', ['https://p.test/0.png', 'https://p.test/1.png']],
    ['an object', { '0': 'https://p.test/0.png', '1': 'https://p.test/1.png' }],
  ])('proxy_links that are %s', async (_name, links) => {
    const { proxyLinks } = await resultOf({ output: [file], proxy_links: links });
    expect(proxyLinks).toEqual(['https://p.test/0.png', 'https://p.test/1.png']);
  });

  it.each([
    [true, true],
    ['true', true],
    ['yes', true],
    [false, false],
    ['no', false],
    [undefined, undefined],
  ])('nsfw_content_detected %j', async (flag, read) => {
    const result = await resultOf({ output: [file], nsfw_content_detected: flag });
    expect(result.nsfwContentDetected).toBe(read);
  });

  it.each(['message', 'messege', 'tip'])('what the server says stands in %s', async (member) => {
    const client = await served.serve([processing({ message: undefined, [member]: 'in a minute' }), success()]);
    const job = client.generate(picture, {});
    await job.submitted();
    expect(job.state.message).toBe('in a minute');
    await job;
  });

  it('meta is what was said last, or first when the end leaves it out', async () => {
    expect((await resultOf({ output: [file] })).meta).toEqual({ seed: 7 });
    expect((await resultOf({ output: [file], meta: { seed: 8, base64: 'no' } })).meta).toEqual({
      seed: 8,
      base64: 'no',
    });
  });

  it('future_links are never outputs, neither on the way nor at the end', async () => {
    const future = 'https://assets.example.test/future.png';
    const client = await served.serve([
      processing({ future_links: [future] }),
      success({ output: [file], future_links: [future] }),
    ]);
    const job = client.generate(picture, {});
    await job.submitted();
    expect(job.state.futureLinks).toEqual([future]);
    expect((await job).outputs.map((output) => output.kind === 'url' && output.url)).toEqual([file]);
  });

  it('times are numbers, whatever they are called and however they are written', async () => {
    expect(await resultOf({ output: [file], generationTime: '3.5', audio_time: 1.9 })).toMatchObject({
      generationTimeSeconds: 3.5,
      audioSeconds: 1.9,
    });
  });

  it('an answer without a status that has an output has succeeded', async () => {
    const client = await served.serve(json({ output: [file] }));
    expect((await client.generate(picture, {})).outputs).toHaveLength(1);
  });

  it('a status in capitals, and one that is not documented', async () => {
    const client = await served.serve([processing({ status: 'Queued' }), json({ status: 'SUCCESS', output: [file] })]);
    const job = client.generate(picture, {});
    await job.submitted();
    expect(job.state.status).toBe('queued');
    expect((await job).outputs).toHaveLength(1);
  });

  it('members that nobody knows are kept', async () => {
    expect((await resultOf({ output: [file], webhook_status: '', new_member: 1 })).raw).toMatchObject({
      webhook_status: '',
      new_member: 1,
    });
  });
});

describe('outputs that are no list of addresses', () => {
  it('a caption', async () => {
    const text = 'A brown dog lies on a wooden floor beside a green sofa.';
    expect((await resultOf({ output: [text] })).outputs).toEqual([
      { kind: 'text', text, fileName: 'images-12345-0.txt', role: 'output' },
    ]);
  });

  it('a transcript in four shapes', async () => {
    const words = { text: 'testing one two', words: [{ word: 'testing', start: 0.12, end: 0.55 }] };
    const transcript = 'https://assets.example.test/transcript.json';
    expect((await resultOf({ output: [transcript] })).outputs).toMatchObject([
      { kind: 'url', fileName: 'transcript.json' },
    ]);
    expect((await resultOf({ output: 'testing one two' })).outputs).toMatchObject([
      { kind: 'text', text: 'testing one two' },
    ]);
    expect((await resultOf({ output: words })).outputs).toMatchObject([
      { kind: 'text', text: 'testing one two', value: words },
    ]);
    expect((await resultOf({ output: undefined, text: 'testing one two' })).outputs).toMatchObject([
      { kind: 'text', text: 'testing one two' },
    ]);
    expect((await resultOf({ output: [words] })).outputs).toMatchObject([{ kind: 'text', text: 'testing one two' }]);
  });

  it('the stems of a song are in links, and count once', async () => {
    const [song, stem] = ['https://assets.example.test/song.mp3', 'https://assets.example.test/stem.mp3'];
    expect((await resultOf({ output: [song], links: [stem, song] })).outputs).toMatchObject([
      { url: song, role: 'output' },
      { url: stem, role: 'extra' },
    ]);
  });

  it.each([
    ['a list', ['https://assets.example.test/preview.mp4']],
    ['an object', { preview: 'https://assets.example.test/preview.mp4' }],
  ])('extra_assets of a model are %s', async (_name, extra) => {
    expect(
      (await resultOf({ output: ['https://assets.example.test/a.glb'], extra_assets: extra })).outputs,
    ).toMatchObject([
      { fileName: 'a.glb', role: 'output' },
      { fileName: 'preview.mp4', role: 'extra' },
    ]);
  });

  it('the flag base64 gives the address of a text', async () => {
    expect((await resultOf({ output: ['https://assets.example.test/a.png.base64'] })).outputs).toMatchObject([
      { kind: 'url', encoding: 'base64', fileName: 'a.png' },
    ]);
  });

  it('a file inside of the answer, with and without its header', async () => {
    const base64 = Buffer.alloc(96, 7).toString('base64');
    expect((await resultOf({ output: [`data:image/png;base64,${base64}`] })).outputs).toEqual([
      { kind: 'data', base64, mediaType: 'image/png', fileName: 'images-12345-0.png', role: 'output' },
    ]);
    expect((await resultOf({ output: base64 })).outputs).toMatchObject([
      { kind: 'data', base64, mediaType: undefined },
    ]);
  });
});
