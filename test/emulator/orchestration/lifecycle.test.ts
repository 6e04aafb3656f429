import { describe, expect, it } from 'vitest';
import { echo, reach, read, run, startForTest, submit, textToImage } from './orchestration-calls.js';

const AIR = 'urn:air:sd1:checkpoint:civitai:4384@128713';

describe('a workflow', () => {
  it('goes through every status, and its step and its job with it', async () => {
    const emulator = await startForTest();
    const { orchestration } = emulator;
    orchestration.holdAt('unassigned');
    const { status, json } = await submit(emulator, textToImage());
    expect(status).toBe(200);
    expect(json).toMatchObject({ status: 'unassigned', startedAt: null, steps: [{ name: '0', jobs: [{}] }] });
    for (const next of ['preparing', 'scheduled', 'processing'] as const) {
      orchestration.release();
      orchestration.holdAt(next);
      const held = await reach(emulator, json.id, next);
      expect(held).toMatchObject({ steps: [{ status: next, jobs: [{ status: next }] }], completedAt: null });
    }
    orchestration.release();
    const { json: ended } = await read(emulator, json.id, '?wait=30');
    expect(ended).toMatchObject({ status: 'succeeded', steps: [{ jobs: [{ status: 'succeeded' }] }] });
    expect(ended).toMatchObject({
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z$/),
      startedAt: expect.any(String),
      completedAt: expect.any(String),
    });
  });

  it('tells of its download, its place in the queue and its progress, and of none of them in the end', async () => {
    const emulator = await startForTest();
    const { orchestration } = emulator;
    const input = { prompt: 'a', cfgScale: 7, seed: 1, model: AIR };
    orchestration.holdAt('preparing');
    const { json } = await submit(emulator, { steps: [{ $type: 'textToImage', input }] });
    const stepAt = async (status: string): Promise<(typeof json)['steps'][number] | undefined> =>
      (await reach(emulator, json.id, status)).steps[0];
    expect((await stepAt('preparing'))?.preparation).toMatchObject({ resource: AIR });
    orchestration.release();
    orchestration.holdAt('scheduled');
    const queued = await stepAt('scheduled');
    expect(queued?.jobs[0]?.queuePosition).toMatchObject({ support: 'available', precedingJobs: expect.any(Number) });
    expect(queued).not.toHaveProperty('preparation');
    orchestration.release();
    orchestration.holdAt('processing');
    const working = await stepAt('processing');
    expect(working?.jobs[0]?.estimatedProgressRate).toBe(working?.estimatedProgressRate);
    expect(working?.jobs[0]).not.toHaveProperty('queuePosition');
    orchestration.release();
    const { json: ended } = await read(emulator, json.id, '?wait=30');
    expect(ended.steps[0]).toMatchObject({ status: 'succeeded', estimatedProgressRate: null });
  });

  it('makes many images by several jobs', async () => {
    const emulator = await startForTest();
    const input = { prompt: 'a', cfgScale: 7, seed: 1, quantity: 3, batchSize: 3 };
    const json = await run(emulator, { steps: [{ $type: 'textToImage', input }] });
    expect(json.steps[0]?.jobs).toHaveLength(3);
    expect(json.steps[0]?.output?.images).toHaveLength(9);
    expect(new Set(json.steps[0]?.output?.images.map(({ id }) => id)).size).toBe(9);
  });

  it('can be held, failed and expired by a test', async () => {
    const emulator = await startForTest();
    const { orchestration } = emulator;
    orchestration.holdAt('unassigned');
    const [failing, expiring] = [await submit(emulator, echo()), await submit(emulator, echo())];
    expect(orchestration.fail(failing.json.id, { reason: 'no_provider_available' })).toBe(true);
    expect(orchestration.expire(expiring.json.id)).toBe(true);
    expect(orchestration.fail(failing.json.id)).toBe(false);
    expect((await read(emulator, failing.json.id)).json.status).toBe('failed');
    expect((await read(emulator, expiring.json.id)).json.status).toBe('expired');
    expect(orchestration.workflows().map(({ status }) => status)).toEqual(['failed', 'expired']);
    orchestration.release();
    expect((await read(emulator, failing.json.id)).json.status).toBe('failed');
  });

  it('that was ended in the middle of its work stays so', async () => {
    const emulator = await startForTest({ orchestration: { workMs: 300, progressReports: 30 } });
    const { json } = await submit(emulator, echo());
    await reach(emulator, json.id, 'processing');
    expect(emulator.orchestration.fail(json.id)).toBe(true);
    // Begun later, so it is over only after the first one would have been.
    await run(emulator, echo());
    expect((await read(emulator, json.id)).json.status).toBe('failed');
    expect(emulator.orchestration.charged).toBe(1);
  });

  it.each([
    ['[emulator:fail=out of memory]', 'failed'],
    ['[emulator:block=MatureContent]', 'failed'],
    ['[emulator:expire]', 'expired'],
  ])('with %s in its prompt ends as %s', async (prompt, status) => {
    const emulator = await startForTest();
    const json = await run(emulator, textToImage(prompt));
    expect(json).toMatchObject({ status, steps: [{ status, jobs: [{ status }] }] });
    expect(json.steps[0]).not.toHaveProperty('output');
  });

  it('tries a job again as often as it may', async () => {
    const emulator = await startForTest();
    const failing = (message: string, retries: number): object => ({
      steps: [{ $type: 'echo', retries, input: { message } }],
    });
    const saved = await run(emulator, failing('[emulator:fail-once]', 2));
    expect(saved.status).toBe('succeeded');
    expect(saved.steps[0]?.jobs.map(({ status }) => status)).toEqual(['failed', 'succeeded']);
    const lost = await run(emulator, failing('[emulator:fail]', 2));
    expect(lost.status).toBe('failed');
    expect(lost.steps[0]?.jobs.map(({ status }) => status)).toEqual(['failed', 'failed', 'failed']);
  });

  it('expires when its work takes longer than the step allows', async () => {
    const emulator = await startForTest();
    const step = { $type: 'echo', timeout: '00:00:00.0500000', input: { message: '[emulator:work=60000]' } };
    const json = await run(emulator, { steps: [step] });
    expect(json).toMatchObject({ status: 'expired', steps: [{ status: 'expired', timeout: step.timeout }] });
  });

  it('keeps succeeding with images that are not there', async () => {
    const emulator = await startForTest();
    const json = await run(emulator, textToImage('[emulator:withhold=siteRestricted]'));
    expect(json.status).toBe('succeeded');
    const [image] = json.steps[0]?.output?.images ?? [];
    expect(image).toMatchObject({ available: false, blockedReason: 'siteRestricted' });
    expect(image).not.toHaveProperty('url');
  });
});
