import type { OrchestrationClient } from '@civitkit/sdk/client';
import { workflowPatch } from '@civitkit/sdk/client';
import { describe, expect, it } from 'vitest';
import { json, reset } from '../../../../test/support/loopback-server.js';
import { useServedClient } from '../support/served-client.js';
import { estimate, noContent, problem, workflow } from './samples.js';

const served = useServedClient();

type Workflows = OrchestrationClient['workflows'];

const changes: readonly (readonly [string, (workflows: Workflows) => Promise<unknown>, object])[] = [
  [
    'update',
    (workflows) => workflows.update('w', { tags: ['a'], metadata: { b: 1 }, downloadPriority: 'high' }),
    {
      method: 'PUT',
      url: '/v2/consumer/workflows/w',
      body: '{"tags":["a"],"metadata":{"b":1},"downloadPriority":"high"}',
    },
  ],
  ['cancel', (workflows) => workflows.cancel('w'), { method: 'PUT', body: '{"status":"canceled"}' }],
  [
    'patch',
    (workflows) => workflows.patch('w', workflowPatch().setMetadata('a/b', 1)),
    {
      method: 'PATCH',
      url: '/v2/consumer/workflows/w',
      headers: { 'content-type': 'application/json-patch+json' },
      body: '[{"op":"add","path":"/metadata/a~1b","value":1}]',
    },
  ],
  ['delete', (workflows) => workflows.delete('w'), { method: 'DELETE', url: '/v2/consumer/workflows/w', body: '' }],
  [
    'addTag',
    (workflows) => workflows.addTag('w', 'a "tag"'),
    { method: 'POST', url: '/v2/consumer/workflows/w/tags', body: String.raw`"a \"tag\""` },
  ],
  [
    'removeTag',
    (workflows) => workflows.removeTag('w', 'a/b c'),
    { method: 'DELETE', url: '/v2/consumer/workflows/w/tags/a%2Fb%20c' },
  ],
  ['clearTags', (workflows) => workflows.clearTags('w'), { method: 'DELETE', url: '/v2/consumer/workflows/w/tags' }],
  [
    'updateStep',
    (workflows) => workflows.updateStep('w', '$0', { metadata: { a: 1 } }),
    { method: 'PUT', url: '/v2/consumer/workflows/w/steps/%240', body: '{"metadata":{"a":1}}' },
  ],
  [
    'patchStep',
    (workflows) => workflows.patchStep('w', 's', [{ op: 'remove', path: '/metadata/a' }]),
    { method: 'PATCH', url: '/v2/consumer/workflows/w/steps/s', body: '[{"op":"remove","path":"/metadata/a"}]' },
  ],
];

describe.each(changes)('%s', (_name, change, request) => {
  it('sends what the server takes, and is content with 204', async () => {
    const { workflows } = await served.serve(noContent);
    await expect(change(workflows)).resolves.toBeUndefined();
    expect(served.server.exchanges[0]).toMatchObject(request);
  });

  it('says what a 404 may mean', async () => {
    const { workflows } = await served.serve(problem(404));
    await expect(change(workflows)).rejects.toMatchObject({ name: 'NotFoundError' });
    await expect(change(workflows)).rejects.toThrow('it was deleted');
  });

  it('refuses an id that cannot be one', async () => {
    const { workflows } = await served.serve(noContent);
    const outcomes = await Promise.allSettled([workflows.delete('..'), workflows.removeTag('w', '.')]);
    for (const outcome of outcomes) expect(outcome).toMatchObject({ reason: { code: 'invalid_argument' } });
    expect(served.server.exchanges).toHaveLength(0);
  });
});

describe('what is sent again after a lost connection', () => {
  const repeated: readonly (readonly [string, (workflows: Workflows) => Promise<unknown>])[] = [
    ['cancel', (workflows) => workflows.cancel('w')],
    ['new metadata', (workflows) => workflows.update('w', { metadata: {} })],
    ['metadata set by a patch', (workflows) => workflows.patch('w', workflowPatch().setMetadata('a', 1))],
    ['a tag', (workflows) => workflows.addTag('w', 'a')],
    ['a tag taken away', (workflows) => workflows.removeTag('w', 'a')],
    ['the price of a boost', (workflows) => workflows.previewUpdate('w', { downloadPriority: 'high' })],
  ];
  it.each(repeated)('%s', async (_name, change) => {
    const { workflows } = await served.serve([reset, json(estimate(5))]);
    await change(workflows);
    expect(served.server.exchanges).toHaveLength(2);
  });

  const once: readonly (readonly [string, (workflows: Workflows) => Promise<unknown>])[] = [
    ['a boost, which is charged', (workflows) => workflows.update('w', { downloadPriority: 'high' })],
    ['mature content, which is charged', (workflows) => workflows.update('w', { allowMatureContent: true })],
    ['the same by a patch', (workflows) => workflows.patch('w', workflowPatch().allowMatureContent(true))],
    ['a tag put behind the others', (workflows) => workflows.patch('w', workflowPatch().addTag('a'))],
    ['what is tested first', (workflows) => workflows.patch('w', workflowPatch().test('/tags', []).setTags(['a']))],
    ['what is taken out', (workflows) => workflows.patch('w', workflowPatch().removeMetadata('a'))],
    ['what is put into a list', (workflows) => workflows.patch('w', workflowPatch().add(['metadata', 'list', 0], 1))],
  ];
  it.each(once)('not %s', async (_name, change) => {
    const { workflows } = await served.serve([reset, noContent]);
    await expect(change(workflows)).rejects.toMatchObject({ code: 'connection_failed', attempts: 1 });
    expect(served.server.exchanges).toHaveLength(1);
  });
});

describe('a DELETE that was repeated', () => {
  it('has succeeded when there is nothing any more', async () => {
    const { workflows } = await served.serve([reset, problem(404)]);
    const { data, response } = await workflows.delete('w').withResponse();
    expect(data).toBeUndefined();
    expect(response).toMatchObject({ status: 404, attempts: 2, requestId: expect.any(String) as string });
  });

  it('fails with anything else', async () => {
    const { workflows } = await served.serve([reset, problem(401)]);
    await expect(workflows.delete('w')).rejects.toMatchObject({ status: 401 });
  });
});

describe('the answer to a change', () => {
  it('is the workflow where the server sends it', async () => {
    const { workflows } = await served.serve(json(workflow({ status: 'canceled' })));
    await expect(workflows.cancel('w')).resolves.toMatchObject({ id: '0-0001', status: 'canceled' });
    await expect(workflows.update('w', { tags: [] })).resolves.toMatchObject({ status: 'canceled' });
  });

  it('explains a conflict', async () => {
    const { workflows } = await served.serve(problem(409, { detail: 'It has ended.' }));
    const outcome = await workflows.cancel('w').asResult();
    expect(outcome).toMatchObject({ ok: false, error: { code: 'conflict', status: 409 } });
    expect(outcome.ok ? '' : outcome.error.message).toMatch(/It has ended.*read it with workflows\.get/);
  });

  it('is a price for a change that was only asked about', async () => {
    const { workflows } = await served.serve(json(estimate(500)));
    await expect(workflows.previewUpdate('w', { downloadPriority: 'high' })).resolves.toMatchObject({ total: 500 });
    expect(served.server.exchanges[0]).toMatchObject({ method: 'PUT', url: '/v2/consumer/workflows/w?whatif=true' });
  });
});
