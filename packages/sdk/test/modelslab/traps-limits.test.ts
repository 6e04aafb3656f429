import { describe, expect, it } from 'vitest';
import { json, text } from '../../../../test/support/loopback-server.js';
import { TestClock } from '../../../../test/support/test-clock.js';
import { errorOf, picture, processing, success, useModelsLab } from './job-support.js';

const served = useModelsLab();

/** Remembers all delays, also those that are not over at once. */
class RecordingClock extends TestClock {
  readonly asked: number[] = [];

  override schedule(callback: () => void, delayMs: number): () => void {
    this.asked.push(delayMs);
    return super.schedule(callback, delayMs);
  }
}

describe('a wait that the server asks for', () => {
  it.each([
    ['of nothing', 0],
    ['of nothing, as a text', ''],
    ['of less than a moment', 0.001],
  ])('%s is no reason to storm it', async (_name, retryAfter) => {
    const refusal = json({ status: 'error', message: 'Rate limit exceeded', retry_after: retryAfter }, 429);
    const client = await served.serve([refusal, refusal, success()]);
    expect((await client.generate(picture, {})).outputs).toHaveLength(1);
    expect(served.clock.delays).toHaveLength(2);
    for (const delay of served.clock.delays) expect(delay).toBeGreaterThanOrEqual(1000);
  });

  it.each([1e9, 1e300, 1e308])('of %d seconds fits into a timer, however patient the caller is', async (retryAfter) => {
    const clock = new RecordingClock(32_000);
    const client = await served.serve(
      [json({ status: 'error', message: 'Rate limit exceeded', retry_after: retryAfter }, 429), success()],
      {},
      { clock },
    );
    const stop = new AbortController();
    const job = errorOf(client.generate(picture, {}, { timeoutMs: null, signal: stop.signal }));
    await expect.poll(() => served.server.exchanges.length).toBe(1);
    await expect.poll(() => clock.asked.at(-1)).toBe(2_147_483_647);
    expect(Math.max(...clock.asked)).toBeLessThanOrEqual(2_147_483_647);
    stop.abort(new Error('enough'));
    expect((await job).message).toBe('enough');
    expect(served.server.exchanges).toHaveLength(1);
  });

  it.each([1e12, 1e300, 1e308])('is not told by an estimate of %d seconds', async (eta) => {
    const client = await served.serve([processing({ eta }), success()]);
    expect((await client.generate(picture, {})).outputs).toHaveLength(1);
    expect(served.clock.delays).toEqual([30_000]);
  });

  it('may come from a page that knows no JSON: it was refused all the same', async () => {
    const page = text('<html>Error 1015: you are being rate limited</html>', 'text/html', 429);
    const client = await served.serve([page, success()]);
    expect((await client.generate(picture, {})).outputs).toHaveLength(1);
    expect(served.clock.delays).toEqual([30_000]);
  });
});

describe('what is too many is not always a limit', () => {
  it.each([
    'Too many images: init_image takes at most 4',
    'There are too many images in init_image',
    'Too many characters in prompt',
  ])('"%s" is not sent again', async (message) => {
    const client = await served.serve(json({ status: 'error', message }, 400));
    expect(await errorOf(client.generate(picture, {}))).toMatchObject({ name: 'ValidationError' });
    expect(served.server.exchanges).toHaveLength(1);
  });

  it.each(['Too many requests', 'Too many concurrent jobs.', 'Too many', 'You sent too many queued requests'])(
    '"%s" is one',
    async (message) => {
      const client = await served.serve(json({ status: 'error', message, retry_after: 3600 }));
      expect(await errorOf(client.generate(picture, {}))).toMatchObject({ name: 'RateLimitError' });
    },
  );
});

describe('advice to try again changes nothing about what is wrong', () => {
  it.each([
    ['Insufficient credits. Add funds and try again.', 402, 'insufficient_credits'],
    ['You are out of credits, please top up and try again', 402, 'insufficient_credits'],
    ['Not enough balance. Please try again after funding your wallet', 402, 'insufficient_credits'],
    ['This feature requires a premium subscription. Upgrade and try again.', 403, 'plan_required'],
    ['Your API key has expired. Try again with another one.', 401, 'unauthorized'],
    ['Your API key is not valid, try again', 401, 'unauthorized'],
  ])('"%s"', async (message, status, code) => {
    for (const httpStatus of [status, 200]) {
      const client = await served.serve([processing(), json({ status: 'error', message }, httpStatus)]);
      expect(await errorOf(client.generate(picture, {}))).toMatchObject({ code });
      expect(served.server.exchanges).toHaveLength(2);
    }
  });

  it.each([
    ['Failed, try again. Your credits were refunded.', 'job_failed'],
    ['Insufficient GPU memory for this resolution', 'job_failed'],
  ])('a job that failed has failed: "%s"', async (message, code) => {
    const client = await served.serve(json({ status: 'failed', id: 7, message }));
    expect(await errorOf(client.generate(picture, {}))).toMatchObject({ code });
  });
});

describe('an error without a status', () => {
  it.each([
    [{ error: 'Invalid API key' }, 'AuthenticationError', 'unauthorized'],
    [{ error: 'Something broke' }, 'CivitaiError', 'error_with_status_200'],
    [{ error: 'prompt is required', code: 'E1' }, 'ValidationError', 'invalid_request'],
  ])('%j is one', async (body, name, code) => {
    const client = await served.serve(json(body));
    const error = await errorOf(client.generate(picture, {}));
    expect(error).toMatchObject({ name, code });
    expect(error.message).toContain(body.error);
  });

  it('is none where something was made', async () => {
    const client = await served.serve(success({ status: undefined, error: 'a warning, no more' }));
    expect((await client.generate(picture, {})).outputs).toHaveLength(1);
  });
});
