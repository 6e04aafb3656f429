import {
  createRedisWebhookStore,
  createWebhookDeduplicator,
  MemoryWebhookStore,
  workflowEvent,
} from '@civitkit/sdk/webhooks';
import { Redis } from 'ioredis';
import { describe, expect, it } from 'vitest';
import { redisMissing, startRedis } from '../../../../test/support/redis-server.js';
import { TestClock } from '../../../../test/support/test-clock.js';
import { posted, receive } from './support.js';

describe('a store in memory', () => {
  it('forgets the oldest when it is full, and what has expired', () => {
    const clock = new TestClock(0);
    const store = new MemoryWebhookStore({ maxEntries: 2, clock });
    for (const key of ['a', 'b', 'a', 'c']) store.set(key, key, 1000);
    expect([store.get('a'), store.get('b'), store.get('c'), store.size]).toEqual(['a', undefined, 'c', 2]);
    expect(store.add('a', 'again', 1000)).toBe(false);
    clock.advance(1000);
    expect(store.get('a')).toBeUndefined();
    expect(store.add('c', 'again', 1000)).toBe(true);
    store.delete('c');
    expect(store.size).toBe(0);
    expect(() => new MemoryWebhookStore({ maxEntries: 0 })).toThrow(RangeError);
  });

  it('stays bounded however many events come', async () => {
    const store = new MemoryWebhookStore({ maxEntries: 100 });
    const webhooks = receive({ deduplicator: createWebhookDeduplicator({ store }) });
    for (let id = 0; id < 500; id += 1) await webhooks.handle(posted(workflowEvent({ workflowId: String(id) })));
    await webhooks.idle();
    expect(webhooks.events).toHaveLength(500);
    expect(store.size).toBe(100);
  });
});

const missing = redisMissing();

describe.skipIf(missing !== undefined)('a store in Redis', () => {
  it('lets exactly one of many replicas have an event, and forgets it in time', async () => {
    await using server = await startRedis();
    const clients = [1, 2].map(() => new Redis(server.port));
    try {
      const replicas = Array.from({ length: 10 }, (_, index) => {
        const store = createRedisWebhookStore(clients[index % 2] as Redis);
        return receive({ deduplicator: createWebhookDeduplicator({ store }) });
      });
      await Promise.all(replicas.map((replica) => replica.handle(posted(workflowEvent()))));
      await Promise.all(replicas.map((replica) => replica.idle()));
      expect(replicas.flatMap(({ events }) => events)).toHaveLength(1);
      expect(replicas.flatMap(({ errors }) => errors)).toEqual([]);
      const keys = (await clients[0]?.keys('*')) ?? [];
      expect(keys).toHaveLength(2);
      for (const key of keys) {
        expect(key.startsWith('civitkit:webhook:')).toBe(true);
        expect(await clients[0]?.pttl(key)).toBeGreaterThan(80_000_000);
      }
    } finally {
      for (const client of clients) client.disconnect();
    }
  });

  it('forgets an event whose work failed', async () => {
    await using server = await startRedis();
    const client = new Redis(server.port);
    try {
      const deduplicator = createWebhookDeduplicator({
        store: createRedisWebhookStore(client, { keyPrefix: 'mine:' }),
      });
      await expect(deduplicator.begin(workflowEvent())).resolves.toBe('new');
      await expect(deduplicator.begin(workflowEvent())).resolves.toBe('busy');
      await deduplicator.release(workflowEvent());
      await expect(client.keys('*')).resolves.toEqual([]);
    } finally {
      client.disconnect();
    }
  });
});
