import { describe, expect, it } from 'vitest';
import { json, reset, startLoopback, text } from '../../../../test/support/loopback-server.js';
import { asked, canary, errorOf, picture, processing, sent, success, useModelsLab } from './job-support.js';

const served = useModelsLab();

describe('where a job is fetched', () => {
  it('at fetch_result, when that lies below the base address: another family and version may be right', async () => {
    const client = await served.serve([
      (exchange, response, request) =>
        processing({ fetch_result: `http://${exchange.headers.host}/api/v7/video-fusion/fetch/12345` })(
          exchange,
          response,
          request,
        ),
      success(),
    ]);
    const job = client.generate(picture, {});
    expect((await job.submitted()).reference).toBe('v7/video-fusion/fetch:12345');
    await job;
    expect(asked(served.server)[1]).toBe('POST /api/v7/video-fusion/fetch/12345');
    expect(sent(served.server, 1)).toEqual({ key: canary });
  });

  it.each([
    ['another host', 'https://evil.example.test/api/v6/images/fetch/12345'],
    ['another port', 'http://127.0.0.1:1/api/v6/images/fetch/12345'],
    ['another scheme', 'ftp://127.0.0.1/api/v6/images/fetch/12345'],
    ['no address', 'fetch it later'],
    ['nothing', ''],
  ])('at the place of its family, when fetch_result is %s', async (_name, fetchResult) => {
    const client = await served.serve([processing({ fetch_result: fetchResult }), success()]);
    await client.generate(picture, {});
    expect(asked(served.server)[1]).toBe('POST /api/v6/images/fetch/12345');
  });

  it.each(['/other/v6/images/fetch/12345', '/api/../outside/12345', '/api/%2e%2e/outside/12345', '/apiary/12345'])(
    'at the place of its family, when fetch_result leads out of the base address: %s',
    async (path) => {
      const client = await served.serve([
        (exchange, response, request) =>
          processing({ fetch_result: `http://${exchange.headers.host}${path}` })(exchange, response, request),
        success(),
      ]);
      await client.generate(picture, {});
      expect(asked(served.server)[1]).toBe('POST /api/v6/images/fetch/12345');
    },
  );

  it('never at a foreign fetch_result: nothing is sent there, the key least of all', async () => {
    await using foreign = await startLoopback(success());
    const client = await served.serve([
      processing({ fetch_result: `${foreign.origin}/api/v6/images/fetch/12345` }),
      success(),
    ]);
    await client.generate(picture, {});
    expect(foreign.exchanges).toEqual([]);
  });

  it('at the place of its family, when it is not found at fetch_result', async () => {
    const client = await served.serve((exchange, response, request) => {
      if (exchange.url.endsWith('/text2img')) {
        const fetchResult = `http://${exchange.headers.host}/api/v5/images/fetch/12345`;
        return processing({ fetch_result: fetchResult })(exchange, response, request);
      }
      const answer = exchange.url.includes('/v5/') ? json({ message: 'wrong method' }, 405) : success();
      return answer(exchange, response, request);
    });
    await client.generate(picture, {});
    expect(asked(served.server).slice(1)).toEqual([
      'POST /api/v5/images/fetch/12345',
      'POST /api/v6/images/fetch/12345',
    ]);
  });

  it('with its id in the body, where a family wants it there', async () => {
    const client = await served.serve([processing({ fetch_result: '' }), success()]);
    await client.enterprise.images.text2img({ model_id: 'sdxl', prompt: 'a lighthouse' });
    expect(asked(served.server)[1]).toBe('POST /api/v1/enterprise/fetch');
    expect(sent(served.server, 1)).toMatchObject({ request_id: '12345' });
  });
});

describe('while a job is not done', () => {
  it('what answers leave out stays as it was said last', async () => {
    const client = await served.serve([
      processing({ eta: 20 }),
      json({ status: 'processing', message: 'Try again after some time', output: '', tip: 'Get in touch.' }),
      success({ id: undefined }),
    ]);
    const job = client.generate(picture, {});
    const seen: unknown[] = [];
    for await (const { etaSeconds, futureLinks, id, status } of job)
      seen.push([status, id, etaSeconds, futureLinks.length]);
    expect(seen).toEqual([
      ['processing', '12345', 20, 1],
      ['processing', '12345', 0, 1],
      ['success', '12345', undefined, 1],
    ]);
    expect((await job).id).toBe('12345');
  });

  it.each([
    [0.2, 1000],
    [4, 4000],
    [416.94, 30_000],
  ])('the first pause is the estimate of %d s, within bounds', async (eta, delayMs) => {
    const client = await served.serve([processing({ eta }), success()]);
    await client.generate(picture, {});
    expect(served.clock.delays).toEqual([delayMs]);
  });

  it('further pauses grow, up to 15 s, and are spread', async () => {
    const answers = Array.from({ length: 9 }, () => processing({ eta: 3 }));
    const client = await served.serve([...answers, success()]);
    await client.generate(picture, {});
    expect(served.clock.delays).toEqual([3000, 1800, 2700, 4050, 6075, 9113, 13_500, 13_500, 13_500]);
  });

  it('a few failures that pass are tolerated: error texts, 5xx, pages, empty answers, broken connections', async () => {
    const client = await served.serve([
      processing(),
      json({ status: 'error', message: 'Try Again' }),
      json({ status: 'error', message: 'The model is loading' }, 500),
      text('<html>Bad gateway</html>', 'text/html', 502),
      text('<html>Just a moment</html>', 'text/html', 200),
      text('', 'application/json'),
      reset,
      json({ status: 'error', message: 'Service temporarily unavailable.' }, 503),
      success(),
    ]);
    expect((await client.generate(picture, {})).outputs).toHaveLength(1);
    expect(served.server.exchanges).toHaveLength(9);
  });

  it('too many in a row end the waiting, with what is needed to go on', async () => {
    const client = await served.serve([processing(), json({ status: 'error', message: 'Try Again' })]);
    const error = await errorOf(client.generate(picture, {}));
    expect(error).toMatchObject({
      code: 'model_busy',
      details: { jobId: '12345', jobReference: 'images:12345', jobStatus: 'processing' },
    });
    expect(error.message).toContain("resume('images:12345')");
    expect(served.server.exchanges).toHaveLength(11);
  });

  it.each([
    ['a key that is refused', { status: 'error', message: 'Invalid API key' }, 'AuthenticationError'],
    ['credits that are used up', { status: 'error', message: 'Insufficient credits' }, 'PermissionError'],
    ['a plan without it', { status: 'error', message: 'Upgrade your plan' }, 'PermissionError'],
    ['a failure', { status: 'failed', message: 'Failed, Try Again', id: '', output: '' }, 'ModelsLabJobError'],
    ['a failure without a word', { status: 'failed' }, 'ModelsLabJobError'],
    ['an error nobody knows', { status: 'error', message: 'Something broke' }, 'CivitaiError'],
  ])('%s ends it at once', async (_name, answer, name) => {
    const client = await served.serve([processing(), json(answer)]);
    const error = await errorOf(client.generate(picture, {}));
    expect(error).toMatchObject({ name, details: { jobId: '12345', jobReference: 'images:12345' } });
    expect(served.server.exchanges).toHaveLength(2);
  });

  it('a failed job names itself, although the answer does not', async () => {
    const client = await served.serve([
      processing(),
      json({ status: 'failed', id: '', output: '', message: 'no luck' }),
    ]);
    const job = client.generate(picture, {});
    const statuses: string[] = [];
    for await (const { status } of job) statuses.push(status);
    expect(statuses).toEqual(['processing', 'failed']);
    expect(await errorOf(job)).toMatchObject({ name: 'ModelsLabJobError', code: 'job_failed', jobId: '12345' });
  });

  it('success without any output is not ready, twice; then it is an error', async () => {
    const empty = json({ status: 'success', id: 12345, output: [] });
    const client = await served.serve([processing(), empty, json({ status: 'success', output: '' }), success()]);
    expect((await client.generate(picture, {})).outputs).toHaveLength(1);
    const again = await served.serve([processing(), empty]);
    expect(await errorOf(again.generate(picture, {}))).toMatchObject({ name: 'ModelsLabJobError', code: 'job_failed' });
    expect(served.server.exchanges).toHaveLength(4);
  });

  it('what was accepted a moment ago may not be found yet; what is resumed must be', async () => {
    const missing = json({ status: 'error', message: 'Request not found' }, 404);
    const client = await served.serve([processing({ fetch_result: '' }), missing, missing, success()]);
    expect((await client.generate(picture, {})).outputs).toHaveLength(1);
    const resumed = await served.serve(missing);
    expect(await errorOf(resumed.resume('images:1'))).toMatchObject({ name: 'NotFoundError' });
    expect(served.server.exchanges).toHaveLength(1);
  });

  it('a limit on reading is waited out, by all who read', async () => {
    const client = await served.serve([
      processing(),
      json({ status: 'error', message: 'Too many requests', retry_after: 17 }, 429),
      success(),
    ]);
    await client.generate(picture, {});
    expect(served.clock.delays.slice(0, 2)).toEqual([4000, 17_000]);
  });

  it('a limit that lasts longer than there is time ends the waiting at once', async () => {
    const client = await served.serve([
      processing(),
      json({ status: 'error', message: 'Too many', retry_after: 3600 }, 429),
    ]);
    expect(await errorOf(client.generate(picture, {}))).toMatchObject({
      name: 'RateLimitError',
      retryAfterMs: 3_600_000,
      details: { jobReference: 'images:12345' },
    });
    expect(served.server.exchanges).toHaveLength(2);
  });

  it('a redirect is not followed: the key stays here', async () => {
    await using foreign = await startLoopback(success());
    const client = await served.serve([
      processing(),
      (_, response) => {
        response.writeHead(307, { location: `${foreign.origin}/api/v6/images/fetch/12345` }).end();
      },
    ]);
    expect(await errorOf(client.generate(picture, {}))).toMatchObject({ code: 'unexpected_redirect' });
    expect(foreign.exchanges).toEqual([]);
  });
});
