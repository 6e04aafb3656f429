import { Redis } from 'ioredis';
import { RateLimiterRedis } from 'rate-limiter-flexible';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { json, type LoopbackServer, type Responder, startLoopback } from '../../../../test/support/loopback-server.js';
import { type RedisServer, redisMissing, startRedis } from '../../../../test/support/redis-server.js';
import {
  type CivitaiClient,
  createCivitaiClient,
  createRedisCacheStore,
  createRedisCircuitStore,
  createSharedRateLimiter,
  type RedisClientLike,
} from '../../src/client.js';

const missing = redisMissing();
const canary = 'c4na7ydeadbeefc4na7ydeadbeef0000';
const model = json({ id: 7, name: 'seven' }, 200, { 'cache-control': 'public, s-maxage=300', etag: '"7"' });

/** The same Redis through the interface of node-redis, with commands as lists. */
const asNodeRedis = (redis: Redis): RedisClientLike => ({
  sendCommand: ([command = '', ...args]) => redis.call(command, ...args),
});

const why = missing === undefined ? '' : ` (skipped: ${missing})`;

describe.skipIf(missing !== undefined)(`replicas with one Redis${why}`, () => {
  let redisServer: RedisServer;
  let redis: Redis;
  let server: LoopbackServer;
  const clients: CivitaiClient[] = [];

  beforeAll(async () => {
    redisServer = await startRedis();
  });
  afterAll(() => redisServer.kill());
  beforeEach(async () => {
    redis = new Redis({ port: redisServer.port, host: '127.0.0.1', enableOfflineQueue: true, maxRetriesPerRequest: 1 });
    redis.on('error', () => undefined);
    await redis.flushall();
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) client.close();
    redis.disconnect();
    await server.close();
  });

  /** A replica: a client of its own that shares everything through Redis. */
  function replica(options: object, apiKey: string | null = null, client: RedisClientLike = redis): CivitaiClient {
    const created = createCivitaiClient(
      { baseUrl: server.origin, apiKey, retry: { maxRetries: 0 }, ...options },
      {
        cacheStore: createRedisCacheStore(client),
        circuitStore: createRedisCircuitStore(client),
        rateLimiter: createSharedRateLimiter(
          ({ name, requestsPerMinute }) =>
            new RateLimiterRedis({
              storeClient: redis,
              keyPrefix: `limit:${name}`,
              points: requestsPerMinute,
              duration: 60,
            }),
        ),
      },
    );
    clients.push(created);
    return created;
  }

  async function serve(script: Responder | readonly Responder[]): Promise<void> {
    server = await startLoopback(script);
  }

  it('share the cache, through either kind of client', async () => {
    await serve(model);
    const cache = { cache: { enabled: true } };
    await replica(cache).models.get(7);
    await expect.poll(() => redis.dbsize()).toBe(1);
    const { data, response } = await replica(cache, null, asNodeRedis(redis)).models.get(7).withResponse();
    expect([data.name, response.fromCache?.state]).toEqual(['seven', 'fresh']);
    expect(server.exchanges).toHaveLength(1);
    const [key = ''] = await redis.keys('*');
    expect(key).toMatch(/^civitkit:cache:1:[\w-]{43}$/);
    expect(await redis.pttl(key)).toBeGreaterThan(300_000);
  });

  it('share no answer between identities, and no key with Redis', async () => {
    await serve(model);
    const cache = { cache: { enabled: true } };
    for (const key of [null, canary, 'f'.repeat(32)]) await replica(cache, key).models.get(7);
    expect(server.exchanges).toHaveLength(3);
    await expect.poll(() => redis.dbsize()).toBe(3);
    const { response } = await replica(cache, canary).models.get(7).withResponse();
    expect(response.fromCache?.state).toBe('fresh');
    const keys = await redis.keys('*');
    const everything = [...keys, ...(await redis.mget(keys))].join('\n');
    expect(everything).toContain('seven');
    expect(everything).not.toContain(canary);
  });

  it('get exactly as many requests through as the limit says, all together', async () => {
    await serve(model);
    const options = { rateLimit: { enabled: true, buckets: 'models=40' }, timeoutSeconds: 10 };
    const replicas = Array.from({ length: 4 }, () => replica(options));
    const calls = replicas.flatMap((client) => Array.from({ length: 25 }, () => client.models.get(7).asResult()));
    const outcomes = await Promise.all(calls);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(40);
    expect(server.exchanges).toHaveLength(40);
    const refused = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.error]));
    expect(refused.every(({ code, attempts }) => code === 'rate_limited' && attempts === 0)).toBe(true);
  });

  it('hear of a circuit that one of them has opened', async () => {
    await serve(json({ error: 'down' }, 503));
    const options = { circuitBreaker: { enabled: true, failureThreshold: 2 } };
    const [one, two] = [replica(options), replica(options, null, asNodeRedis(redis))];
    for (let call = 0; call < 2; call += 1) await one.models.get(7).asResult();
    await expect.poll(() => redis.dbsize()).toBe(1);
    expect(await two.models.get(7).asResult()).toMatchObject({ ok: false, error: { code: 'circuit_open' } });
    expect(server.exchanges).toHaveLength(2);
    expect(two.health().circuits).toMatchObject([{ bucket: 'models', state: 'open' }]);
  });

  it('go on without Redis when it is gone', async () => {
    await serve(model);
    const dying = await startRedis();
    const client = new Redis({ port: dying.port, host: '127.0.0.1', maxRetriesPerRequest: 1 });
    client.on('error', () => undefined);
    const options = { cache: { enabled: true }, circuitBreaker: { enabled: true } };
    const alone = replica(options, null, client);
    await alone.models.get(7);
    await dying.kill();
    expect((await alone.models.get(7)).name).toBe('seven');
    expect(server.exchanges).toHaveLength(2);
    client.disconnect();
  });
});
