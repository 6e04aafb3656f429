import { Container } from 'inversify';
import { describe, expect, it } from 'vitest';
import { json, startLoopback } from '../../../../test/support/loopback-server.js';
import type { CacheEntry } from '../../src/caching/cache-entry.js';
import { CivitaiClient } from '../../src/civitai-client.js';
import { Configuration } from '../../src/configuration/configuration.js';
import { addCivitaiApi } from '../../src/container/add-civitai-api.js';
import { coreTokens } from '../../src/container/tokens.js';

describe('what a container shares between replicas', () => {
  it('is taken from its tokens, and used where the option is on', async () => {
    await using server = await startLoopback(
      json({ id: 1, name: 'one' }, 200, { 'cache-control': 'public, s-maxage=60' }),
    );
    const entries = new Map<string, CacheEntry>();
    const taken: string[] = [];
    const asked: string[] = [];
    const container = new Container();
    container.bind(coreTokens.cacheStore).toConstantValue({
      get: (key) => entries.get(key),
      set: (key, entry) => void entries.set(key, entry),
      delete: (key) => void entries.delete(key),
    });
    container.bind(coreTokens.rateLimiter).toConstantValue({
      take: ({ name }) => taken.push(name) * 0,
      pause: () => undefined,
    });
    container.bind(coreTokens.circuitStore).toConstantValue({
      openUntil: (key) => void asked.push(key),
      open: () => undefined,
      close: () => undefined,
    });
    const off = { BaseUrl: server.origin };
    const on = { ...off, Cache: { Enabled: true }, RateLimit: { Enabled: true }, CircuitBreaker: { Enabled: true } };
    const configuration = Configuration.from({ CivitaiApi: off, Shared: on });
    addCivitaiApi(container, configuration);
    addCivitaiApi(container, configuration, { section: 'Shared', name: 'shared' });
    await container.get(CivitaiClient).models.get(1);
    expect([entries.size, taken, asked]).toEqual([0, [], []]);
    await container.get(CivitaiClient, { name: 'shared' }).models.get(1);
    expect([entries.size, taken, asked]).toEqual([1, ['models'], [`models@${server.origin}`]]);
    await container.unbindAllAsync();
  });
});
