import { describe, expect, it } from 'vitest';
import { json } from '../../../../test/support/loopback-server.js';
import { asked, canary, picture, processing, sent, success, useModelsLab } from './job-support.js';

const served = useModelsLab();

describe('a job', () => {
  it('is submitted, fetched until it is done, and gives what it made', async () => {
    const client = await served.serve([processing(), processing({ eta: undefined }), success()]);
    const result = await client.generate(picture, { model_id: 'flux', prompt: 'a lighthouse' });
    expect(result).toMatchObject({
      id: '12345',
      reference: 'images:12345',
      outputs: [
        { kind: 'url', url: 'https://assets.example.test/12345-0.png', fileName: '12345-0.png', role: 'output' },
      ],
      proxyLinks: [],
      meta: { seed: 7 },
      generationTimeSeconds: 2.41,
    });
    expect(asked(served.server)).toEqual([
      'POST /api/v6/images/text2img',
      'POST /api/v6/images/fetch/12345',
      'POST /api/v6/images/fetch/12345',
    ]);
    expect(sent(served.server, 0)).toEqual({ key: canary, model_id: 'flux', prompt: 'a lighthouse' });
    expect(sent(served.server, 1)).toEqual({ key: canary });
  });

  it('that is done at once is not fetched', async () => {
    const client = await served.serve([success()]);
    const job = client.images.text2img({ model_id: 'flux', prompt: 'a lighthouse' });
    expect((await job.submitted()).reference).toBe('images:12345');
    expect((await job).outputs).toHaveLength(1);
    expect(asked(served.server)).toHaveLength(1);
  });

  it('can be resumed by its reference', async () => {
    const client = await served.serve([json({ status: 'processing', output: '' }), success()]);
    expect((await client.resume('images:12345')).outputs).toHaveLength(1);
    expect(asked(served.server)).toEqual(['POST /api/v6/images/fetch/12345', 'POST /api/v6/images/fetch/12345']);
  });
});
