import { describe, expect, it } from 'vitest';
import { json } from '../../../../test/support/loopback-server.js';
import { asked, canary, errorOf, picture, processing, success, useModelsLab } from './job-support.js';

const served = useModelsLab();

describe('an id that would lead elsewhere', () => {
  it.each([
    ['../../v3/buy_subscription', '/api/v6/images/fetch/..%2F..%2Fv3%2Fbuy_subscription'],
    ['a/b', '/api/v6/images/fetch/a%2Fb'],
    ['7?x=1#y', '/api/v6/images/fetch/7%3Fx%3D1%23y'],
    ['7%2f8', '/api/v6/images/fetch/7%252f8'],
    ['ünï', '/api/v6/images/fetch/%C3%BCn%C3%AF'],
  ])('%j stays one segment', async (id, path) => {
    const client = await served.serve([processing({ id, fetch_result: null }), success({ id })]);
    const job = client.generate(picture, {});
    const { reference } = await job.submitted();
    expect((await job).id).toBe(id);
    expect(asked(served.server)[1]).toBe(`POST ${path}`);
    await client.resume(reference).asResult();
    expect(asked(served.server)[2]).toBe(`POST ${path}`);
  });

  it.each(['.', '..'])('%j is asked for nowhere: an error, and no other address', async (id) => {
    const client = await served.serve([processing({ id, fetch_result: null }), success()]);
    const error = await errorOf(client.generate(picture, {}));
    expect(error).toMatchObject({ name: 'InvalidResponseError', details: { maybeAccepted: true } });
    expect(asked(served.server)).toEqual(['POST /api/v6/images/text2img']);
  });
});

it('an id of a run or a training that would lead elsewhere is none', async () => {
  const client = await served.serve([
    json({ status: 'success', execution_id: '..' }, 202),
    json({ status: 'success', messege: 'deploying_gpu', training_id: '..' }),
  ]);
  const training = { instance_prompt: 'a', class_prompt: 'b', images: [], training_type: 'null', max_train_steps: 1 };
  for (const handle of [client.workflows.run('w', {}), client.training.start(training)]) {
    expect(await errorOf(handle)).toMatchObject({ name: 'InvalidResponseError', details: { maybeAccepted: true } });
  }
  expect(served.server.exchanges).toHaveLength(2);
});

describe('a fetch_result that is no address', () => {
  it.each([7, true, {}, [], 'soon', '//', 'https://', 'javascript:alert(1)', 'file:///etc/passwd', ''])(
    '%j is left alone',
    async (fetchResult) => {
      const client = await served.serve([processing({ fetch_result: fetchResult }), success()]);
      expect((await client.generate(picture, {})).outputs).toHaveLength(1);
      expect(asked(served.server)[1]).toBe('POST /api/v6/images/fetch/12345');
    },
  );

  it('with a user in it gets no key', async () => {
    const client = await served.serve([
      (exchange, response, request) =>
        processing({ fetch_result: `http://me:pw@${exchange.headers.host}/api/v7/images/fetch/12345` })(
          exchange,
          response,
          request,
        ),
      success(),
    ]);
    await client.generate(picture, {});
    expect(asked(served.server)[1]).toBe('POST /api/v6/images/fetch/12345');
  });
});

it('an output that names the key is not shown with it', async () => {
  const client = await served.serve(
    json({
      status: 'success',
      id: 1,
      output: [`https://a.example/1.png?key=${canary}`],
      meta: { key: canary },
      message: canary,
    }),
  );
  expect(JSON.stringify(await client.generate(picture, {}))).not.toContain(canary);
});
