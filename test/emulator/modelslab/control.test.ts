import type { RunningEmulator } from 'civitkit/emulator';
import { expect, it } from 'vitest';
import { post, startForTest, TEXT_TO_IMAGE } from './modelslab-calls.js';

const TEXT2IMG = '/v6/images/text2img';

async function tell(emulator: RunningEmulator, action: string, body: object = {}): Promise<number> {
  const url = `${emulator.siteUrl}/__emulator/modelslab/${action}`;
  return (await fetch(url, { method: 'POST', body: JSON.stringify(body) })).status;
}

async function look(emulator: RunningEmulator): Promise<Readonly<Record<string, unknown>>> {
  const response = await fetch(`${emulator.siteUrl}/__emulator/modelslab`);
  return (await response.json()) as Readonly<Record<string, unknown>>;
}

it('is controlled over HTTP as in the process', async () => {
  const emulator = await startForTest({ workMs: 0 });
  expect(await tell(emulator, 'fail-next', { failure: 'tryAgain', at: 'submit' })).toBe(204);
  expect((await post(emulator, TEXT2IMG, TEXT_TO_IMAGE)).json.message).toBe('Try Again');
  expect(await tell(emulator, 'plan-job', { end: 'failed', message: 'No' })).toBe(204);
  expect((await post(emulator, TEXT2IMG, TEXT_TO_IMAGE)).json).toMatchObject({ status: 'failed', message: 'No' });
  expect(await tell(emulator, 'hold')).toBe(204);
  const { json } = await post(emulator, TEXT2IMG, TEXT_TO_IMAGE);
  expect(json.status).toBe('processing');
  expect(await tell(emulator, 'fail', { id: json.id, message: 'Out of memory' })).toBe(204);
  expect(await tell(emulator, 'fail', { id: json.id })).toBe(404);
  expect(await tell(emulator, 'release')).toBe(204);
  const done = await post(emulator, TEXT2IMG, TEXT_TO_IMAGE);
  expect(await tell(emulator, 'expire-links')).toBe(204);
  expect((await fetch(done.json.output[0] ?? '')).status).toBe(404);
  expect(await tell(emulator, 'balance', { balance: 1 })).toBe(204);
  expect(await tell(emulator, 'redeliver', { id: done.json.id })).toBe(404);
  expect(await look(emulator)).toMatchObject({
    balance: 1,
    charges: [{ operation: 'images.text2img' }, {}, {}],
    jobs: [{ status: 'failed' }, { status: 'failed' }, { status: 'success' }],
    assetRequests: [{ status: 404, keySent: false }],
  });
});

it('says what is wrong with an order', async () => {
  const emulator = await startForTest();
  expect(await tell(emulator, 'fail-next', { failure: 'nonsense' })).toBe(400);
  expect(await tell(emulator, 'fail-next', { failure: 'html', at: 'never' })).toBe(400);
  expect(await tell(emulator, 'plan-job', { ends: 'failed' })).toBe(400);
  expect(await tell(emulator, 'plan-job', { workMs: 'long' })).toBe(400);
  expect(await tell(emulator, 'balance', { balance: 'much' })).toBe(400);
});
