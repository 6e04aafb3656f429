import { CivitaiPromise, NotFoundError } from '@civitkit/core/client';
import type { Workflow } from '@civitkit/sdk/client';
import {
  confirmEvent,
  createJobReasons,
  jobEvent,
  parseWebhookEvent,
  stepEvent,
  workflowEvent,
} from '@civitkit/sdk/webhooks';
import { describe, expect, it } from 'vitest';
import { posted, receive } from './support.js';

describe('the reasons of jobs', () => {
  it('are collected by the handler before the application hears of the event', async () => {
    const jobReasons = createJobReasons();
    const seen: unknown[] = [];
    const webhooks = receive({
      jobReasons,
      onEvent: (event) => {
        if (event.kind === 'workflow') seen.push(jobReasons.reasonsFor(event.workflowId));
      },
    });
    const failed = jobEvent({ status: 'failed', reason: 'no_provider_available' });
    for (const event of [jobEvent({ jobId: 'fine' }), failed, workflowEvent({ status: 'failed' })]) {
      await webhooks.handle(posted(event));
    }
    await webhooks.idle();
    const { jobId, stepName } = failed;
    expect(seen).toEqual([
      [{ stepName, jobId, status: 'failed', reason: 'no_provider_available', blockedReason: null }],
    ]);
  });

  it('are the last word of each job, of as many as are wanted', () => {
    const reasons = createJobReasons({ maxWorkflows: 2, maxJobs: 2 });
    for (const jobId of ['a', 'b', 'a', 'c'])
      reasons.add(jobEvent({ jobId, status: 'failed', reason: `${jobId} failed` }));
    const { workflowId } = jobEvent();
    expect(reasons.reasonsFor(workflowId).map(({ jobId }) => jobId)).toEqual(['a', 'c']);
    reasons.add(jobEvent({ workflowId: 'second', blockedReason: 'MatureContent' }));
    reasons.add(jobEvent({ jobId: 'c', reason: 'again' }));
    reasons.add(jobEvent({ workflowId: 'third', reason: 'x' }));
    expect(reasons.reasonsFor('second')).toEqual([]);
    expect(reasons.reasonsFor(workflowId).at(-1)?.reason).toBe('again');
    reasons.forget(workflowId);
    expect(reasons.reasonsFor(workflowId)).toEqual([]);
    expect(() => createJobReasons({ maxJobs: 0 })).toThrow(RangeError);
  });
});

describe('confirming an event', () => {
  const workflow = {
    id: '1',
    status: 'processing',
    steps: [{ name: 'hero', status: 'succeeded', jobs: [{ id: 'j1', status: 'failed' }] }],
  } as unknown as Workflow;
  const response = { status: 200, headers: {}, requestId: 'r', attempts: 1 };
  const asked: string[] = [];
  const client = {
    workflows: {
      get: (id: string) => {
        asked.push(id);
        return new CivitaiPromise(
          id === 'gone'
            ? Promise.reject(new NotFoundError('none', { code: 'not_found', status: 404 }))
            : Promise.resolve({ data: workflow, response }),
        );
      },
    },
  };

  it.each([
    ['the same', workflowEvent({ status: 'processing' }), 'confirmed'],
    ['what was before', workflowEvent({ status: 'preparing' }), 'passed'],
    ['an end that has not come', workflowEvent({ status: 'succeeded' }), 'contradicted'],
    ['a step', stepEvent({ name: 'hero' }), 'confirmed'],
    ['another end of a step', stepEvent({ name: 'hero', status: 'failed' }), 'contradicted'],
    ['a step that is not there', stepEvent({ name: 'villain', status: 'processing' }), 'contradicted'],
    ['a job', jobEvent({ stepName: 'hero', jobId: 'j1', status: 'failed' }), 'confirmed'],
    ['a job before', jobEvent({ stepName: 'hero', jobId: 'j1', status: 'processing' }), 'passed'],
    ['a job that is not there', jobEvent({ stepName: 'hero', jobId: 'j9' }), 'contradicted'],
    ['a kind to come', parseWebhookEvent({ $type: 'blob', workflowId: '1' }), 'confirmed'],
  ] as const)('tells of %s', async (_name, event, verdict) => {
    await expect(confirmEvent(event, client)).resolves.toEqual({ verdict, workflow });
    expect(asked.at(-1)).toBe(event.workflowId);
  });

  it('says when there is no such workflow, and refuses an event without one', async () => {
    await expect(confirmEvent(workflowEvent({ workflowId: 'gone' }), client)).resolves.toMatchObject({
      verdict: 'not_found',
      workflow: null,
      error: { name: 'NotFoundError' },
    });
    const nobody = parseWebhookEvent({ $type: 'ping' });
    await expect(confirmEvent(nobody, client)).rejects.toMatchObject({ code: 'invalid_event' });
  });

  it('passes on what else goes wrong', async () => {
    const failure = new Error('no connection');
    const broken = { workflows: { get: () => new CivitaiPromise<Workflow>(Promise.reject(failure)) } };
    await expect(confirmEvent(workflowEvent(), broken)).rejects.toBe(failure);
  });
});
