import { describe, expect, it } from 'vitest';
import { json, reset, startLoopback, text } from '../../../../test/support/loopback-server.js';
import {
  asked,
  canary,
  enterpriseCanary,
  errorOf,
  picture,
  processing,
  sent,
  success,
  useModelsLab,
} from './job-support.js';

const served = useModelsLab();

describe('what a client must do', () => {
  it('1: the key goes into the body of generation and fetching, and stands nowhere else', async () => {
    const client = await served.serve([processing(), success()]);
    const parameters = Object.freeze({ model_id: 'flux', prompt: 'a lighthouse' });
    await client.images.text2img(parameters);
    expect(parameters).not.toHaveProperty('key');
    for (const [ordinal, { headers, url }] of served.server.exchanges.entries()) {
      expect(sent(served.server, ordinal)['key']).toBe(canary);
      expect(`${JSON.stringify(headers)} ${url}`).not.toContain(canary);
    }
  });

  it.each([
    ['error', 'at the submit', [json({ status: 'error', message: 'no luck' })]],
    ['failed', 'at the submit', [json({ status: 'failed', message: 'no luck' })]],
    ['error', 'while polling', [processing(), processing(), json({ status: 'error', message: 'no luck' })]],
    ['failed', 'while polling', [processing(), processing(), json({ status: 'failed', message: 'no luck' })]],
  ])('2: status 200 is no success: "%s" %s', async (_status, _when, script) => {
    const client = await served.serve(script);
    const error = await errorOf(client.generate(picture, {}));
    expect(error.message).toContain('no luck');
    expect(served.server.exchanges).toHaveLength(script.length);
  });

  it.each(['message', 'messege', 'error', 'errors', 'tip', 'tips', 'tip_1'])(
    '3: the text of an error is found in %s',
    async (member) => {
      const client = await served.serve(
        json({ status: 'error', [member]: member === 'errors' ? ['no luck'] : 'no luck' }),
      );
      expect((await errorOf(client.generate(picture, {}))).message).toContain('no luck');
    },
  );

  it('4: types are lenient on the way in and strict on the way out', async () => {
    const client = await served.serve([
      processing({ id: 'a-1', eta: '2.5', output: '', fetch_result: '' }),
      json({
        status: 'success',
        id: 'a-1',
        output: { '0': 'https://assets.example.test/0.png' },
        proxy_links: { '0': 'https://p.test/0.png' },
        nsfw_content_detected: 'no',
        generationTime: '2.5',
      }),
    ]);
    expect(await client.generate(picture, {})).toMatchObject({
      id: 'a-1',
      outputs: [{ url: 'https://assets.example.test/0.png' }],
      proxyLinks: ['https://p.test/0.png'],
      nsfwContentDetected: false,
      generationTimeSeconds: 2.5,
    });
  });

  it('5: polling is a POST with the key, after the estimate, patient with what passes, and over with "failed"', async () => {
    const client = await served.serve([
      processing({ eta: 7 }),
      json({ status: 'error', message: 'Try Again' }),
      reset,
      json({ status: 'failed', message: 'no luck' }),
    ]);
    expect(await errorOf(client.generate(picture, {}))).toMatchObject({ name: 'ModelsLabJobError' });
    expect(asked(served.server).slice(1)).toEqual(Array.from({ length: 3 }, () => 'POST /api/v6/images/fetch/12345'));
    expect(served.clock.delays[0]).toBe(7000);
  });

  it.each([
    ['a reset', reset, 1],
    ['a 500', json({ status: 'error', message: 'Internal server error.' }, 500), 1],
    ['a page', text('<html></html>', 'text/html', 502), 1],
    ['a refusal because of a limit', json({ status: 'error', message: 'Rate limit exceeded' }), 2],
    ['a refusal with its status', json({ status: 'error', message: 'Queue full', retry_after: 3 }, 429), 2],
  ])('6: a submission is sent again only when it was refused: after %s it is sent %#', async (_name, first, times) => {
    const client = await served.serve([first, success()]);
    await client.generate(picture, {}).asResult();
    expect(served.server.exchanges).toHaveLength(times);
  });

  it('7: the key goes to no other host: not to files, not to redirects, not to a foreign fetch_result', async () => {
    await using foreign = await startLoopback(success());
    const client = await served.serve([
      processing({ fetch_result: `${foreign.origin}/api/v6/images/fetch/12345` }),
      success({ output: [`${foreign.origin}/a.png`] }),
      (_, response) => {
        response.writeHead(302, { location: `${foreign.origin}/api/v6/images/fetch/9` }).end();
      },
    ]);
    const { outputs } = await client.generate(picture, {});
    for (const output of outputs) await client.outputs.bytes(output);
    await errorOf(client.resume('images:9'));
    expect(foreign.exchanges.map(({ method, url }) => `${method} ${url}`)).toEqual(['GET /a.png']);
    expect(JSON.stringify(foreign.exchanges)).not.toMatch(new RegExp(`${canary}|${enterpriseCanary}`));
  });

  it('8: future_links are no results, and dead until the end', async () => {
    await using assets = await startLoopback(text('not yet', 'text/plain', 404));
    const future = `${assets.origin}/future.png`;
    const client = await served.serve([processing({ future_links: [future] }), success()]);
    const job = client.generate(picture, {});
    await job.submitted();
    expect(job.state.futureLinks).toEqual([future]);
    const error = await errorOf(client.outputs.open(future));
    expect(error.message).toContain('futureLinks');
    expect(JSON.stringify((await job).outputs)).not.toContain(future);
  });

  it.each([
    ['a web page', text('<html>Just a moment</html>', 'text/html'), 'unexpected_content_type'],
    ['nothing', text('', 'application/json'), 'empty_response'],
    ['half of it', text('{"status":', 'application/json'), 'invalid_json'],
    ['a list', json([]), 'unexpected_shape'],
  ])('9: an answer that is %s is an error that says so', async (_name, answer, code) => {
    const client = await served.serve(answer);
    expect(await errorOf(client.generate(picture, {}))).toMatchObject({ name: 'InvalidResponseError', code });
  });

  it('10: what the documents contradict themselves about is sent as it is, and so is what nobody knows', async () => {
    const client = await served.serve(success());
    const odd = {
      model_id: 'flux',
      prompt: 'a lighthouse',
      width: 1,
      num_inference_steps: 99,
      lora_strength: '0.5,0.7',
      seed: null,
      brand_new: true,
    };
    await client.generate('images.text2img', odd as never);
    expect(sent(served.server, 0)).toEqual({ key: canary, ...odd });
  });
});
