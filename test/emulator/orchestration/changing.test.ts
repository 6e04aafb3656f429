import type { RunningEmulator } from 'civitkit/emulator';
import { describe, expect, it } from 'vitest';
import {
  type Answer,
  AT_ONCE,
  call,
  echo,
  type Problem,
  read,
  run,
  send,
  startForTest,
  submit,
  textToImage,
  WORKFLOWS,
} from './orchestration-calls.js';

const start = (more: object = {}): Promise<RunningEmulator> => startForTest({ orchestration: { ...AT_ONCE, ...more } });
const patch = <T = Problem>(emulator: RunningEmulator, path: string, operations: unknown): Promise<Answer<T>> =>
  send<T>(emulator, 'PATCH', `${WORKFLOWS}/${path}`, operations, 'application/json-patch+json');
const put = <T = Problem>(emulator: RunningEmulator, path: string, body: unknown): Promise<Answer<T>> =>
  send<T>(emulator, 'PUT', `${WORKFLOWS}/${path}`, body);
const remove = (emulator: RunningEmulator, path: string): Promise<Answer<Problem>> =>
  call<Problem>(emulator, `${WORKFLOWS}/${path}`, { method: 'DELETE' });

describe('PUT', () => {
  it('changes metadata and tags, and answers the workflow; an older server answers nothing', async () => {
    const emulator = await start();
    const { id } = await run(emulator, echo('a', { metadata: { a: 1 }, tags: ['x'] }));
    const { status, json } = await put(emulator, id, { metadata: { b: 2 }, tags: ['y', 'z'], surprise: 1 });
    expect(status).toBe(200);
    expect(json).toMatchObject({ id, metadata: { b: 2 }, tags: ['y', 'z'], status: 'succeeded' });
    expect((await put(emulator, id, { tags: ['y', 'y'] })).json.errors).toHaveProperty('tags');
    expect((await put(emulator, id, { status: 'succeeded' })).json.errors).toHaveProperty('status');
    const older = await start({ release: 'august' });
    const old = await run(older, echo());
    expect(await put(older, old.id, { tags: ['y'] })).toMatchObject({ status: 204, text: '' });
  });

  it('cancels what is at work, and leaves alone what is over', async () => {
    const emulator = await start();
    emulator.orchestration.holdAt('unassigned');
    const { json } = await submit(emulator, echo());
    for (let time = 0; time < 2; time += 1) {
      const canceled = await put(emulator, json.id, { status: 'Canceled' });
      expect(canceled.json).toMatchObject({ status: 'canceled', steps: [{ status: 'canceled' }] });
    }
    emulator.orchestration.release();
    const { id } = await run(emulator, echo());
    expect((await put(emulator, id, { status: 'canceled' })).json).toMatchObject({ status: 'succeeded' });
  });

  it('boosts downloads that are waited for, once, and prices it before', async () => {
    const emulator = await start();
    emulator.orchestration.holdAt('unassigned');
    const { json } = await submit(emulator, {
      steps: [
        {
          $type: 'textToImage',
          input: { prompt: 'a', cfgScale: 7, seed: 1, model: 'urn:air:sd1:checkpoint:civitai:4384@128713' },
        },
      ],
    });
    const boost = { downloadPriority: 'high' };
    const preview = await put(emulator, `${json.id}?whatif=true`, boost);
    expect(preview.json).toMatchObject({ cost: { fixed: { downloadPriority: 1000 }, total: 1004 } });
    expect(emulator.orchestration.charged).toBe(4);
    for (let time = 0; time < 2; time += 1) {
      expect((await put(emulator, json.id, boost)).json).toMatchObject({
        downloadPriority: 'high',
        cost: { total: 1004 },
      });
    }
    expect(emulator.orchestration.charged).toBe(1004);
    expect((await put(emulator, json.id, { downloadPriority: 'low' })).status).toBe(400);
    await remove(emulator, json.id);
    expect(emulator.orchestration.charged).toBe(0);
  });
});

describe('mature content', () => {
  it('is withheld until it is paid with yellow, by PUT or PATCH', async () => {
    for (const upgrade of [
      (emulator: RunningEmulator, id: string) => put(emulator, id, { allowMatureContent: true }),
      (emulator: RunningEmulator, id: string) =>
        patch(emulator, id, [{ op: 'replace', path: '/allowMatureContent', value: true }]),
    ]) {
      const emulator = await start({ balances: { blue: 100, yellow: 3 } });
      const { id, steps } = await run(emulator, textToImage('[emulator:mature=xxx]'));
      expect(steps[0]?.output?.images[0]).toMatchObject({
        available: false,
        blockedReason: 'canUpgrade',
        nsfwLevel: 'xxx',
      });
      expect((await upgrade(emulator, id)).json).toMatchObject({ status: 400, requiredBuzz: 4, availableBuzz: 3 });
      emulator.orchestration.setBalances({ yellow: 50 });
      expect((await upgrade(emulator, id)).status).toBeLessThan(300);
      const { json } = await read(emulator, id);
      expect(json.steps[0]?.output?.images[0]).toMatchObject({ available: true, url: expect.any(String) });
      expect(json.allowMatureContent).toBe(true);
      expect(emulator.orchestration.balances()).toMatchObject({ blue: 100, yellow: 46 });
    }
  });

  it('is paid at once where that was agreed, needs no upgrade when it was paid before, and may be forbidden', async () => {
    const emulator = await start();
    const prompt = '[emulator:mature]';
    const imageOf = async (more: object): Promise<object | undefined> =>
      (await run(emulator, textToImage(prompt, more))).steps[0]?.output?.images[0];
    expect(await imageOf({ upgradeMode: 'automatic' })).toMatchObject({ available: true });
    expect(emulator.orchestration.balances()).toMatchObject({ blue: 10_000, yellow: 9996 });
    expect(await imageOf({ currencies: ['yellow'] })).toMatchObject({ available: true });
    expect(await imageOf({ allowMatureContent: false })).toMatchObject({
      available: false,
      blockedReason: 'MatureContent',
    });
    const { json } = await submit(
      emulator,
      textToImage(prompt, { allowMatureContent: true }),
      '?wait=30&hideMatureContent=true',
    );
    expect(json.steps[0]?.output?.images[0]).toMatchObject({ available: false });
  });
});

describe('PATCH', () => {
  it('changes a copy, and all of it or nothing', async () => {
    const emulator = await start();
    const { id } = await run(emulator, echo('a', { metadata: { list: [1] }, tags: ['x'] }));
    const good = [
      { op: 'test', path: '/tags/0', value: 'x' },
      { op: 'add', path: '/metadata/a~1b', value: { deep: null } },
      { op: 'copy', from: '/metadata/a~1b', path: '/metadata/list/-' },
      { op: 'add', path: '/tags/-', value: 'y' },
    ];
    expect((await patch(emulator, id, good)).status).toBe(204);
    const changed = { metadata: { list: [1, { deep: null }], 'a/b': { deep: null } }, tags: ['x', 'y'] };
    expect((await read(emulator, id)).json).toMatchObject(changed);
    const bad = [...good, { op: 'add', path: '/metadata/none/below', value: 1 }];
    expect((await patch(emulator, id, bad)).json.errors).toHaveProperty('[4]');
    expect((await read(emulator, id)).json).toMatchObject(changed);
  });

  it.each([
    ['no array', { op: 'add' }, '$'],
    ['an unknown operation', [{ op: 'merge', path: '/tags' }], '[0]'],
    ['no pointer', [{ op: 'add', path: 'tags', value: 1 }], '[0].path'],
    ['no value', [{ op: 'add', path: '/metadata/a' }], '[0].value'],
    ['no source', [{ op: 'copy', path: '/metadata/a' }], '[0].from'],
    ['a member that cannot be changed', [{ op: 'replace', path: '/cost/total', value: 0 }], '[0].path'],
    ['a test that fails', [{ op: 'test', path: '/status', value: 'failed' }], '[0]'],
    ['what it makes of the tags', [{ op: 'replace', path: '/tags', value: [1] }], 'tags[0]'],
    ['a prototype', [{ op: 'add', path: '/metadata/__proto__/x', value: 1 }], '[0].path'],
    ['a status of its own', [{ op: 'replace', path: '/status', value: 'failed' }], 'status'],
  ])('with %s is refused', async (_what, operations, path) => {
    const emulator = await start();
    const { id } = await run(emulator, echo());
    const { status, json } = await patch(emulator, id, operations);
    expect([status, Object.keys(json.errors)]).toEqual([400, [path]]);
    expect({}).not.toHaveProperty('x');
  });

  it('wants its own content type, and can cancel', async () => {
    const emulator = await start();
    emulator.orchestration.holdAt('unassigned');
    const { json } = await submit(emulator, echo());
    const cancel = [{ op: 'replace', path: '/status', value: 'canceled' }];
    expect((await send(emulator, 'PATCH', `${WORKFLOWS}/${json.id}`, cancel)).status).toBe(415);
    expect((await patch(emulator, json.id, cancel)).status).toBe(204);
    expect((await read(emulator, json.id)).json.status).toBe('canceled');
  });
});

describe('tags', () => {
  it('are added one by one, and removed one by one or all', async () => {
    const emulator = await start();
    const { id } = await run(emulator, echo('a', { tags: ['a'] }));
    const tags = async (): Promise<readonly string[]> => (await read(emulator, id)).json.tags;
    expect((await send(emulator, 'POST', `${WORKFLOWS}/${id}/tags`, 'b/c d')).status).toBe(204);
    expect((await send(emulator, 'POST', `${WORKFLOWS}/${id}/tags`, 'a')).status).toBe(204);
    expect(await tags()).toEqual(['a', 'b/c d']);
    expect((await remove(emulator, `${id}/tags/${encodeURIComponent('b/c d')}`)).status).toBe(204);
    expect((await remove(emulator, `${id}/tags/nothing`)).status).toBe(204);
    expect(await tags()).toEqual(['a']);
    expect((await send(emulator, 'POST', `${WORKFLOWS}/${id}/tags`, 5)).status).toBe(400);
    for (let at = 0; at < 9; at += 1) await send(emulator, 'POST', `${WORKFLOWS}/${id}/tags`, `t${at}`);
    expect((await send(emulator, 'POST', `${WORKFLOWS}/${id}/tags`, 'eleven')).status).toBe(400);
    expect((await remove(emulator, `${id}/tags`)).status).toBe(204);
    expect(await tags()).toEqual([]);
  });
});

describe('steps', () => {
  it('are read by name or position, and their metadata can be changed', async () => {
    const emulator = await start();
    const { id } = await run(emulator, {
      steps: [{ $type: 'echo', name: 'hero', metadata: { a: 1 }, input: { message: 'x' } }],
    });
    for (const name of ['hero', '0', '$0', '$hero']) {
      const { status, json } = await call(emulator, `${WORKFLOWS}/${id}/steps/${encodeURIComponent(name)}`);
      expect([status, json]).toMatchObject([200, { $type: 'echo', name: 'hero', output: { message: 'x' } }]);
    }
    expect((await call(emulator, `${WORKFLOWS}/${id}/steps/nobody`)).status).toBe(404);
    expect((await put(emulator, `${id}/steps/hero`, { metadata: { b: 2 }, input: { message: 'y' } })).status).toBe(204);
    expect((await patch(emulator, `${id}/steps/hero`, [{ op: 'add', path: '/metadata/c', value: 3 }])).status).toBe(
      204,
    );
    const { json } = await read(emulator, id);
    expect(json.steps[0]).toMatchObject({ metadata: { b: 2, c: 3 }, input: { message: 'x' } });
    expect((await patch(emulator, `${id}/steps/hero`, [{ op: 'remove', path: '/name' }])).status).toBe(400);
  });
});

describe('DELETE', () => {
  it('makes a workflow unfindable, once, and stops its work', async () => {
    const emulator = await start();
    emulator.orchestration.holdAt('processing');
    const { json } = await submit(emulator, echo());
    expect((await remove(emulator, json.id)).status).toBe(204);
    expect((await remove(emulator, json.id)).status).toBe(404);
    expect((await read(emulator, json.id)).status).toBe(404);
    expect(emulator.orchestration.workflows()).toMatchObject([{ status: 'canceled', isDeleted: true }]);
  });

  it('of a cache needs an id', async () => {
    const emulator = await start();
    for (const path of ['12345', '12345/tokens']) {
      expect((await call(emulator, `/v2/consumer/civitai/${path}`, { method: 'DELETE' })).status).toBe(204);
    }
    expect((await call(emulator, '/v2/consumer/civitai/me', { method: 'DELETE' })).status).toBe(400);
  });
});
