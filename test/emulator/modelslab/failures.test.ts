import { describe, expect, it } from 'vitest';
import { call, post, startForTest, TEXT_TO_IMAGE } from './modelslab-calls.js';

const TEXT2IMG = '/v6/images/text2img';

describe('failures on request', () => {
  it.each([
    ['credits', 402, /Insufficient credits/],
    ['plan', 403, /premium subscription/],
    ['rateLimit', 429, /Rate limit exceeded/],
    ['queueFull', 429, /Maximum 5 queued requests/],
    ['unreachableImage', 400, /Unable to fetch image/],
    ['serverError', 500, /Internal server error/],
    ['unavailable', 503, /temporarily unavailable/],
  ] as const)('%s is said by status, or inside a 200', async (failure, status, text) => {
    const emulator = await startForTest({ workMs: 0 });
    emulator.modelslab.failNext({ failure });
    emulator.modelslab.failNext({ failure, errorsAt: 'ok' });
    const byStatus = await post(emulator, TEXT2IMG, TEXT_TO_IMAGE);
    expect(byStatus).toMatchObject({ status, json: { status: 'error', message: expect.stringMatching(text) } });
    const within200 = await post(emulator, TEXT2IMG, TEXT_TO_IMAGE);
    expect(within200).toMatchObject({ status: 200, json: { status: 'error', message: expect.stringMatching(text) } });
    expect((await post(emulator, TEXT2IMG, TEXT_TO_IMAGE)).json.status).toBe('success');
    expect(emulator.modelslab.jobs()).toHaveLength(1);
  });

  it('says how long to wait in the body', async () => {
    const emulator = await startForTest();
    emulator.modelslab.failNext({ failure: 'rateLimit' });
    const { headers, json } = await post(emulator, TEXT2IMG, TEXT_TO_IMAGE);
    expect(json).toMatchObject({ retry_after: 1 });
    expect(headers.get('retry-after')).toBeNull();
  });

  it('strikes submits or polls alone, some paths alone, and as often as told', async () => {
    const emulator = await startForTest();
    emulator.modelslab.failNext({ failure: 'tryAgain', at: 'poll', times: 2 });
    emulator.modelslab.failNext({ failure: 'failed', path: '/v6/video' });
    const { json } = await post(emulator, TEXT2IMG, TEXT_TO_IMAGE);
    expect(json.status).toBe('processing');
    const path = `/v6/images/fetch/${json.id}`;
    for (let count = 0; count < 2; count += 1) {
      expect((await post(emulator, path)).json).toEqual({ status: 'error', message: 'Try Again' });
    }
    expect((await post(emulator, path)).json.message).not.toBe('Try Again');
    const video = await post(emulator, '/v6/video/text2video', { prompt: 'a kite' });
    expect(video.json).toEqual({ status: 'failed', id: '', message: 'Failed, Try Again', output: '' });
  });

  it('has pages, nothing at all, and answers of your own', async () => {
    const emulator = await startForTest();
    emulator.modelslab.failNext({ failure: 'html' });
    emulator.modelslab.failNext({ failure: 'emptyBody' });
    emulator.modelslab.failNext({ failure: { status: 418, body: { status: 'error', tips: 'Tea.' } } });
    const page = await post(emulator, TEXT2IMG, TEXT_TO_IMAGE);
    expect(page.status).toBe(502);
    expect(page.text).toMatch(/^<!DOCTYPE html>/);
    expect(await post(emulator, TEXT2IMG, TEXT_TO_IMAGE)).toMatchObject({ status: 200, text: '' });
    expect(await post(emulator, TEXT2IMG, TEXT_TO_IMAGE)).toMatchObject({ status: 418, json: { tips: 'Tea.' } });
  });

  it('forgets what was planned', async () => {
    const emulator = await startForTest({ workMs: 0 });
    emulator.modelslab.failNext({ failure: 'html' });
    emulator.modelslab.planJob({ end: 'failed' });
    emulator.modelslab.clearPlans();
    expect((await post(emulator, TEXT2IMG, TEXT_TO_IMAGE)).json.status).toBe('success');
  });
});

describe('limits', () => {
  it('takes five unfinished jobs, and the sixth once one has ended', async () => {
    const emulator = await startForTest({ retryAfterSeconds: 3 });
    emulator.modelslab.hold();
    const submitted = [];
    for (let count = 0; count < 5; count += 1) submitted.push(await post(emulator, TEXT2IMG, TEXT_TO_IMAGE));
    const sixth = await post(emulator, TEXT2IMG, TEXT_TO_IMAGE);
    expect(sixth).toMatchObject({ status: 429, json: { retry_after: 3 } });
    expect((await post(emulator, '/v6/processing/request_count')).json).toMatchObject({ processing_count: 5 });
    emulator.modelslab.fail(submitted[0]?.json.id ?? '');
    expect((await post(emulator, TEXT2IMG, TEXT_TO_IMAGE)).status).toBe(200);
    expect(emulator.modelslab.charges).toHaveLength(6);
  });

  it('takes money for every job, and refuses what cannot be paid', async () => {
    const emulator = await startForTest({ workMs: 0, balance: 0.21 });
    await post(emulator, '/v6/video/text2video', { prompt: 'a kite' });
    expect(emulator.modelslab.balance).toBe(0.01);
    expect((await post(emulator, '/wallet_balance')).json).toMatchObject({ data: { balance: 0.01, currency: 'USD' } });
    expect((await post(emulator, '/v6/video/text2video', { prompt: 'a kite' })).status).toBe(402);
    expect(emulator.modelslab.charges).toEqual([{ amount: 0.2, operation: 'video.text2video' }]);
    emulator.modelslab.setBalance(5);
    expect((await post(emulator, '/v6/video/text2video', { prompt: 'a kite' })).json.status).toBe('success');
  });

  it('knows its routes and their methods', async () => {
    const emulator = await startForTest();
    expect((await call(emulator, 'POST', '/v9/nothing')).json).toEqual({
      message: 'The route api/v9/nothing could not be found.',
    });
    const { headers, status } = await call(emulator, 'GET', TEXT2IMG);
    expect([status, headers.get('allow')]).toEqual([405, 'POST']);
  });
});
