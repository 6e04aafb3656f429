import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { json, text } from '../../../../test/support/loopback-server.js';
import { readErrorBody } from '../../src/errors/error-body.js';
import { canary, getThing, postThing, raw, testPipeline } from '../support.js';
import { useLoopback } from '../use-loopback.js';

const loopback = useLoopback();
const problem = { type: 'https://errors.test/invalid', title: 'Bad Request', status: 400 };

describe('readErrorBody understands a problem document', () => {
  it.each<[string, unknown, object]>([
    ['with title and detail', { ...problem, detail: 'Too wide' }, { message: 'Bad Request: Too wide', issues: [] }],
    ['whose title is a sentence', { title: 'Not found.', detail: 'wf_1' }, { message: 'Not found: wf_1' }],
    ['with a title alone', problem, { message: 'Bad Request' }],
    ['with a detail alone', { status: 404, detail: 'No such workflow' }, { message: 'No such workflow' }],
    ['that says the same twice', { title: 'Gone', detail: 'Gone' }, { message: 'Gone' }],
    [
      'with a map of errors, the paths as they are',
      { ...problem, errors: { 'steps[0].input.width': ['Too big', 'Odd'], '$.steps[1]': ['Unknown'] } },
      {
        message: 'steps[0].input.width: Too big; steps[0].input.width: Odd; $.steps[1]: Unknown',
        issues: [
          { path: 'steps[0].input.width', message: 'Too big' },
          { path: 'steps[0].input.width', message: 'Odd' },
          { path: '$.steps[1]', message: 'Unknown' },
        ],
      },
    ],
    [
      'with messages for the whole request',
      { ...problem, errors: { messages: ['Too many steps', 'No step'] } },
      { message: 'Too many steps; No step', issues: [{ path: '', message: 'Too many steps' }, { path: '' }] },
    ],
    [
      'with a list of errors',
      {
        ...problem,
        errors: ['Bad', { path: ['a', 0], message: 'Worse', code: 'x' }, { pointer: '#/b', detail: 'Worst' }],
      },
      {
        issues: [
          { path: '', message: 'Bad' },
          { path: 'a.0', message: 'Worse', code: 'x' },
          { path: '#/b', message: 'Worst' },
        ],
      },
    ],
    ['with errors of a strange kind', { ...problem, errors: [null, 1, {}, { message: 2 }] }, { issues: [] }],
    ['with errors that are none', { ...problem, errors: 'many' }, { message: 'Bad Request', issues: [] }],
    [
      'with more to say',
      { ...problem, instance: '/w/1', traceId: '00-4bf', requiredBuzz: 120, availableBuzz: 0 },
      {
        problem: {
          problemType: 'https://errors.test/invalid',
          instance: '/w/1',
          traceId: '00-4bf',
          requiredBuzz: 120,
          availableBuzz: 0,
        },
      },
    ],
    ['of no kind', { type: 'about:blank', title: 'Conflict' }, { message: 'Conflict', problem: {} }],
  ])('%s', (_name, body, expected) => {
    expect(readErrorBody(JSON.stringify(body))).toMatchObject(expected);
  });

  it('takes a bare JSON string for the message it is', () => {
    expect(readErrorBody('"You are not allowed"')).toEqual({ message: 'You are not allowed', issues: [] });
    expect(readErrorBody('""')).toEqual({ issues: [] });
  });

  it('does not take what the site says for one', () => {
    expect(readErrorBody('{"error":"No model","type":"x"}')).toEqual({ message: 'No model', issues: [] });
    expect(readErrorBody('{"error":"No model","detail":"really"}')).toMatchObject({ message: 'No model' });
  });

  it('never fails, whatever a server sends', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), fc.string(), (errors, value, detail) => {
        const body = JSON.stringify({ title: value, detail, errors, traceId: value, requiredBuzz: errors });
        const { issues, message } = readErrorBody(body);
        for (const issue of issues)
          expect(issue).toMatchObject({ path: expect.any(String), message: expect.any(String) });
        expect(message === undefined || message.length <= 301).toBe(true);
      }),
    );
  });

  it('keeps every path and message of a map', () => {
    const path = fc.string({ minLength: 1 }).filter((key) => key !== 'messages' && key !== '__proto__');
    const messages = fc.array(fc.string({ minLength: 1 }), { maxLength: 3 });
    fc.assert(
      fc.property(fc.dictionary(path, messages), (errors) => {
        const expected = Object.entries(errors).flatMap(([key, texts]) =>
          texts.map((message) => ({ path: key, message })),
        );
        expect(readErrorBody(JSON.stringify({ title: 'x', errors })).issues).toEqual(expected);
      }),
    );
  });
});

describe('an answer that is a problem', () => {
  it('is a ValidationError with issues, and details for the server', async () => {
    const body = { ...problem, errors: { 'steps[0].input.width': ['Too big'] }, traceId: '00-4bf', requiredBuzz: 12 };
    const { pipeline, close } = testPipeline(
      await loopback.serve(text(JSON.stringify(body), 'application/problem+json', 400)),
    );
    await expect(pipeline.send(postThing, raw)).rejects.toMatchObject({
      name: 'ValidationError',
      code: 'invalid_request',
      issues: [{ path: 'steps[0].input.width', message: 'Too big' }],
      details: { problemType: problem.type, traceId: '00-4bf', requiredBuzz: 12 },
      message: expect.stringContaining('answered 400: steps[0].input.width: Too big.') as string,
    });
    close();
  });

  it("with status 500 is the server's fault, whatever it lists, and may be repeated", async () => {
    const body = { title: 'Oops', status: 500, errors: { messages: ['no worker'] } };
    const { pipeline, close } = testPipeline(await loopback.serve(json(body, 500)));
    await expect(pipeline.send(postThing, raw)).rejects.toMatchObject({
      name: 'CivitaiError',
      code: 'server_error',
      retryable: true,
    });
    close();
  });

  it('is refused for good when the media type is not supported', async () => {
    const { pipeline, close } = testPipeline(await loopback.serve(json(problem, 415)));
    await expect(pipeline.send(postThing, raw)).rejects.toMatchObject({ name: 'ValidationError', retryable: false });
    close();
  });

  it('shows nothing of a key that it echoes, wherever it stands', async () => {
    const body = {
      type: `https://errors.test/${canary}`,
      title: canary,
      detail: canary,
      instance: `/w?token=${canary}`,
      traceId: canary,
      errors: { [canary]: [canary], messages: [canary] },
    };
    const { pipeline, close } = testPipeline(await loopback.serve([json(body, 400), json(canary, 403)]));
    const { inspect } = await import('node:util');
    for (const _ of [1, 2]) {
      const outcome = await pipeline.send(getThing, raw).asResult();
      expect(outcome.ok).toBe(false);
      expect(`${inspect(outcome, { depth: 20, showHidden: true })}${JSON.stringify(outcome)}`).not.toContain(canary);
    }
    close();
  });
});
