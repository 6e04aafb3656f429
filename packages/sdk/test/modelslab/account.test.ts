import { describe, expect, it } from 'vitest';
import { json, reset } from '../../../../test/support/loopback-server.js';
import { asked, canary, errorOf, sent, useModelsLab } from './job-support.js';
import { answerOf } from './plain-answers.js';

const served = useModelsLab();
const wrongMethod = json({ message: 'The GET method is not supported for this route. Supported methods: POST.' }, 405);

describe('methods that the documents disagree about', () => {
  it('are sent with the key in the body of a GET', async () => {
    const client = await served.serve(answerOf('general/subscribed-products'));
    await client.account.subscribedProducts();
    expect(served.server.exchanges[0]).toMatchObject({ method: 'GET', body: JSON.stringify({ key: canary }) });
  });

  it.each([
    ['subscribedProducts', 'general/subscribed-products', ['GET', 'POST']],
    ['clearCache', 'general/clear-cache', ['GET', 'POST']],
    ['requestCount', 'general/request-count', ['POST', 'GET']],
  ] as const)('%s is tried the other way after a 405', async (method, sample, methods) => {
    const client = await served.serve([wrongMethod, answerOf(sample)]);
    await client.account[method]();
    expect(served.server.exchanges.map((exchange) => exchange.method)).toEqual(methods);
  });

  it('are not tried for ever', async () => {
    const client = await served.serve(wrongMethod);
    await expect(client.account.clearCache()).rejects.toMatchObject({ status: 405 });
    expect(served.server.exchanges).toHaveLength(2);
  });
});

describe('what spends money', () => {
  it.each([
    ['the connection breaks', reset],
    ['the server fails', json({ status: 'error', message: 'Internal server error.' }, 503)],
    ['a limit refuses it', json({ status: 'error', message: 'Rate limit exceeded', retry_after: 1 }, 429)],
  ])('is not sent again when %s', async (_name, failure) => {
    const client = await served.serve(failure);
    await errorOf(client.account.buyModel('1'));
    await errorOf(client.account.buySubscription('basic_monthly'));
    expect(asked(served.server)).toEqual(['POST /api/v3/dreambooth/buy_model', 'POST /api/v3/buy_subscription']);
  });

  it('shows nothing of an answer that may hold a key', async () => {
    const client = await served.serve(json(['bought', { key: 'n3w-key-0123456789' }]));
    const error = await errorOf(client.account.buySubscription('basic_monthly'));
    expect(error).toMatchObject({ code: 'unexpected_shape' });
    expect(String(error['body'])).not.toContain('n3w-key');
  });

  it('gives the new key as a secret', async () => {
    const client = await served.serve(answerOf('general/buy-subscription'));
    expect(JSON.stringify(await client.account.buySubscription('basic_monthly'))).not.toContain('ml-new-key');
  });
});

describe('lists of outputs', () => {
  function page(number: number, lastPage: number): ReturnType<typeof json> {
    return json({
      status: 'success',
      type: 'image',
      data: [{ id: number * 10 }, { id: number * 10 + 1 }],
      pagination: { current_page: number, per_page: 2, total: 6, last_page: lastPage },
    });
  }

  it('are walked page by page, each asked for when it is needed', async () => {
    const client = await served.serve([page(1, 3), page(2, 3), page(3, 3)]);
    const ids: unknown[] = [];
    for await (const { id } of client.account.assetsGenerated({ type: 'image', per_page: 2 })) ids.push(id);
    expect(ids).toEqual([10, 11, 20, 21, 30, 31]);
    expect(served.server.exchanges.map((_, ordinal) => sent(served.server, ordinal))).toEqual(
      [1, 2, 3].map((number) => ({ key: canary, type: 'image', per_page: 2, page: number })),
    );
  });

  it('end after as many as were asked for', async () => {
    const client = await served.serve([page(1, 3), page(2, 3)]);
    const list = client.account.assetsGenerated({ type: 'video' });
    expect((await list.take(3).toArray()).map(({ id }) => id)).toEqual([10, 11, 20]);
    expect(served.server.exchanges).toHaveLength(2);
    expect(() => list.take(0)).toThrow(RangeError);
    expect(() => list.page(1.5)).toThrow(RangeError);
  });

  it('begin where they are asked to', async () => {
    const client = await served.serve([page(2, 3), page(3, 3)]);
    expect(await client.account.assetsGenerated({ type: 'image', page: 2 }).toArray()).toHaveLength(4);
    expect(sent(served.server, 0)).toMatchObject({ page: 2 });
  });

  it('end with an empty page, whatever is promised', async () => {
    const client = await served.serve(json({ status: 'success', data: [], pagination: { last_page: 9 } }));
    expect(await client.account.assetsGenerated({ type: 'image' }).toArray()).toEqual([]);
    expect(served.server.exchanges).toHaveLength(1);
  });

  it('without totals go on while pages are full', async () => {
    const client = await served.serve([
      json({ status: 'success', data: [{ id: 1 }, { id: 2 }] }),
      json({ status: 'success', data: [{ id: 3 }] }),
    ]);
    expect(await client.account.assetsGenerated({ type: 'image', per_page: 2 }).toArray()).toHaveLength(3);
  });
});

describe('an answer that cannot be read does not look like good news', () => {
  it.each([
    ['nsfwImageCheck', { images: 'x', has_nsfw_concept: [] }],
    ['nsfwImageCheck', { images: 'x', has_nsfw_concept: ['perhaps'] }],
    ['nsfwImageCheck', { images: 'x' }],
  ])('%s: %j', async (_name, body) => {
    const client = await served.serve(json(body));
    await expect(client.account.nsfwImageCheck({ init_image: 'x' })).rejects.toMatchObject({
      code: 'unexpected_shape',
    });
  });

  it.each([
    { status: 'success', is_nsfw: false },
    { is_nsfw: null, is_cp: false },
  ])('promptCheck: %j', async (body) => {
    const client = await served.serve(json(body));
    await expect(client.account.promptCheck('x')).rejects.toMatchObject({ code: 'unexpected_shape' });
  });

  it.each([
    [{ has_nsfw_concept: [false, 'true'] }, true],
    [{ has_nsfw_concept: 'no' }, false],
    [{ has_nsfw_concept: 1 }, true],
  ])('%j is read all the same', async (body, isNsfw) => {
    const client = await served.serve(json(body));
    expect(await client.account.nsfwImageCheck({ init_image: 'x' })).toMatchObject({ isNsfw });
  });

  it.each([
    [{ status: 'success', data: { balance: '43.60', currency: 'USD' } }, 43.6],
    [{ status: 'success', data: { balance: 0 } }, 0],
  ])('a balance of %j', async (body, balance) => {
    const client = await served.serve(json(body));
    expect((await client.account.walletBalance()).balance).toBe(balance);
  });

  it('a balance that is none is an error, and no products are none', async () => {
    const client = await served.serve([json({ status: 'success', data: {} }), json({ status: 'success', data: [] })]);
    await expect(client.account.walletBalance()).rejects.toMatchObject({ code: 'unexpected_shape' });
    expect(await client.account.subscribedProducts()).toEqual({});
  });
});

it.each([
  ['inside a 200', 200],
  ['as a status', 401],
])('a wrong key %s is the same error', async (_name, status) => {
  const client = await served.serve(json({ status: 'error', message: 'Invalid Api Key', tip: 'Look at it' }, status));
  await expect(client.account.walletBalance()).rejects.toMatchObject({
    name: 'AuthenticationError',
    code: 'unauthorized',
  });
});
