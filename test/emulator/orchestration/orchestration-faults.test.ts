import { describe, expect, it } from 'vitest';
import { AT_ONCE, call, echo, type Problem, run, startForTest, submit, WORKFLOWS } from './orchestration-calls.js';

const QUICK = { orchestration: AT_ONCE };

describe('faults of the generation API', () => {
  it('lose the connection before anything has happened', async () => {
    const emulator = await startForTest(QUICK);
    emulator.addFault({ match: { method: 'POST', path: WORKFLOWS }, times: 1, fault: { kind: 'reset' } });
    await expect(submit(emulator, echo())).rejects.toThrow('fetch failed');
    expect(emulator.orchestration.workflows()).toEqual([]);
    expect(emulator.orchestration.charged).toBe(0);
  });

  it.each(['resetAfter', 'resetMidBody'] as const)(
    '%s loses it once the workflow is there: the key finds it',
    async (kind) => {
      const emulator = await startForTest(QUICK);
      emulator.addFault({ match: { method: 'POST', path: WORKFLOWS }, times: 1, fault: { kind } });
      const template = echo('a', { externalId: 'once' });
      await expect(submit(emulator, template)).rejects.toThrow(/fetch failed|terminated/);
      const [lost] = emulator.orchestration.workflows();
      expect(lost).toMatchObject({ externalId: 'once' });
      expect((await run(emulator, template)).id).toBe(lost?.id);
      expect(emulator.orchestration.charged).toBe(1);
    },
  );

  it('are errors that the host knows nothing of, and limits', async () => {
    const emulator = await startForTest(QUICK);
    emulator.addFault({ times: 1, fault: { kind: 'status', status: 503, retryAfter: 1 } });
    emulator.addFault({ times: 1, fault: { kind: 'html', status: 502 } });
    const [first, second] = [await submit(emulator, echo()), await submit(emulator, echo())];
    expect([first.status, first.headers.get('retry-after')]).toEqual([503, '1']);
    expect([second.status, second.headers.get('content-type')]).toEqual([502, 'text/html; charset=utf-8']);
    expect(emulator.orchestration.workflows()).toEqual([]);
    expect(emulator.requests.map(({ origin }) => origin)).toEqual(['orchestration', 'orchestration']);
  });

  it('cut streams in the middle, or drip them', async () => {
    const emulator = await startForTest(QUICK);
    const chat = (): Promise<Response> =>
      fetch(`${emulator.orchestrationUrl}/v1/chat/completions`, {
        method: 'POST',
        headers: { authorization: `Bearer ${emulator.apiToken}`, 'content-type': 'application/json' },
        body: JSON.stringify({ model: 'm', stream: true, messages: [{ role: 'user', content: 'hi' }] }),
      });
    const whole = await (await chat()).text();
    expect(whole).toMatch(/\[DONE\]\s*$/);
    const cut = { kind: 'resetMidBody', afterBytes: 20 } as const;
    emulator.addFault({ times: 1, fault: cut });
    const reader = (await chat()).body?.getReader();
    const first = await reader?.read();
    expect(Buffer.from(first?.value ?? []).toString()).toBe(whole.slice(0, 20));
    await expect(reader?.read()).rejects.toThrow('terminated');
    for (const kind of ['truncatedBody', 'stalledBody', 'slowBody'] as const) {
      emulator.addFault({ times: 1, fault: { kind } });
      const response = await chat();
      expect(response.headers.get('content-type')).toBe('text/event-stream');
      await response.body?.cancel();
    }
  });

  it('spoil the contents of blobs as well', async () => {
    const emulator = await startForTest(QUICK);
    const { steps } = await run(emulator, {
      steps: [{ $type: 'textToImage', input: { prompt: 'a', cfgScale: 7, seed: 1 } }],
    });
    const url = steps[0]?.output?.images[0]?.url ?? '';
    emulator.addFault({ match: { path: new URL(url).pathname }, times: 1, fault: { kind: 'truncatedBody' } });
    await expect(fetch(url).then((response) => response.arrayBuffer())).rejects.toThrow('terminated');
    expect((await fetch(url)).status).toBe(200);
    expect(emulator.requests.at(-1)?.origin).toBe('blobs');
    emulator.expireSignedUrls();
    expect((await fetch(url)).status).toBeGreaterThanOrEqual(400);
  });
});

describe('the rate limit', () => {
  it('is told with every answer, and when it is over, with how long to wait', async () => {
    const emulator = await startForTest({ orchestration: { ...AT_ONCE, requestsPerWindow: 2, windowSeconds: 60 } });
    const ask = (): ReturnType<typeof call<Problem>> => call<Problem>(emulator, WORKFLOWS);
    const first = await ask();
    expect(first.headers.get('ratelimit-policy')).toBe('"buzz";q=2;w=60');
    expect(first.headers.get('ratelimit')).toMatch(/^"buzz";r=1;t=(?:60|59)$/);
    await ask();
    const refused = await ask();
    expect([refused.status, refused.json.status]).toEqual([429, 429]);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(50);
    expect(refused.headers.get('ratelimit')).toMatch(/^"buzz";r=0;/);
  });

  it('is not there unless it is asked for', async () => {
    const emulator = await startForTest();
    const { headers } = await call(emulator, WORKFLOWS);
    expect(headers.get('ratelimit')).toBeNull();
    expect(headers.get('server-timing')).toMatch(/^total;dur=/);
  });
});
