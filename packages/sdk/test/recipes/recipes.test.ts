import { inspect } from 'node:util';
import { isCivitaiError } from '@civitkit/core/client';
import { describe, expect, it } from 'vitest';
import { json, reset } from '../../../../test/support/loopback-server.js';
import { canary, useServedClient } from '../support/served-client.js';

const served = useServedClient();

describe('a recipe', () => {
  it('sends the input alone and gives the output of the step', async () => {
    const client = await served.serve(json({ enhancedPrompt: 'better', issues: [], recommendations: [], new: 1 }));
    const output = await client.recipes.promptEnhancement({ ecosystem: 'sdxl', prompt: 'a cat' });
    expect(output).toEqual({ enhancedPrompt: 'better', issues: [], recommendations: [], new: 1 });
    expect(served.server.exchanges[0]).toMatchObject({
      method: 'POST',
      url: '/v2/consumer/recipes/promptEnhancement',
      headers: { authorization: `Bearer ${canary}`, 'content-type': 'application/json' },
      body: '{"ecosystem":"sdxl","prompt":"a cat"}',
    });
  });

  it('takes a bare text where the server does', async () => {
    const client = await served.serve(json({ blob: { type: 'image', id: 'A.jpeg', available: true } }));
    const { blob } = await client.recipes.imageUpload('https://example.com/a.png');
    expect(blob.id).toBe('A.jpeg');
    expect(served.server.exchanges[0]?.body).toBe('"https://example.com/a.png"');
  });

  it('puts its options into the query', async () => {
    const client = await served.serve(json({ message: 'x' }));
    await client.recipes.echo(
      { message: 'x' },
      { experimental: true, allowMatureContent: false, ephemeral: true, tier: 'free' },
    );
    expect(served.server.exchanges[0]?.url).toBe(
      '/v2/consumer/recipes/echo?experimental=true&allowMatureContent=false&ephemeral=true&tier=free',
    );
  });

  it('can be one that this release does not list', async () => {
    const client = await served.serve(json({ found: 3 }));
    expect(await client.recipes.invokeUnlisted('dreamUp', { query: 'cats' })).toEqual({ found: 3 });
    expect(served.server.exchanges[0]?.url).toBe('/v2/consumer/recipes/dreamUp');
  });

  it('is not sent again when nobody can say whether it ran', async () => {
    const client = await served.serve([reset, json({ message: 'twice' })]);
    const outcome = await client.recipes.echo({ message: 'x' }).asResult();
    expect(outcome).toMatchObject({ ok: false, error: { code: 'connection_failed', attempts: 1 } });
    expect(served.server.exchanges).toHaveLength(1);
  });

  it('is not sent again after a 500 either', async () => {
    const client = await served.serve([json({ title: 'Oops', status: 500 }, 500), json({ message: 'twice' })]);
    const outcome = await client.recipes.echo({ message: 'x' }).asResult();
    expect(outcome).toMatchObject({ ok: false, error: { status: 500, attempts: 1 } });
    expect(served.server.exchanges).toHaveLength(1);
  });

  it('refuses an answer that is no output', async () => {
    const client = await served.serve(json(['x']));
    const outcome = await client.recipes.echo({ message: 'x' }).asResult();
    expect(outcome).toMatchObject({ ok: false, error: { name: 'InvalidResponseError', code: 'unexpected_shape' } });
  });

  it('does not take an error for an output', async () => {
    const client = await served.serve(json({ error: 'the service is away' }));
    const outcome = await client.recipes.echo({ message: 'x' }).asResult();
    expect(outcome).toMatchObject({ ok: false, error: { code: 'error_with_status_200' } });
  });

  it('keeps the token out of its errors', async () => {
    const client = await served.serve(json({ title: 'Unauthorized', status: 401, detail: `bad ${canary}` }, 401));
    const outcome = await client.recipes.echo({ message: 'x' }).asResult();
    const error = outcome.ok ? undefined : outcome.error;
    expect(isCivitaiError(error)).toBe(true);
    expect(error).toMatchObject({ name: 'AuthenticationError', status: 401 });
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(canary);
  });
});
