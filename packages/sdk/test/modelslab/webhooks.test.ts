import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  confirmModelsLabEvent,
  createModelsLabDeduplicator,
  createModelsLabWebhookHandler,
  isTracked,
  type ModelsLabEvent,
  parseModelsLabEvent,
} from '@civitkit/sdk/modelslab/client';
import { generateWebhookSecret, nodeWebhook } from '@civitkit/sdk/webhooks';
import { describe, expect, it } from 'vitest';
import { json } from '../../../../test/support/loopback-server.js';
import { asked, errorOf, processing, success, useModelsLab } from './job-support.js';
import { answerOf, bodyOf } from './plain-answers.js';

const served = useModelsLab();
const secret = generateWebhookSecret();

function eventOf(sample: string, more: object = {}): ModelsLabEvent {
  return parseModelsLabEvent({ ...(bodyOf(`webhooks/${sample}`) as object), ...more });
}

describe('an event is read', () => {
  it.each([
    [
      'generation-success',
      {
        kind: 'job',
        status: 'success',
        jobId: '155918900',
        trackId: 'clip-12',
        generationTimeSeconds: 45.2,
        outputs: [{ kind: 'url', url: 'https://assets.modelslab.ai/generations/94b1eb4-video-0.mp4' }],
        meta: { model_id: 'cogvideox' },
      },
    ],
    [
      'generation-failed',
      { kind: 'job', status: 'failed', jobId: '155918900', message: 'Processing failed: Invalid input dimensions' },
    ],
    ['training', { kind: 'training', trainingId: 'F5jvdzGnYi', state: 'deploying_gpu', status: 'success' }],
    [
      'workflow-completed-flat',
      {
        kind: 'workflow',
        event: 'workflow.completed',
        workflowId: '0b6f7a3e-9f55-4b1a-9f0e-4a1d7e1c2d33',
        executionId: '12345',
        status: 'completed',
        output: { output: ['https://assets.modelslab.ai/generations/poster.png'] },
        completedAt: '2026-02-15T10:30:15Z',
      },
    ],
    [
      'workflow-completed-nested',
      {
        kind: 'workflow',
        workflowId: 'wf_abc123',
        workflowName: 'Poster maker',
        executionId: 'exec_xyz789',
        status: 'completed',
        output: { images: ['https://assets.modelslab.ai/generations/poster.png'] },
        executionTimeSeconds: 45.2,
      },
    ],
  ])('%s, whether it comes as text, bytes or an object', (sample, expected) => {
    const body = bodyOf(`webhooks/${sample}`);
    const text = JSON.stringify(body);
    for (const form of [body, text, Buffer.from(text)]) {
      expect(parseModelsLabEvent(form)).toMatchObject(expected);
      expect(parseModelsLabEvent(form).raw).toEqual(body);
    }
  });

  it.each([
    [
      { status: 'failed', id: '', output: '', track_id: 12 },
      { kind: 'job', jobId: '', trackId: '12' },
    ],
    [
      { status: 'SUCCESS', id: 7, output: 'a text' },
      { kind: 'job', jobId: '7', outputs: [{ kind: 'text' }] },
    ],
    [
      { event: 'workflow.failed', execution_id: 1, workflow_id: 'w', error: 'why' },
      { status: 'failed', error: 'why' },
    ],
    [
      { status: 'new_word', id: 7, unknown: [1] },
      { kind: 'job', status: 'new_word', raw: { unknown: [1] } },
    ],
  ])('%j too', (body, expected) => {
    expect(parseModelsLabEvent(body)).toMatchObject(expected);
  });

  it.each([
    ['', 'the body is empty'],
    ['{"status":', 'the body is not JSON'],
    ['[]', 'must be an object'],
    ['{}', 'status is missing, id is missing'],
    ['{"id":7}', 'status is missing'],
    ['{"status":"success","id":".."}', 'this is no event'],
    ['{"training_status":"x"}', 'model_id is missing'],
    ['{"execution":{},"workflow":{"id":"w"}}', 'execution_id is missing, status is missing'],
  ])('%s is none', async (body, message) => {
    const error = await errorOf(Promise.resolve().then(() => parseModelsLabEvent(body)));
    expect(error).toMatchObject({ name: 'ValidationError', code: 'invalid_event' });
    expect(error.message).toContain(message);
  });

  it.each([
    ['clip-12', 'clip-12', true],
    [12, '12', true],
    ['12', 12, true],
    ['12', 13, false],
    [undefined, 'undefined', false],
  ])('track_id %j is found by %j: %j', (told, given, expected) => {
    expect(isTracked(eventOf('generation-success', { track_id: told }), given)).toBe(expected);
  });
});

describe('a handler', () => {
  async function receive(bodies: readonly unknown[], url: string): Promise<{ statuses: number[]; seen: string[] }> {
    const seen: string[] = [];
    const webhooks = createModelsLabWebhookHandler({
      secret,
      onEvent: (event) => void seen.push(`${event.kind} ${event.status}`),
      onSkipped: (_, verdict) => void seen.push(verdict),
      deduplicator: createModelsLabDeduplicator({ rememberMs: 1000 }),
    });
    const handle = nodeWebhook(webhooks);
    const server = createServer((request, response) => void handle(request, response)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const statuses: number[] = [];
    for (const body of bodies) {
      const answer = await fetch(`${origin}${url}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      statuses.push(answer.status);
    }
    await webhooks.idle();
    server.closeAllConnections();
    server.close();
    return { statuses, seen };
  }
  const url = `/hooks/${secret.reveal()}`;
  const body = (sample: string): object => bodyOf(`webhooks/${sample}`) as object;

  it('hands each event over once, and nothing after the end', async () => {
    const bodies = [
      { ...body('generation-success'), status: 'processing' },
      body('generation-success'),
      body('generation-success'),
      body('generation-failed'),
      body('workflow-completed-flat'),
      body('workflow-completed-flat'),
    ];
    const { seen, statuses } = await receive(bodies, url);
    expect(seen).toEqual(['job processing', 'job success', 'duplicate', 'outdated', 'workflow completed', 'duplicate']);
    expect(statuses).toEqual(bodies.map(() => 204));
  });

  it('tells the states of a training apart', async () => {
    const states = ['deploying_gpu', 'training_started', 'training_started', 'model_ready'];
    const { seen } = await receive(
      states.map((state) => ({ ...body('training'), training_status: state })),
      url,
    );
    expect(seen).toEqual(['training success', 'training success', 'duplicate', 'training success']);
  });

  it('refuses strangers, and what is no event', async () => {
    expect((await receive([body('training')], '/hooks/guessed')).statuses).toEqual([403]);
    expect((await receive([{ hello: 'world' }], url)).statuses).toEqual([400]);
  });

  it('says whose option is wrong', () => {
    expect(() => createModelsLabWebhookHandler({ secret, onEvent: 1 as never })).toThrow(
      /^createModelsLabWebhookHandler/,
    );
    expect(() => createModelsLabDeduplicator({ rememberMs: 0 })).toThrow(/^createModelsLabDeduplicator/);
  });
});

describe('a job is confirmed by asking for it', () => {
  const options = { family: 'video' };
  const event = eventOf('generation-success');

  it('and its outputs come from the answer, not from the event', async () => {
    const client = await served.serve(success({ id: 155918900, output: ['https://a.test/real.mp4'] }));
    const confirmation = await confirmModelsLabEvent(event, client, { family: () => 'video' });
    expect(confirmation).toMatchObject({
      kind: 'job',
      verdict: 'confirmed',
      outcome: { ok: true, value: { outputs: [{ url: 'https://a.test/real.mp4' }] } },
    });
    expect(asked(served.server)).toEqual(['POST /api/v6/video/fetch/155918900']);
  });

  it.each([
    ['success', processing({ id: 155918900, fetch_result: undefined }), 'contradicted', undefined],
    ['success', json({ status: 'failed', id: 155918900, message: 'no face' }), 'contradicted', { ok: false }],
    ['failed', json({ status: 'failed', id: 155918900, message: 'no face' }), 'confirmed', { ok: false }],
    ['processing', success({ id: 155918900 }), 'passed', { ok: true }],
  ])('told %s: %#', async (status, answer, verdict, outcome) => {
    const client = await served.serve(answer);
    const confirmation = await confirmModelsLabEvent(eventOf('generation-success', { status }), client, options);
    expect(confirmation).toMatchObject({ verdict, outcome });
    expect(served.server.exchanges).toHaveLength(1);
    expect(served.clock.pending).toBe(0);
  });

  it('of which nobody knows', async () => {
    const client = await served.serve(json({ status: 'error', message: 'Request not found' }, 404));
    expect(await confirmModelsLabEvent(event, client, options)).toMatchObject({
      verdict: 'not_found',
      error: { name: 'NotFoundError' },
    });
  });

  it('unless it cannot be found', async () => {
    const client = await served.serve(success());
    await expect(confirmModelsLabEvent(event, client)).rejects.toThrow('options.family is missing');
    const unnamed = parseModelsLabEvent({ status: 'failed', id: '', track_id: 'a' });
    await expect(confirmModelsLabEvent(unnamed, client, options)).rejects.toMatchObject({ code: 'invalid_event' });
    expect(served.server.exchanges).toHaveLength(0);
  });

  it('and other errors are what they are', async () => {
    const client = await served.serve(json({ status: 'error', message: 'Invalid API key' }, 401));
    await expect(confirmModelsLabEvent(event, client, options)).rejects.toMatchObject({ name: 'AuthenticationError' });
  });
});

describe('runs and trainings are confirmed likewise', () => {
  it.each([
    ['completed', 'workflows/run-status', 'confirmed', true],
    ['completed', 'workflows/run-status.success.failed-run', 'contradicted', false],
    ['failed', 'workflows/run-status.success.failed-run', 'confirmed', false],
    ['running', 'workflows/run-status', 'passed', true],
  ])('a run that is said to be %s, by %s', async (status, sample, verdict, ok) => {
    const client = await served.serve(answerOf(sample));
    const confirmation = await confirmModelsLabEvent(eventOf('workflow-completed-flat', { status }), client);
    expect(confirmation).toMatchObject({ kind: 'workflow', verdict, outcome: { ok } });
    expect(served.server.exchanges).toHaveLength(1);
  });

  it.each([
    ['training_started', 'confirmed'],
    ['deploying_gpu', 'passed'],
    ['model_ready', 'contradicted'],
    ['a word of the future', 'contradicted'],
  ])('a training that is said to be at %s', async (state, verdict) => {
    const client = await served.serve(answerOf('training/fine-tune-status'));
    const event = eventOf('training', { training_status: state });
    expect(await confirmModelsLabEvent(event, client)).toMatchObject({
      kind: 'training',
      verdict,
      training: { state: 'training_started' },
    });
  });
});
