import { inspect } from 'node:util';
import { isCivitaiError } from '@civitkit/core/client';
import { type Workflow, WorkflowError } from '@civitkit/sdk/client';
import type { JobReason } from '@civitkit/sdk/webhooks';
import { describe, expect, it } from 'vitest';
import { workflowFailure } from '../../src/runs/workflow-failure.js';
import { workflow } from '../workflows/samples.js';

function step(change: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return { $type: 'imageGen', name: 'hero', priority: 'normal', status: 'failed', metadata: {}, input: {}, ...change };
}

function failureOf(
  steps: readonly Record<string, unknown>[],
  change: Readonly<Record<string, unknown>> = {},
  reasons: readonly JobReason[] = [],
): WorkflowError {
  return workflowFailure(workflow({ status: 'failed', steps, ...change }) as unknown as Workflow, reasons);
}

const job = (reason?: string, blockedReason?: string): Record<string, unknown> => ({
  id: 'job-1',
  status: 'failed',
  cost: 1,
  reason,
  blockedReason,
});

describe('the reason of a failure', () => {
  it.each<[string, Record<string, unknown>, string]>([
    [
      'the errors of its output',
      step({ output: { images: [], errors: ['no gpu', 'no luck'] }, jobs: [job('x')] }),
      'no gpu; no luck',
    ],
    [
      'the message of an external provider',
      step({ output: { externalTOSViolation: true, message: 'not with us' }, jobs: [job('x')] }),
      'not with us',
    ],
    ['that of a failed job', step({ jobs: [job(), job('out of memory')], metadata: { error: 'x' } }), 'out of memory'],
    ['the metadata', step({ metadata: { error: 'noted' } }), 'noted'],
  ])('is %s', (_name, failed, reason) => {
    const error = failureOf([failed]);
    expect(error.reason).toBe(reason);
    expect(error.message).toContain(`"hero" (imageGen): ${reason}.`);
  });

  it('is what webhooks have heard of its job', () => {
    const heard: JobReason = {
      stepName: 'hero',
      jobId: 'j',
      status: 'failed',
      reason: 'blocked',
      blockedReason: 'MatureContent',
    };
    const other: JobReason = { ...heard, stepName: 'other', reason: 'something else', blockedReason: null };
    const error = failureOf([step()], {}, [other, heard]);
    expect(error).toMatchObject({ reason: 'blocked', blockedReason: 'MatureContent', job: 'j' });
    expect(error.message).toContain('blocked, withheld as MatureContent');
    expect(error.message).toContain('allowMatureContent');
  });

  it('is unknown without them, and the message says how to get it', () => {
    const error = failureOf([step({ jobs: [job()] })]);
    expect(error).toMatchObject({ code: 'workflow_failed', job: 'job-1', step: 'hero', retryable: false });
    expect('reason' in error).toBe(false);
    for (const word of ['job events', 'job:failed', 'createJobReasons', 'jobReasons'])
      expect(error.message).toContain(word);
  });

  it('comes from the step that failed first, not from those that were cancelled or expired', () => {
    const steps = [
      step({ name: 'last', status: 'canceled' }),
      step({ name: 'slow', status: 'expired' }),
      step({ name: 'bad', status: 'failed' }),
    ];
    expect(failureOf(steps).step).toBe('bad');
    expect(failureOf(steps.slice(0, 2)).step).toBe('slow');
  });

  it('comes from the step that a repeat has made, where that failed', () => {
    const inner = step({ name: 'each[1]', $type: 'textToImage', output: { errors: ['no gpu'] } });
    const outer = step({ name: 'each', $type: 'repeat', output: { steps: [step({ status: 'succeeded' }), inner] } });
    expect(failureOf([outer])).toMatchObject({ step: 'each[1]', stepType: 'textToImage', reason: 'no gpu' });
  });

  it('may be retryable', () => {
    expect(failureOf([step({ jobs: [job('no_provider_available')] })]).retryable).toBe(true);
    expect(failureOf([step({ status: 'expired' })], { status: 'expired' })).toMatchObject({
      code: 'workflow_expired',
      retryable: true,
    });
  });
});

describe('what was withheld', () => {
  it('is told with the reason of the first blob; "none" is none', () => {
    const images = [
      { type: 'image', id: 'a', available: true, blockedReason: 'none' },
      { type: 'image', id: 'b', available: false, blockedReason: 'siteRestricted' },
    ];
    expect(failureOf([step({ output: { images } })]).blockedReason).toBe('siteRestricted');
  });

  it.each<[string, Record<string, unknown>, object]>([
    [
      'mediaRating',
      { nsfwLevel: 'xxx', isBlocked: true, blockedReason: 'csam', labels: ['a'] },
      { blocked: true, nsfwLevel: 'xxx', labels: ['a'], blockedReason: 'csam' },
    ],
    ['xGuardModeration', { blocked: true, triggeredLabels: ['gore'] }, { blocked: true, labels: ['gore'] }],
    ['shieldstralModeration', { blocked: false, triggeredPolicies: [] }, { blocked: false, labels: [] }],
    ['training', { moderationStatus: 'rejected', epochs: [] }, { blocked: true, moderationStatus: 'rejected' }],
  ])('is told with what %s said', (type, output, verdict) => {
    const steps = [step({ $type: type, name: 'guard', status: 'succeeded', output }), step()];
    expect(failureOf(steps).moderation).toMatchObject({ step: 'guard', ...verdict });
  });
});

describe('a WorkflowError', () => {
  it('prints and serialises without the workflow, which it has', () => {
    const error = failureOf([step()], { metadata: { note: 'private' } });
    expect(error.workflow?.metadata).toEqual({ note: 'private' });
    expect(JSON.stringify(error)).not.toContain('private');
    expect(inspect(error, { depth: 5 })).not.toContain('private');
    expect(JSON.parse(JSON.stringify(error))).toMatchObject({
      name: 'WorkflowError',
      workflowId: '0-0001',
      step: 'hero',
    });
    expect(error).toBeInstanceOf(WorkflowError);
    expect(isCivitaiError(error)).toBe(true);
  });

  it('takes a workflow of which little is known', () => {
    const bare = { status: 'failed', steps: [{ status: 'failed' }] } as unknown as Workflow;
    expect(workflowFailure(bare, [])).toMatchObject({ code: 'workflow_failed' });
    expect(workflowFailure({ status: 'canceled' } as unknown as Workflow, []).message).toContain('was cancelled');
  });
});
