import { describe, expect, it } from 'vitest';
import { json, text } from '../../../../test/support/loopback-server.js';
import { CivitaiError } from '../../src/errors/civitai-error.js';
import type { FailedResponse } from '../../src/errors/from-response.js';
import { Secret } from '../../src/secrets/secret.js';
import type { Parser } from '../../src/transport/pipeline.js';
import { redactJson } from '../../src/transport/redact.js';
import { canary, getThing, postThing, testPipeline } from '../support.js';
import { useLoopback } from '../use-loopback.js';
import { collect, rejectionOf } from './support.js';

const loopback = useLoopback();

describe('an API with failures of its own', () => {
  it('is judged by what came, and shown without secrets, however short they are', async () => {
    const { pipeline, close } = testPipeline(
      await loopback.serve(json({ status: 'error', code: 42, message: `key ${canary}, password error, code 42` })),
    );
    const seen: [FailedResponse, string][] = [];
    const request = {
      ...postThing,
      confidential: [new Secret('error'), new Secret('42')],
      readFailure: (answer: FailedResponse, asItCame: string) => {
        seen.push([answer, asItCame]);
        return new CivitaiError('failed', { code: 'server_error', body: answer.text });
      },
    };
    await rejectionOf(pipeline.send(request, (value) => value));
    const [[answer, asItCame] = []] = seen;
    expect(JSON.parse(asItCame ?? '')).toMatchObject({ status: 'error', code: 42 });
    expect(JSON.parse(answer?.text ?? '')).toEqual({
      status: '[redacted]',
      code: '[redacted]',
      message: 'key [redacted], password [redacted], code [redacted]',
    });
    close();
  });

  it('has no other: what it does not call a failure, and is of no known shape, is not one', async () => {
    const { pipeline, close } = testPipeline(await loopback.serve(json({ message: 'all is well' })));
    const parser: Parser<never> = (_, context) => {
      throw context.wrongShape('an id');
    };
    const request = { ...getThing, readFailure: () => undefined };
    expect(await rejectionOf(pipeline.send(request, parser))).toMatchObject({ code: 'unexpected_shape' });
    expect(await rejectionOf(pipeline.send(getThing, parser))).toMatchObject({ code: 'error_with_status_200' });
    close();
  });

  it('is read whole where it does not stream', async () => {
    const { pipeline, close } = testPipeline(
      await loopback.serve([
        json({ status: 'error' }),
        text('data: 1\n\n', 'text/event-stream; charset=utf-8'),
        json({ status: 'success' }),
      ]),
    );
    const request = {
      ...getThing,
      streamedType: 'text/event-stream',
      readFailure: (_: FailedResponse, asItCame: string) =>
        asItCame.includes('error') ? new CivitaiError('failed', { code: 'server_error' }) : undefined,
    };
    expect(await rejectionOf(pipeline.open(request))).toMatchObject({ message: 'failed' });
    expect((await collect((await pipeline.open(request)).body)).toString()).toBe('data: 1\n\n');
    expect((await collect((await pipeline.open(request)).body)).toString()).toBe('');
    expect(loopback.server.exchanges).toHaveLength(3);
    close();
  });
});

describe('what is shown of an answer', () => {
  it('is masked by whoever reads it, piece by piece or parsed', async () => {
    const { pipeline, close } = testPipeline(await loopback.serve(json({ key: canary })));
    const answer = await pipeline.open(getThing);
    expect(answer.redact((await collect(answer.body)).toString())).toBe('{"key":"[redacted]"}');
    await expect(pipeline.send(getThing, (_, context) => context.redact(`a ${canary}`))).resolves.toBe('a [redacted]');
    close();
  });
});

describe('redactJson', () => {
  it.each([
    [
      '{"a":"xsecretx","secret":[1234,true,null]}',
      ['secret', '23'],
      '{"a":"x[redacted]x","[redacted]":["1[redacted]4",true,null]}',
    ],
    ['{"a":1}', ['secret'], '{"a":1}'],
    ['no JSON, but a secret', ['secret'], 'no JSON, but a [redacted]'],
  ])('%s without %j', (given, secrets, expected) => {
    expect(redactJson(given, ...secrets.map((one) => new Secret(one)), null)).toBe(expected);
  });
});
