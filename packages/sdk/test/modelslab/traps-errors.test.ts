import { describe, expect, it } from 'vitest';
import { json, reset, stallHeaders, text } from '../../../../test/support/loopback-server.js';
import { errorOf, picture, processing, success, useModelsLab } from './job-support.js';

const served = useModelsLab();

/** What the server says, with which status where it uses one, and what that means. */
const catalogue: readonly (readonly [said: string, status: number, name: string, code: string])[] = [
  ['prompt is required', 400, 'ValidationError', 'invalid_request'],
  ['width must be between 256 and 1024', 400, 'ValidationError', 'invalid_request'],
  ['Model not found: no-such-model', 400, 'NotFoundError', 'not_found'],
  ['Model id not found', 400, 'NotFoundError', 'not_found'],
  ['Unable to fetch image from provided URL', 400, 'ValidationError', 'invalid_request'],
  ['Invalid API key', 401, 'AuthenticationError', 'unauthorized'],
  ['Invalid Api Key', 401, 'AuthenticationError', 'unauthorized'],
  ['API key required', 401, 'AuthenticationError', 'unauthorized'],
  ['Insufficient credits to run this request', 402, 'PermissionError', 'insufficient_credits'],
  ['This feature requires a premium subscription', 403, 'PermissionError', 'plan_required'],
  ['Feature not available', 403, 'PermissionError', 'plan_required'],
  ['Rate limit exceeded. Maximum 5 queued requests allowed.', 429, 'RateLimitError', 'rate_limited'],
  ['Rate limit exceeded', 429, 'RateLimitError', 'rate_limited'],
  ['Internal server error.', 500, 'CivitaiError', 'server_error'],
  ['Service temporarily unavailable.', 503, 'CivitaiError', 'server_error'],
  ['Try Again', 500, 'CivitaiError', 'model_busy'],
  ['Failed, Try Again', 500, 'CivitaiError', 'model_busy'],
  ['The model is being loaded, try again', 503, 'CivitaiError', 'model_busy'],
];

describe('the same failure is the same error, whether it comes with a status or inside of a 200', () => {
  it.each(catalogue)('"%s" (%i)', async (message, status, name, code) => {
    // Longer than anybody waits, so that a limit is told.
    const body = { status: 'error', message, retry_after: 3600 };
    const errors = [];
    for (const httpStatus of [status, 200]) {
      const client = await served.serve(json(body, httpStatus));
      errors.push(await errorOf(client.generate(picture, {})));
      expect(served.server.exchanges).toHaveLength(1);
    }
    expect(errors.map((error) => [error.name, error['code'], error['status']])).toEqual([
      [name, code, status],
      [name, code, 200],
    ]);
    for (const error of errors) expect(error.message).toContain(message);
    expect(errors[0]?.['retryable']).toBe(errors[1]?.['retryable']);
  });
});

describe('what a failed job says', () => {
  it.each([
    ['Processing failed: Invalid input dimensions', 'ModelsLabJobError', 'job_failed'],
    ['Image generation failed: Invalid prompt', 'ModelsLabJobError', 'job_failed'],
    ['Failed, Try Again', 'ModelsLabJobError', 'job_failed'],
    ['', 'ModelsLabJobError', 'job_failed'],
    ['Insufficient credits', 'PermissionError', 'insufficient_credits'],
    ['NSFW content detected', 'ValidationError', 'content_blocked'],
  ])('"%s"', async (message, name, code) => {
    const client = await served.serve(json({ status: 'failed', id: '', output: '', message }));
    expect(await errorOf(client.generate(picture, {}))).toMatchObject({ name, code });
  });
});

describe('where the text of an error is', () => {
  const saidThere = 'steps must be between 1 and 50';

  it.each([
    ['message', { message: saidThere }],
    ['messege', { messege: saidThere }],
    ['error', { error: saidThere }],
    ['errors', { errors: { steps: [saidThere] } }],
    ['an object of lists in message', { message: { steps: [saidThere] } }],
    ['an object of texts in message', { message: { steps: saidThere } }],
    ['tip', { message: '', tip: saidThere }],
    ['tips', { tips: saidThere }],
    ['tip_1', { tip_1: saidThere }],
    ['error.message', { error: { message: saidThere, type: 'x', code: 'y' } }],
  ])('%s', async (_name, body) => {
    const client = await served.serve(json({ status: 'error', ...body }));
    const error = await errorOf(client.generate(picture, {}));
    expect(error).toMatchObject({ name: 'ValidationError' });
    expect(error.message).toContain(saidThere);
    expect(error.message).not.toContain('[object');
  });

  it('of each field, as it was found by integrators', async () => {
    const said = 'init image must be a valid url when base64 is set to false.';
    const client = await served.serve(json({ status: 'error', message: { init_image: [said] } }));
    expect(await errorOf(client.generate(picture, {}))).toMatchObject({
      name: 'ValidationError',
      issues: [{ path: 'init_image', message: said }],
    });
  });

  it('the own code of an enterprise deployment is kept', async () => {
    const client = await served.serve(json({ status: 'error', message: 'Invalid API key', error_code: 'E1' }, 401));
    expect(await errorOf(client.generate(picture, {}))).toMatchObject({ details: { serverCode: 'E1' } });
  });

  it.each([
    ['a parameter of that name is wrong', 'safety_checker must be yes or no', 'invalid_request'],
    ['a floor plan is missing', 'floor plan image is required', 'invalid_request'],
    ['an image cannot be loaded', 'Error loading image: valid url required', 'invalid_request'],
    ['the content was refused', 'Prompt blocked by the safety system', 'content_blocked'],
  ])('%s', async (_name, message, code) => {
    const client = await served.serve(json({ status: 'error', message }));
    expect(await errorOf(client.generate(picture, {}))).toMatchObject({ code });
  });
});

describe('a submission whose fate nobody knows is never sent again', () => {
  it.each([
    ['a broken connection', reset, 'ConnectionError'],
    ['an internal error', json({ status: 'error', message: 'Internal server error.' }, 500), 'CivitaiError'],
    ['an overload', json({ status: 'error', message: 'Service temporarily unavailable.' }, 503), 'CivitaiError'],
    ['a page of a proxy', text('<html>Bad gateway</html>', 'text/html', 502), 'CivitaiError'],
    ['a page with status 200', text('<html>Just a moment</html>', 'text/html'), 'InvalidResponseError'],
    ['an empty answer', text('', 'application/json'), 'InvalidResponseError'],
    ['half an answer', text('{"status":"succ', 'application/json'), 'InvalidResponseError'],
  ])('after %s', async (_name, answer, name) => {
    const client = await served.serve([answer, success()]);
    const error = await errorOf(client.generate(picture, {}));
    expect(error).toMatchObject({ name, details: { maybeAccepted: true } });
    expect(error.message).toContain('not sent again');
    expect(error.stack).toContain('not sent again');
    expect(served.server.exchanges).toHaveLength(1);
  });

  it('after its time was over', async () => {
    const client = await served.serve([stallHeaders, success()], { timeoutSeconds: 100 });
    const job = client.generate(picture, {});
    await expect.poll(() => served.server.exchanges.length).toBe(1);
    served.clock.advance(100_000);
    expect(await errorOf(job)).toMatchObject({
      name: 'TimeoutError',
      details: { maybeAccepted: true },
    });
    expect(served.server.exchanges).toHaveLength(1);
  });

  it('after a text that promises a second chance', async () => {
    const client = await served.serve([json({ status: 'error', message: 'Try Again' }), success()]);
    expect(await errorOf(client.generate(picture, {}))).toMatchObject({ code: 'model_busy', retryable: true });
    expect(served.server.exchanges).toHaveLength(1);
  });
});

describe('a submission that was refused because of a limit is sent again', () => {
  it.each([
    ['after retry_after of the body', { retry_after: 7 }, 429, 7000],
    ['after retry_after in a text', { retry_after: '7' }, 429, 7000],
    ['after 30 s when nothing is said', {}, 429, 30_000],
    ['also inside of a 200', { tips: 'Wait 30 seconds' }, 200, 30_000],
  ])('%s', async (_name, more, status, delayMs) => {
    const refusal = json({ status: 'error', message: 'Rate limit exceeded', ...more }, status);
    const client = await served.serve([refusal, refusal, refusal, refusal, success()]);
    expect((await client.generate(picture, {})).outputs).toHaveLength(1);
    expect(served.clock.delays).toEqual([delayMs, delayMs, delayMs, delayMs]);
  });

  it('but not when that would take longer than there is time', async () => {
    const client = await served.serve([
      json({ status: 'error', message: 'Rate limit exceeded', retry_after: 3600 }, 429),
      success(),
    ]);
    expect(await errorOf(client.generate(picture, {}))).toMatchObject({
      name: 'RateLimitError',
      retryAfterMs: 3_600_000,
    });
    expect(served.server.exchanges).toHaveLength(1);
  });

  it('and not more often than five minutes allow', async () => {
    const client = await served.serve([json({ status: 'error', message: 'Rate limit exceeded' }, 429)]);
    expect(await errorOf(client.generate(picture, {}))).toMatchObject({ name: 'RateLimitError' });
    expect(served.server.exchanges.length).toBeGreaterThan(5);
    expect(served.server.exchanges.length).toBeLessThan(12);
  });

  it('a job that takes its time is still waited for afterwards', async () => {
    const client = await served.serve([
      json({ status: 'error', message: 'Rate limit exceeded', retry_after: 1 }, 429),
      processing(),
      success(),
    ]);
    expect((await client.generate(picture, {})).id).toBe('12345');
  });
});
