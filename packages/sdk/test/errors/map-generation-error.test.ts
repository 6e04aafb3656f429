import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { json, type Responder, text } from '../../../../test/support/loopback-server.js';
import { canary, useServedClient } from '../support/served-client.js';
import { problem, template } from '../workflows/samples.js';

const served = useServedClient();

const shortOfBuzz: readonly (readonly [string, Responder])[] = [
  ['402', problem(402)],
  ['402 without a body', text('', 'application/json', 402)],
  ['403 with a JSON string', json('Insufficient funds', 403)],
  ['403 with a JSON string about Buzz', json('You do not have enough Buzz', 403)],
  ['403 with a problem', problem(403, { detail: 'Your balance is too low.' })],
  ['400 with the sum', problem(400, { requiredBuzz: 30, availableBuzz: 12 })],
  ['400 with a text', problem(400, { detail: 'Insufficient yellow Buzz for this upgrade.' })],
];

const forbidden: readonly (readonly [string, Responder])[] = [
  ['403 without a body', text('', 'application/json', 403)],
  ['403 with another text', json('This model is private', 403)],
  ['403 for want of a right to spend', json('The token lacks the scope to spend Buzz', 403)],
];

describe('too little Buzz', () => {
  it.each(shortOfBuzz)('is known from %s', async (_name, answer) => {
    const { workflows } = await served.serve(answer);
    const outcome = await workflows.submit(template).asResult();
    expect(outcome).toMatchObject({
      ok: false,
      error: { name: 'PermissionError', code: 'insufficient_buzz', retryable: false, attempts: 1 },
    });
    expect(outcome.ok ? '' : outcome.error.message).toContain('too little Buzz');
    expect(served.server.exchanges).toHaveLength(1);
  });

  it('comes with the sums where the server gives them', async () => {
    const { workflows } = await served.serve(problem(400, { requiredBuzz: 30, availableBuzz: 12 }));
    const outcome = await workflows.submit({ ...template, externalId: 'mine' }).asResult();
    expect(outcome).toMatchObject({
      error: { status: 400, details: { requiredBuzz: 30, availableBuzz: 12, externalId: 'mine' } },
    });
    expect(outcome.ok ? '' : outcome.error.message).toContain('30 Buzz needed, 12 there');
  });

  it('is not taken from other refusals', async () => {
    for (const [, answer] of forbidden) {
      const { workflows } = await served.serve(answer);
      const outcome = await workflows.submit(template).asResult();
      expect(outcome).toMatchObject({ ok: false, error: { name: 'PermissionError', code: 'forbidden', status: 403 } });
      await served.server.close();
    }
  });

  it('is named as a possibility where a 403 says nothing', async () => {
    const { workflows } = await served.serve(text('', 'application/json', 403));
    await expect(workflows.submit(template)).rejects.toThrow('too little Buzz');
  });
});

describe('a refused input', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['steps[0].input.prompt', '/steps/0/input/prompt'],
    ['$.steps[12].input', '/steps/12/input'],
    [`$.metadata['a.b/c'].d`, '/metadata/a.b~1c/d'],
    ['externalId', '/externalId'],
    ['/steps/0', '/steps/0'],
    ['$', undefined],
    ['steps[0', undefined],
    ['a..b', undefined],
  ];
  it.each(cases)('keeps the path %s and adds the pointer %s', async (path, pointer) => {
    const { workflows } = await served.serve(problem(400, { errors: { [path]: ['It is wrong.'] } }));
    const outcome = await workflows.submit(template).asResult();
    const issue = { path, message: 'It is wrong.', ...(pointer === undefined ? {} : { pointer }) };
    expect(outcome).toMatchObject({ ok: false, error: { name: 'ValidationError', code: 'invalid_request' } });
    expect(outcome.ok ? undefined : (outcome.error as { issues?: unknown }).issues).toEqual([issue]);
  });
});

describe('other refusals', () => {
  it('a 429 tells how long to wait', async () => {
    const { workflows } = await served.serve(
      json({ title: 'Too many' }, 429, { 'retry-after': '600', 'content-type': 'application/problem+json' }),
    );
    const outcome = await workflows.submit(template).asResult();
    expect(outcome).toMatchObject({ error: { name: 'RateLimitError', retryAfterMs: 600_000, attempts: 1 } });
  });

  it('an empty 500 stays what it is', async () => {
    const { workflows } = await served.serve(text('', 'text/plain', 500));
    await expect(workflows.preview(template)).rejects.toMatchObject({ code: 'server_error', attempts: 3 });
  });

  it('none of them shows the token', async () => {
    const answers = [400, 401, 402, 403, 404, 409, 422, 429, 500, 503].flatMap((status) => [
      problem(status, { detail: `echo ${canary}`, errors: { [`a.${canary}`]: [canary] } }),
      json(`Bearer ${canary}`, status),
    ]);
    for (const answer of answers) {
      const { workflows } = await served.serve(answer);
      const calls = [workflows.submit(template), workflows.get('w'), workflows.delete('w'), workflows.cancel('w')];
      for (const outcome of await Promise.all(calls.map((call) => call.asResult()))) {
        expect(outcome.ok).toBe(false);
        expect(inspect(outcome, { depth: 9, showHidden: true })).not.toContain(canary);
        expect(JSON.stringify(outcome)).not.toContain(canary);
      }
      served.client.close();
      await served.server.close();
    }
  });
});
