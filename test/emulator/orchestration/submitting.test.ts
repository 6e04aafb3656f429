import type { RunningEmulator } from 'civitkit/emulator';
import { startEmulator } from 'civitkit/emulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AT_ONCE, call, echo, type Problem, read, send, submit, WORKFLOWS } from './orchestration-calls.js';

let emulator: RunningEmulator;
beforeAll(async () => {
  emulator = await startEmulator({ modelCount: 5, imageCount: 0, orchestration: AT_ONCE });
});
afterAll(() => emulator.close());

const step = (more: object): object => ({ steps: [{ $type: 'echo', input: { message: 'a' }, ...more }] });
const image = (input: object): object => ({ steps: [{ $type: 'textToImage', input: { prompt: 'a', ...input } }] });
const callback = (more: object): object =>
  echo('a', { callbacks: [{ url: 'https://x.example/', type: ['job:*'], ...more }] });

describe('a template', () => {
  it.each<[string, unknown, string]>([
    ['without steps', {}, 'steps'],
    ['with empty steps', { steps: [] }, 'steps'],
    ['with a step that is none', { steps: ['echo'] }, 'steps[0]'],
    ['of an unknown type', { steps: [{ $type: 'nope', input: {} }] }, 'steps[0].$type'],
    ['without a type', { steps: [{ input: {} }] }, 'steps[0].$type'],
    ['without input', { steps: [{ $type: 'echo' }] }, 'steps[0].input'],
    ['without a message', { steps: [{ $type: 'echo', input: {} }] }, 'steps[0].input.message'],
    ['with a number for a text', echo(5), 'steps[0].input.message'],
    [
      'with an empty prompt to enhance',
      { steps: [{ $type: 'promptEnhancement', input: { ecosystem: 'sdxl', prompt: '' } }] },
      'steps[0].input.prompt',
    ],
    ['with too many steps of work', image({ steps: 151 }), 'steps[0].input.steps'],
    ['with half an image', image({ quantity: 0.5 }), 'steps[0].input.quantity'],
    ['with a bad AIR', image({ model: 'nothing like an AIR' }), 'steps[0].input.model'],
    ['with a bad AIR as a key', image({ additionalNetworks: { 'a b': {} } }), 'steps[0].input.additionalNetworks'],
    ['that hashes what is no AIR', { steps: [{ $type: 'modelHash', input: { model: 'x' } }] }, 'steps[0].input.model'],
    ['without an engine', { steps: [{ $type: 'imageGen', input: { prompt: 'a' } }] }, 'steps[0].input.engine'],
    [
      'with an unknown engine',
      { steps: [{ $type: 'imageGen', input: { prompt: 'a', engine: 'x' } }] },
      'steps[0].input.engine',
    ],
    ['with an upload that is no text', { steps: [{ $type: 'imageUpload', input: {} }] }, 'steps[0].input'],
    ['with an unknown priority', step({ priority: 'soon' }), 'steps[0].priority'],
    ['with a timeout in ISO 8601', step({ timeout: 'PT10M' }), 'steps[0].timeout'],
    ['with a negative timeout', step({ timeout: '-00:01:00' }), 'steps[0].timeout'],
    ['with negative retries', step({ retries: -1 }), 'steps[0].retries'],
    ['with eleven tags', echo('a', { tags: Array.from({ length: 11 }, (_, at) => `t${at}`) }), 'tags'],
    ['with a tag twice', echo('a', { tags: ['a', 'a'] }), 'tags'],
    ['with a long tag', echo('a', { tags: ['a'.repeat(201)] }), 'tags[0]'],
    ['with a callback without HTTPS', callback({ url: 'http://x.example/' }), 'callbacks[0].url'],
    ['with a callback for no event', callback({ type: ['job:finished'] }), 'callbacks[0].type[0]'],
    ['with half the tips', echo('a', { tips: { civitai: 1 } }), 'tips.creators'],
    ['with too high tips', echo('a', { tips: { civitai: 3, creators: 0 } }), 'tips.civitai'],
    ['with an unknown currency', echo('a', { currencies: ['gold'] }), 'currencies[0]'],
    ['with a bad key', echo('a', { externalId: 'a b' }), 'externalId'],
    ['with an empty key', echo('a', { externalId: '' }), 'externalId'],
    ['that is ephemeral and tells nobody', echo('a', { ephemeral: true }), 'ephemeral'],
    ['with a priority that only the server gives', echo('a', { downloadPriority: 'low' }), 'downloadPriority'],
    ['with metadata that is no object', echo('a', { metadata: [] }), 'metadata'],
    [
      'with steps of one name',
      { steps: [1, 2].map(() => ({ $type: 'echo', name: 'x', input: { message: '' } })) },
      'steps[1].name',
    ],
    [
      'with a bad template inside a repeat',
      {
        arguments: { a: [] },
        steps: [
          { $type: 'repeat', input: { for: { $ref: '$arguments', path: 'a', as: 'x' }, template: { $type: 'nope' } } },
        ],
      },
      'steps[0].input.template.$type',
    ],
  ])('%s is refused', async (_what, template, path) => {
    const { status, json, headers } = await submit<Problem>(emulator, template);
    expect(status).toBe(400);
    expect(headers.get('content-type')).toBe('application/problem+json');
    expect(Object.keys(json.errors)).toContain(path);
    expect(json).toMatchObject({
      status: 400,
      title: 'Bad Request',
      traceId: expect.stringMatching(/^00-[0-9a-f]{32}-/),
    });
  });

  it('tells of all that is wrong at once', async () => {
    const { json } = await submit<Problem>(emulator, {
      steps: [{ $type: 'echo', input: { message: 1 } }, { $type: 'x' }],
      tags: [''],
    });
    expect(Object.keys(json.errors)).toEqual(['tags[0]', 'steps[0].input.message', 'steps[1].$type']);
  });

  it.each([
    ['aceStepAudio', { musicDescription: 'a piano', lyrics: '', seed: 7 }],
    ['videoGen', { engine: 'kling', model: 'v1.6', prompt: 'a', duration: '5' }],
    ['textToImage', { prompt: '' }],
  ])('of %s may have what looks wrong and is not', async ($type, input) => {
    expect((await submit(emulator, { steps: [{ $type, input }] }, '?whatif=true')).status).toBe(200);
  });

  it('may have unknown members, names in any case, and nulls', async () => {
    const { status, json } = await submit(emulator, {
      steps: [{ $type: 'echo', priority: 'High', timeout: null, input: { message: 'a', surprise: 1 }, surprise: 1 }],
      upgradeMode: 'AUTOMATIC',
      currencies: ['Yellow'],
      tags: null,
      surprise: { deep: 1 },
    });
    expect(status).toBe(200);
    expect(json).toMatchObject({
      upgradeMode: 'automatic',
      currencies: ['yellow'],
      steps: [{ priority: 'high' }],
      tags: [],
    });
    expect(json).not.toHaveProperty('surprise');
  });
});

describe('a request', () => {
  it('needs JSON that says so', async () => {
    const post = (body: string, type: string): ReturnType<typeof call<Problem>> =>
      call<Problem>(emulator, WORKFLOWS, { method: 'POST', body, headers: { 'content-type': type } });
    expect((await post('{', 'application/json')).json.errors).toHaveProperty('$');
    expect((await post('', 'application/json')).status).toBe(400);
    expect((await post('[]', 'application/json')).json.errors).toHaveProperty('$');
    expect((await post(JSON.stringify(echo()), 'text/plain')).status).toBe(415);
    for (const type of ['text/json', 'application/vnd.x+json', 'application/json; charset=utf-8']) {
      expect((await post(JSON.stringify(echo()), type)).status).toBe(200);
    }
  });

  it('needs a token that is valid, in the header', async () => {
    for (const authorization of ['', 'Bearer nobody', 'Bearer undefined', `Basic ${emulator.apiToken}`]) {
      const { status, json, headers } = await call<Problem>(emulator, `${WORKFLOWS}?token=${emulator.apiToken}`, {
        headers: { authorization },
      });
      expect([status, json.status]).toEqual([401, 401]);
      expect(headers.get('www-authenticate')).toBe('Bearer');
    }
    expect(emulator.apiToken).toBe(emulator.apiKey);
  });

  it('to nowhere, or with another method, says so', async () => {
    expect((await call<Problem>(emulator, '/v2/consumer/nothing')).status).toBe(404);
    const { status, headers } = await call<Problem>(emulator, WORKFLOWS, { method: 'DELETE' });
    expect([status, headers.get('allow')]).toEqual([405, 'GET, POST']);
    expect((await read(emulator, 'nothing')).status).toBe(404);
    const unknown = await send<Problem>(emulator, 'PUT', `${WORKFLOWS}/${'x'.repeat(500)}`, {});
    expect(unknown.status).toBe(404);
  });

  it("does not find other people's workflows", async () => {
    const { json } = await submit(emulator, echo());
    const authorization = `Bearer ${emulator.addKey({ userId: 777 })}`;
    expect((await call(emulator, `${WORKFLOWS}/${json.id}`, { headers: { authorization } })).status).toBe(404);
    expect((await read(emulator, json.id)).status).toBe(200);
  });
});
