import { tmpdir } from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { json, type LoopbackServer, startLoopback } from '../../../test/support/loopback-server.js';
import { Configuration, createCivitaiClient, loadConfiguration } from '../src/client.js';

let server: LoopbackServer;

beforeEach(async () => {
  server = await startLoopback(json({ id: 1, name: 'one' }));
});

afterEach(() => server.close());

const sentKeys = (): unknown[] => server.exchanges.map(({ headers }) => headers.authorization);

describe('createCivitaiClient', () => {
  it('needs no container and closes by itself with using', async () => {
    {
      using civitai = createCivitaiClient(
        Configuration.from({ CivitaiApi: { BaseUrl: server.origin, ApiKey: 'plain' } }),
      );
      await civitai.models.get(1);
    }
    expect(sentKeys()).toEqual(['Bearer plain']);
    await expect.poll(() => server.openSockets.size).toBe(0);
  });

  it('takes parts, sections and options', async () => {
    const configuration = loadConfiguration({
      directory: tmpdir(),
      environment: { Studio__BaseUrl: server.origin, Studio__ApiKey: 'studio' },
      secretsDirectory: false,
    });
    using civitai = createCivitaiClient(configuration, { section: 'Studio', name: 'studio' });
    await civitai.models.get(1);
    expect(sentKeys()).toEqual(['Bearer studio']);
  });

  it('says how to give a key in the words of its section', async () => {
    using civitai = createCivitaiClient(Configuration.from({ Studio: { BaseUrl: server.origin } }), {
      section: 'Studio',
    });
    await expect(civitai.me.get()).rejects.toMatchObject({
      code: 'missing_api_key',
      message: expect.stringMatching(/CIVITAI_API_KEY.*Studio:ApiKey.*options\.apiKey/s) as string,
    });
  });
});
