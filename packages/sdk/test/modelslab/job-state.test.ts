import { describe, expect, it, vi } from 'vitest';
import { json, type Responder } from '../../../../test/support/loopback-server.js';
import { picture, processing, success, useModelsLab } from './job-support.js';

const served = useModelsLab();

describe('the state of a job before its first answer', () => {
  it('is waiting until it is sent, and submitting until it is answered', async () => {
    let answer = (): void => undefined;
    const slow: Responder = async (exchange, response, request) => {
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      await processing()(exchange, response, request);
    };
    const client = await served.serve([slow]);
    const job = client.generate(picture, {});
    expect(job.state.status).toBe('waiting');
    const submitted = job.submitted();
    await vi.waitFor(() => expect(served.server.exchanges).toHaveLength(1));
    expect(job.state.status).toBe('submitting');
    answer();
    await submitted;
    expect(job.state.status).toBe('processing');
  });

  it('is waiting again after a refusal because of a limit, for it is sent once more', async () => {
    const full = json({ status: 'error', message: 'Rate limit exceeded', retry_after: 40 }, 429);
    const client = await served.serve([full, success()]);
    const job = client.generate(picture, {});
    const submitted = job.submitted();
    await vi.waitFor(() => expect(served.server.exchanges).toHaveLength(1));
    await vi.waitFor(() => expect(job.state.status).toBe('waiting'));
    // Longer than pauses that are over at once.
    served.clock.advance(40_000);
    await submitted;
    expect(job.state.status).toBe('success');
  });
});
