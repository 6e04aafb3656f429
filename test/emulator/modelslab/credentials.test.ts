import type { RunningEmulator } from 'civitkit/emulator';
import { describe, expect, it } from 'vitest';
import { call, type Members, post, startForTest, TEXT_TO_IMAGE } from './modelslab-calls.js';

type Place = 'body' | 'header' | 'query' | 'bearer' | 'xApiKey';

const PLACES: readonly Place[] = ['body', 'header', 'query', 'bearer', 'xApiKey'];
const CHAT = { model: 'a', max_tokens: 9, messages: [{ role: 'user', content: 'hello' }] };

/** Sends a request with the key in one place alone; what it answers to. */
async function statusWith(
  emulator: RunningEmulator,
  [method, path, parameters]: readonly [string, string, Members?],
  place: Place,
  key: string,
): Promise<number> {
  const headers: Readonly<Record<Place, Readonly<Record<string, string>>>> = {
    body: {},
    header: { key },
    query: {},
    bearer: { authorization: `Bearer ${key}` },
    xApiKey: { 'x-api-key': key },
  };
  const target = place === 'query' ? `${path}?key=${encodeURIComponent(key)}` : path;
  const body = place === 'body' ? { key, ...parameters } : parameters;
  return (await call(emulator, method, target, headers[place], method === 'GET' ? undefined : (body ?? {}))).status;
}

describe('the key of ModelsLab', () => {
  it.each([
    ['generation', ['body'], ['POST', '/v6/images/text2img', TEXT_TO_IMAGE]],
    ['the account', ['body'], ['POST', '/wallet_balance']],
    ['workflows', ['header'], ['GET', '/v1/workflows']],
    ['model search', ['query'], ['GET', '/v6/model-search']],
    ['models of v7', ['query'], ['GET', '/v7/models']],
    ['chats', ['body', 'bearer'], ['POST', '/v7/llm/chat/completions', CHAT]],
    ['chats without a filter', ['bearer'], ['POST', '/uncensored-chat/v1/chat/completions', CHAT]],
    ['messages', ['bearer', 'xApiKey'], ['POST', '/v7/llm/v1/messages', CHAT]],
    ['models that chat', ['bearer', 'xApiKey'], ['GET', '/v7/llm/v1/models']],
  ] as const)('of %s counts in its place alone', async (_name, places, route) => {
    const emulator = await startForTest();
    const accepted: Place[] = [];
    for (const place of PLACES) {
      const status = await statusWith(emulator, route, place, emulator.modelslabKey);
      expect([200, 401]).toContain(status);
      if (status === 200) accepted.push(place);
    }
    expect(accepted).toEqual(places);
    expect(await statusWith(emulator, route, places[0], 'another-key')).toBe(401);
  });

  it('of enterprise deployments and the control plane are others', async () => {
    const emulator = await startForTest();
    const { modelslabAgentToken, modelslabEnterpriseKey, modelslabKey } = emulator;
    const details = ['POST', '/v1/enterprise/flux/system_details'] as const;
    expect(await statusWith(emulator, details, 'body', modelslabKey)).toBe(401);
    expect(await statusWith(emulator, details, 'body', modelslabEnterpriseKey)).toBe(200);
    const me = ['GET', '/agents/v1/me'] as const;
    expect(await statusWith(emulator, me, 'bearer', modelslabKey)).toBe(401);
    expect(await statusWith(emulator, me, 'bearer', modelslabAgentToken)).toBe(200);
  });

  it('is missed and refused by status', async () => {
    const emulator = await startForTest();
    const missing = await call(emulator, 'POST', '/v6/images/text2img', {}, TEXT_TO_IMAGE);
    expect(missing).toMatchObject({ status: 401, json: { status: 'error', message: 'API key required' } });
    const wrong = await post<Members>(emulator, '/v6/images/text2img', { key: 'wrong' });
    expect(wrong).toMatchObject({ status: 401, json: { status: 'error', message: 'Invalid API key' } });
    const llm = await call(emulator, 'POST', '/v7/llm/chat/completions', {}, CHAT);
    expect(llm).toMatchObject({ status: 401, json: { error: { code: 'invalid_api_key' } } });
    const agents = await call(emulator, 'GET', '/agents/v1/me');
    expect(agents).toMatchObject({ status: 401, json: { data: null, error: { code: 'unauthenticated' } } });
    const threeD = await call(emulator, 'POST', '/v1/enterprise/3d/clear_queue', {}, {});
    expect(threeD.json).toMatchObject({ error_code: 'invalid_api_key' });
  });

  it('is refused inside a 200 where the emulator is told so, with another wording', async () => {
    const emulator = await startForTest({ errorsAt: 'ok' });
    const wrong = await post<Members>(emulator, '/v6/images/text2img', { key: 'wrong' });
    expect(wrong).toMatchObject({ status: 200, json: { status: 'error', message: 'Invalid Api Key' } });
    const llm = await call(emulator, 'POST', '/v7/llm/chat/completions', { authorization: 'Bearer wrong' }, CHAT);
    expect(llm).toMatchObject({ status: 200, json: { status: 'error', message: 'Invalid Api Key' } });
    expect((await call(emulator, 'GET', '/v1/workflows')).status).toBe(401);
    expect((await call(emulator, 'GET', '/agents/v1/me')).status).toBe(401);
  });
});
