import { isDeepStrictEqual } from 'node:util';
import { isCivitaiError } from '@civitkit/core/client';
import { parseWebhookEvent } from '@civitkit/sdk/webhooks';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** The event, or what was thrown instead. */
function parsed(body: unknown): unknown {
  try {
    return parseWebhookEvent(body);
  } catch (error) {
    return error;
  }
}

const workflow = {
  $type: 'workflow',
  workflowId: '7-1',
  status: 'succeeded',
  timestamp: '2026-09-01T10:00:00.1234567Z',
};
const step = { $type: 'step', workflowId: '7-1', name: '$0', status: 'preparing' };
const job = { workflowId: '7-1', stepName: '$0', jobId: 'j1', status: 'failed', reason: 'blocked' };

describe('an event', () => {
  it.each<[string, object, string]>([
    ['of a workflow', workflow, 'workflow'],
    ['of a step', step, 'step'],
    ['of a job, whose $type nobody knows', { ...job, $type: 'workflowStepJob' }, 'job'],
    ['of a job that says it is a step', { ...job, $type: 'step' }, 'job'],
    ['of a job without $type', job, 'job'],
    ['of a step without $type', { ...step, $type: undefined }, 'step'],
    ['of a step of another $type', { ...step, $type: 'workflowStep' }, 'step'],
    ['of a workflow without $type', { ...workflow, $type: null }, 'workflow'],
    ['in capitals', { ...workflow, $type: 'Workflow' }, 'workflow'],
    ['of a kind to come', { $type: 'blob', workflowId: '7-1', blobId: 'b.jpeg' }, 'unlisted'],
    ['of a kind to come that has a status', { $type: 'blob', workflowId: '7-1', status: 'ready' }, 'unlisted'],
    ['of a kind to come without anything', { $type: 'ping' }, 'unlisted'],
  ])('%s is told by its kind', (_name, body, kind) => {
    const expected = { ...body, kind };
    expect(parseWebhookEvent(JSON.stringify(body))).toEqual(JSON.parse(JSON.stringify(expected)));
    expect(parseWebhookEvent(Buffer.from(JSON.stringify(body))).kind).toBe(kind);
    expect(parseWebhookEvent(body)).toEqual(expected);
  });

  it('keeps statuses, members and details that came later than this release', () => {
    const body = { ...workflow, status: 'paused', lane: 'high', details: { createdAt: 'x', steps: [], extra: [1] } };
    expect(parseWebhookEvent(body)).toEqual({ ...body, kind: 'workflow' });
  });

  it('has a list of steps in its details, also where the server leaves it out', () => {
    const event = parseWebhookEvent({ ...workflow, details: { createdAt: 'x', steps: null } });
    expect(event).toMatchObject({ details: { createdAt: 'x', steps: [] } });
    expect(parseWebhookEvent({ ...workflow, details: null })).toMatchObject({ details: null });
  });

  it('is read with a byte order mark', () => {
    const text = `\uFEFF${JSON.stringify(workflow)}`;
    expect(parseWebhookEvent(text).kind).toBe('workflow');
    expect(parseWebhookEvent(new TextEncoder().encode(text)).kind).toBe('workflow');
  });

  it('does not change what was parsed before, nor any prototype', () => {
    const body = JSON.parse('{"$type":"ping","__proto__":{"polluted":true}}') as object;
    const before = structuredClone(body);
    const event = parseWebhookEvent(body);
    expect(body).toEqual(before);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(Object.getPrototypeOf(event)).toBe(Object.prototype);
  });
});

describe('what is no event', () => {
  it.each<[string, unknown, readonly string[]]>([
    ['nothing', '', ['']],
    ['blanks', ' \n', ['']],
    ['broken JSON', '{"workflowId":', ['']],
    ['bytes that are no text', Uint8Array.of(0x22, 0xff, 0x22), ['']],
    ['a list', '[]', ['']],
    ['null', 'null', ['']],
    ['a number', 5, ['']],
    ['undefined', undefined, ['']],
    ['an empty object', '{}', ['workflowId', 'status', 'timestamp']],
    ['a workflow without time', { ...workflow, timestamp: undefined }, ['timestamp']],
    ['a status that is no text', { ...workflow, status: 4 }, ['status']],
    ['an empty id', { ...workflow, workflowId: '' }, ['workflowId']],
    ['a step without name', { ...step, name: null }, ['name']],
    ['a job without step', { ...job, $type: 'job', stepName: undefined }, ['stepName']],
    ['a job without id', { ...job, $type: 'job', jobId: undefined }, ['jobId']],
    ['details that are none', { ...step, details: [] }, ['details']],
    ['steps that are no list', { ...workflow, details: { steps: {} } }, ['details.steps']],
    [
      'a step in the details without status',
      { ...workflow, details: { steps: [{ name: 'a' }] } },
      ['details.steps.0.status'],
    ],
    ['a step in the details that is text', { ...workflow, details: { steps: ['a'] } }, ['details.steps.0']],
  ])('%s is refused, and why', (_name, body, paths) => {
    const thrown = parsed(body);
    expect(thrown).toMatchObject({ name: 'ValidationError', code: 'invalid_event', retryable: false });
    expect((thrown as { issues: { path: string }[] }).issues.map(({ path }) => path)).toEqual(paths);
  });

  it('is not repeated in the error', () => {
    const prompt = 'a prompt that nobody else should read';
    for (const body of [`{"prompt":"${prompt}"`, { $type: 'workflow', status: prompt, details: prompt }]) {
      expect(() => parseWebhookEvent(body)).toThrow(expect.not.stringContaining(prompt) as Error);
    }
  });
});

describe('whatever is posted', () => {
  const texts = fc.option(fc.oneof(fc.string(), fc.constantFrom('workflow', 'step', 'job', 'succeeded')), {
    nil: undefined,
  });
  const like = fc.record(
    {
      $type: fc.oneof(texts, fc.jsonValue()),
      workflowId: fc.oneof(texts, fc.jsonValue()),
      status: fc.oneof(texts, fc.jsonValue()),
      timestamp: texts,
      name: texts,
      stepName: texts,
      jobId: texts,
      kind: fc.jsonValue(),
      details: fc.jsonValue(),
    },
    { requiredKeys: [] },
  );

  /** Whether an outcome is what was sent, and `kind`; or the refusal of it. */
  function isSound(outcome: unknown, json: string): boolean {
    if (isCivitaiError(outcome)) return outcome.code === 'invalid_event';
    const { kind, details: _, ...members } = outcome as Record<string, unknown>;
    const { kind: _sent, details: _details, ...sent } = JSON.parse(json) as Record<string, unknown>;
    return ['workflow', 'step', 'job', 'unlisted'].includes(String(kind)) && isDeepStrictEqual(members, sent);
  }

  it('is an event with all that came, or a ValidationError', () => {
    const property = fc.property(fc.oneof(like, fc.jsonValue()), (body) => {
      const json = JSON.stringify(body);
      expect(isSound(parsed(json), json)).toBe(true);
    });
    expect(() => fc.assert(property, { numRuns: 500 })).not.toThrow();
  });

  it('is the same event when an event is sent on and parsed again', () => {
    const property = fc.property(like, (body) => {
      const event = parsed(body);
      fc.pre(!isCivitaiError(event));
      expect(parsed(JSON.stringify(event))).toEqual(JSON.parse(JSON.stringify(event)));
    });
    expect(() => fc.assert(property)).not.toThrow();
  });

  it('may be any bytes', () => {
    const property = fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      expect(() => parseWebhookEvent(bytes)).toThrow(expect.objectContaining({ code: 'invalid_event' }) as Error);
    });
    expect(() => fc.assert(property)).not.toThrow();
  });
});
