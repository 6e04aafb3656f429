import { Secret } from '@civitkit/core/client';
import { describe, expect, it } from 'vitest';
import { json, type Responder, reset, stallHeaders } from '../../../../test/support/loopback-server.js';
import { asked, canary, errorOf, sent, useModelsLab } from './job-support.js';
import { answerOf, bodyOf } from './plain-answers.js';
import { sampleRequests } from './sample-requests.js';

const served = useModelsLab();
const trainingId = 'F5jvdzGnYi';
const started = answerOf('training/lora-fine-tune');
const sample = sampleRequests.find((request) => request.sample === 'training/lora-fine-tune');
const parameters = {
  ...(sample?.body as { instance_prompt: string; class_prompt: string; images: string[]; training_type: string }),
  max_train_steps: 18,
  seed: 0,
};

function state(messege: string, data = ''): Responder {
  return json({ status: 'success', messege, data });
}

describe('a training', () => {
  it('is started with its numbers as texts, and followed until its model is ready', async () => {
    const states = [
      'training_started',
      'training_success',
      'trained_model_uploading',
      'deploying_model',
      'model_ready',
    ];
    const client = await served.serve([started, ...states.map((one) => state(one, 'soon'))]);
    const training = client.training.start(parameters);
    const seen: string[] = [];
    for await (const progress of training) seen.push(progress.state);
    expect(seen).toEqual(['deploying_gpu', ...states]);
    await expect(training).resolves.toEqual({
      trainingId,
      state: 'model_ready',
      description: 'soon',
      raw: { status: 'success', messege: 'model_ready', data: 'soon' },
    });
    expect(sent(served.server, 0)).toEqual({ key: canary, ...sample?.body });
    expect(asked(served.server)).toEqual([
      'POST /api/v3/lora_fine_tune',
      ...states.map(() => `POST /api/v3/fine_tune_status/${trainingId}`),
    ]);
  });

  it('tells its id before it is waited for', async () => {
    const client = await served.serve(started);
    const training = client.training.start(parameters);
    expect(await training.submitted()).toEqual({
      trainingId,
      state: 'deploying_gpu',
      description: 'it will take up to 30 minutes.',
      raw: bodyOf('training/lora-fine-tune'),
    });
    expect(training.trainingId).toBe(trainingId);
    expect(served.server.exchanges).toHaveLength(1);
  });

  it.each([
    ['training_failed', 'job_failed'],
    ['training_cancelled', 'job_canceled'],
  ])('rejects when its state is %s', async (messege, code) => {
    const client = await served.serve([started, state(messege, `out of memory, key ${canary}`)]);
    const error = await errorOf(client.training.start(parameters));
    expect(error).toMatchObject({ name: 'ModelsLabJobError', code, jobId: trainingId });
    expect(error.message).toContain('out of memory, key [redacted]');
  });

  it('is not started again when it may have been', async () => {
    const client = await served.serve(reset);
    const error = await errorOf(client.training.start(parameters));
    expect(error).toMatchObject({ details: { maybeAccepted: true } });
    expect(served.server.exchanges).toHaveLength(1);
  });

  it('can be cancelled, and goes on in another process', async () => {
    const client = await served.serve([answerOf('training/cancel-training'), state('training_cancelled')]);
    const training = client.training.resume(trainingId);
    await training.cancel();
    await expect(training).rejects.toMatchObject({ code: 'job_canceled' });
    expect(asked(served.server)).toEqual([
      `POST /api/v3/cancel_training/${trainingId}`,
      `POST /api/v3/fine_tune_status/${trainingId}`,
    ]);
  });

  it('is waited for as long as it takes, and a time of one’s own leaves it resumable', async () => {
    const client = await served.serve([started, stallHeaders]);
    const training = client.training.start(parameters, { timeoutMs: 3_600_000 });
    await training.submitted();
    const outcome = training.asResult();
    served.clock.advance(3_600_000);
    const error = await outcome;
    expect(error).toMatchObject({ ok: false, error: { name: 'TimeoutError', details: { trainingId } } });
    expect(error.ok ? '' : error.error.message).toContain(`training.resume('${trainingId}')`);
  });

  it('an unknown one is not found', async () => {
    const client = await served.serve(json({ status: 'error', messege: 'training not found' }, 404));
    await expect(client.training.resume('nothing')).rejects.toMatchObject({ name: 'NotFoundError' });
  });
});

describe('a second secret', () => {
  const wandb = 'w4ndb-c4na7y-0123456789';

  it.each([
    ['as a text', wandb],
    ['as a Secret', new Secret(wandb)],
  ])('the key of Weights & Biases %s goes into the body and nowhere else', async (_name, key) => {
    const client = await served.serve(json({ status: 'error', messege: `wandb key ${wandb} is invalid` }, 400));
    const error = await errorOf(client.training.start({ ...parameters, wandb_key: key }));
    expect(sent(served.server, 0)['wandb_key']).toBe(wandb);
    expect(error.message).toContain('wandb key [redacted] is invalid');
    expect(String(error['body'])).not.toContain(wandb);
  });

  it('is told by its kind alone when it is none', async () => {
    const client = await served.serve(started);
    expect(() => client.training.start({ ...parameters, wandb_key: 7 as never })).toThrow(
      'wandb_key must be a text or a Secret, got number',
    );
  });
});

it.each([
  ['ids', ['a', 'b'], ['a', 'b']],
  ['objects', [{ model_id: 'a' }, { training_id: 'b' }], ['a', 'b']],
  ['nothing', '', []],
  ['one', 'a', ['a']],
])('the list of trained models as %s', async (_name, data, ids) => {
  const client = await served.serve(json({ status: 'success', messege: 'model list', data }));
  expect(await client.training.list()).toEqual(ids);
  expect(await client.models.fineTuned()).toEqual(ids);
});
