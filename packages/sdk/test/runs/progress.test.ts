import type { Workflow, WorkflowProgress } from '@civitkit/sdk/client';
import { describe, expect, it } from 'vitest';
import { TestClock } from '../../../../test/support/test-clock.js';
import { ProgressReader } from '../../src/runs/progress-reader.js';
import { workflow } from '../workflows/samples.js';

const clock = new TestClock(0);

function step(change: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return {
    $type: 'textToImage',
    name: 'hero',
    priority: 'normal',
    status: 'processing',
    metadata: {},
    input: {},
    ...change,
  };
}

function withSteps(...steps: readonly Record<string, unknown>[]): Workflow {
  return workflow({ status: 'processing', steps }) as unknown as Workflow;
}

/** How far a workflow is that is read for the first time. */
function read(...steps: readonly Record<string, unknown>[]): WorkflowProgress {
  return new ProgressReader(clock).read(withSteps(...steps));
}

const later = (seconds: number): string => new Date(clock.now() + seconds * 1000).toISOString();

describe('progress', () => {
  it('of the whole is the mean of the steps', () => {
    const { progress, steps } = read(
      step({ status: 'succeeded' }),
      step({ estimatedProgressRate: 0.5 }),
      step({ status: 'unassigned' }),
      step({ status: 'scheduled', estimatedProgressRate: 0.9 }),
    );
    expect(steps.map((one) => one.progress)).toEqual([1, 0.5, 0, 0]);
    expect(progress).toBeCloseTo(1.5 / 4);
  });

  it('of a step without a rate comes from its jobs, and is unknown without any', () => {
    const jobs = [
      { id: '1', status: 'succeeded', cost: 1 },
      { id: '2', status: 'processing', cost: 1, estimatedProgressRate: 0.5 },
      { id: '3', status: 'unassigned', cost: 1 },
    ];
    expect(read(step({ jobs })).steps[0]?.progress).toBeCloseTo(0.5);
    expect(read(step({})).progress).toBeUndefined();
    expect(read(step({ status: 'pondering' })).progress).toBeUndefined();
  });

  it('does not take the download of a resource for work', () => {
    const { preparing, steps } = read(
      step({
        status: 'preparing',
        estimatedProgressRate: 0.8,
        preparation: { resource: 'urn:air:x', queuePosition: 0, progress: 0.8, etaSeconds: 12 },
      }),
    );
    expect(steps[0]).toMatchObject({ progress: 0, preparation: preparing });
    expect(preparing).toEqual({ resource: 'urn:air:x', queuePosition: 0, progress: 0.8, etaSeconds: 12 });
    expect(read(step({ preparation: { resource: 'urn:air:x', queuePosition: 0 } })).preparing).toBeUndefined();
  });

  it('never falls, though a step is tried again or its rate is missing for a while', () => {
    const reader = new ProgressReader(clock);
    const rates = [0.2, 0.7, 0.1, undefined, 0.8].map((estimatedProgressRate) => {
      const { progress, steps } = reader.read(withSteps(step({ estimatedProgressRate })));
      return [progress, steps[0]?.progress];
    });
    expect(rates).toEqual([0.2, 0.7, 0.7, 0.7, 0.8].map((rate) => [rate, rate]));
  });

  it('takes what the server leaves out, sends as null or gets wrong', () => {
    const bare = {
      status: 'processing',
      steps: [step({ jobs: null, estimatedProgressRate: null, preparation: null })],
    };
    expect(new ProgressReader(clock).read(workflow(bare) as unknown as Workflow)).toMatchObject({
      progress: undefined,
      queuePosition: undefined,
      etaSeconds: undefined,
    });
    expect(read(step({ estimatedProgressRate: 1.2 })).progress).toBe(1);
    expect(read(step({ estimatedProgressRate: -1 })).progress).toBeUndefined();
    expect(read().progress).toBeUndefined();
    const { steps: _, ...without } = workflow();
    expect(new ProgressReader(clock).read(without as unknown as Workflow).steps).toEqual([]);
  });
});

describe('the queue', () => {
  const queued = (precedingJobs: number, seconds: number): Record<string, unknown> => ({
    id: `${precedingJobs}`,
    status: 'scheduled',
    cost: 1,
    queuePosition: { support: 'available', precedingJobs, startAt: later(1), completeAt: later(seconds) },
  });

  it('is as long as that of the next job, and the end is that of the last', () => {
    const { queuePosition, etaSeconds, steps } = read(
      step({ status: 'scheduled', jobs: [queued(7, 30), queued(3, 90)] }),
    );
    expect([queuePosition, etaSeconds]).toEqual([3, 90]);
    expect(steps[0]?.jobs).toMatchObject([
      { queuePosition: 7, etaSeconds: 30 },
      { queuePosition: 3, etaSeconds: 90 },
    ]);
  });

  it('is what the step itself says, where it does', () => {
    const queuePosition = { support: 'available', precedingJobs: 1, estimatedCompleteAt: later(20) };
    expect(read(step({ status: 'scheduled', queuePosition, jobs: [queued(3, 90)] }))).toMatchObject({
      queuePosition: 1,
      etaSeconds: 20,
    });
  });

  it('is nothing for what has ended', () => {
    const ended = { ...queued(3, 90), status: 'canceled' };
    expect(read(step({ status: 'failed', jobs: [ended] }))).toMatchObject({
      queuePosition: undefined,
      etaSeconds: undefined,
    });
  });
});

describe('news', () => {
  const image = (sign: string): Record<string, unknown> => ({
    type: 'image',
    id: 'a.png',
    available: true,
    url: `https://blobs.example/a.png?sig=${sign}`,
    urlExpiresAt: `2026-11-21T10:00:0${sign}Z`,
  });

  it('are not that links are signed anew', () => {
    const reader = new ProgressReader(clock);
    expect(reader.compare(withSteps(step({ output: { images: [image('1')] } }))).changed).toBe(true);
    expect(reader.compare(withSteps(step({ output: { images: [image('2')] } })))).toEqual({
      changed: false,
      statusChanged: false,
    });
  });

  it('are a new output, a job more, another place in the queue', () => {
    const reader = new ProgressReader(clock);
    const states = [
      step({}),
      step({ output: { images: [image('1')] } }),
      step({ output: { images: [image('1')] }, jobs: [{ id: '1', status: 'processing', cost: 1 }] }),
      step({ output: { images: [image('1')] }, jobs: [{ id: '1', status: 'processing', cost: 2 }] }),
    ];
    for (const state of states) {
      expect(reader.compare(withSteps(state))).toEqual({ changed: true, statusChanged: false });
    }
    expect(reader.compare(withSteps(step({ status: 'succeeded' })))).toEqual({ changed: true, statusChanged: true });
  });
});
