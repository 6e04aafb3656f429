import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { json, type LoopbackServer, type Responder, startLoopback } from '../../../../test/support/loopback-server.js';
import { TestClock } from '../../../../test/support/test-clock.js';
import {
  type CivitaiClient,
  Configuration,
  createCivitaiClient,
  MemoryTokenStore,
  type OAuthClient,
  OAuthCredentialProvider,
  type OAuthTokens,
  Secret,
  type TokenStore,
} from '../../src/client.js';
import { failureOf, oauthClient, printed, secrets } from './support.js';

const start = Date.UTC(2026, 0, 1);
let host: LoopbackServer;
let site: LoopbackServer;
let clock: TestClock;
let oauth: OAuthClient;
let store: MemoryTokenStore;
let civitai: CivitaiClient;
/** Answers of the token endpoint, the first next; then an error. */
let answers: Responder[];

const first: OAuthTokens = {
  accessToken: new Secret('access-1'),
  refreshToken: new Secret('refresh-1'),
  expiresAtMs: start + 3_600_000,
  scope: 5,
};

function pair(number: number): Responder {
  return json({ access_token: `access-${number}`, refresh_token: `refresh-${number}`, expires_in: 3600 });
}
const invalidGrant = json({ error: 'invalid_grant' }, 400);

beforeEach(async () => {
  answers = [];
  host = await startLoopback((exchange, response, request) =>
    (answers.shift() ?? invalidGrant)(exchange, response, request),
  );
  site = await startLoopback(json({ id: 1, name: 'one' }));
  clock = new TestClock(1000);
  oauth = oauthClient(host.origin, {}, { clock });
  store = new MemoryTokenStore(first);
  civitai = clientOf(store);
});

afterEach(async () => {
  civitai.close();
  oauth.close();
  await Promise.all([host.close(), site.close()]);
});

function clientOf(tokenStore: TokenStore, origin: string = site.origin): CivitaiClient {
  const credential = new OAuthCredentialProvider(oauth, tokenStore, { clock });
  return createCivitaiClient(Configuration.from({ CivitaiApi: { BaseUrl: origin } }), { credential });
}

const sent = (): unknown[] => site.exchanges.map(({ headers }) => headers.authorization);
const refreshed = (): unknown[] => host.exchanges.map(({ body }) => new URLSearchParams(body).get('refresh_token'));

describe('tokens of a store', () => {
  it('go with every request while they are good', async () => {
    await civitai.models.get(1);
    await civitai.models.get(2);
    expect(sent()).toEqual(['Bearer access-1', 'Bearer access-1']);
    expect(host.exchanges).toHaveLength(0);
  });

  it('that are not there make calls anonymous, until somebody signs in', async () => {
    await store.clear();
    await civitai.models.get(1);
    await expect(civitai.me.get()).rejects.toMatchObject({ code: 'missing_api_key' });
    await store.write(first);
    await civitai.models.get(1);
    expect(sent()).toEqual([undefined, 'Bearer access-1']);
  });

  it('are renewed a minute before their end, and the rotated pair is kept', async () => {
    answers = [pair(2)];
    clock.advance(3_540_000 - 1);
    await civitai.models.get(1);
    clock.advance(1);
    await civitai.models.get(1);
    expect(sent()).toEqual(['Bearer access-1', 'Bearer access-2']);
    expect(refreshed()).toEqual(['refresh-1']);
    const stored = await store.read();
    expect(stored?.refreshToken?.reveal()).toBe('refresh-2');
    expect(stored).toMatchObject({ scope: 5, expiresAtMs: clock.now() + 3_600_000 });
  });

  it('are renewed once for a hundred calls', async () => {
    answers = [pair(2)];
    clock.advance(4_000_000);
    await Promise.all(Array.from({ length: 100 }, (_, id) => civitai.models.get(id + 1)));
    expect(new Set(sent())).toEqual(new Set(['Bearer access-2']));
    expect(site.exchanges).toHaveLength(100);
    expect(refreshed()).toEqual(['refresh-1']);
  });

  it('that live shorter than a minute are not renewed for every call', async () => {
    answers = [json({ access_token: 'access-2', refresh_token: 'refresh-2', expires_in: 30 })];
    clock.advance(4_000_000);
    for (let id = 1; id <= 3; id += 1) await civitai.models.get(id);
    expect(refreshed()).toEqual(['refresh-1']);
  });
});

describe('a renewal', () => {
  it('is in the store before the token is used', async () => {
    const order: string[] = [];
    const recording: TokenStore = {
      read: () => store.read(),
      clear: () => store.clear(),
      write: async (tokens) => {
        order.push(`stored ${tokens.accessToken.reveal()} after ${site.exchanges.length} requests`);
        await store.write(tokens);
      },
    };
    using watched = clientOf(recording);
    answers = [pair(2)];
    clock.advance(4_000_000);
    await watched.models.get(1);
    expect(order).toEqual(['stored access-2 after 0 requests']);
  });

  it('that cannot be stored fails the call, but is not lost', async () => {
    let broken = true;
    const failing: TokenStore = {
      read: () => store.read(),
      clear: () => store.clear(),
      write: (tokens) => (broken ? Promise.reject(new Error('disk full')) : store.write(tokens)),
    };
    using watched = clientOf(failing);
    answers = [pair(2)];
    clock.advance(4_000_000);
    await expect(watched.models.get(1)).rejects.toMatchObject({
      code: 'credential_unavailable',
      cause: { message: 'Error: disk full' },
    });
    broken = false;
    await watched.models.get(1);
    expect(sent()).toEqual(['Bearer access-2']);
    expect(refreshed()).toEqual(['refresh-1']);
    expect((await store.read())?.refreshToken?.reveal()).toBe('refresh-2');
  });

  it('ahead of time that fails leaves the old token in use, and is tried again later', async () => {
    answers = [json({}, 503), json({}, 503), pair(2)];
    clock.advance(3_550_000);
    await civitai.models.get(1);
    await civitai.models.get(1);
    expect(host.exchanges).toHaveLength(1);
    clock.advance(5000);
    await civitai.models.get(1);
    clock.advance(5000);
    await civitai.models.get(1);
    expect(sent()).toEqual([...Array.from({ length: 3 }, () => 'Bearer access-1'), 'Bearer access-2']);
  });

  it('of an ended token that fails for a while fails the call so that it may be repeated', async () => {
    answers = [json({}, 503)];
    clock.advance(4_000_000);
    const error = await failureOf(civitai.models.get(1, { maxRetries: 0 }));
    expect(error).toMatchObject({
      code: 'credential_unavailable',
      retryable: true,
      details: { providerCode: 'service_unavailable' },
    });
  });

  it('that is refused says to sign in again, and is not asked for again', async () => {
    clock.advance(4_000_000);
    for (let call = 0; call < 3; call += 1) {
      await expect(civitai.models.get(1)).rejects.toMatchObject({
        name: 'AuthenticationError',
        code: 'credential_unavailable',
        details: { providerCode: 'invalid_grant' },
        message: expect.stringContaining('sign in again') as string,
      });
    }
    expect(host.exchanges).toHaveLength(1);
    await store.write({ ...first, refreshToken: new Secret('refresh-9') });
    answers = [pair(10)];
    await civitai.models.get(1);
    expect(sent()).toEqual(['Bearer access-10']);
  });

  it('that is refused because another process was faster takes what that one has stored', async () => {
    answers = [
      async (exchange, response, request) => {
        await store.write({
          accessToken: new Secret('access-7'),
          refreshToken: new Secret('refresh-7'),
          expiresAtMs: clock.now() + 3_600_000,
        });
        await invalidGrant(exchange, response, request);
      },
    ];
    clock.advance(4_000_000);
    await civitai.models.get(1);
    expect(sent()).toEqual(['Bearer access-7']);
    expect(refreshed()).toEqual(['refresh-1']);
  });

  it('without a refresh token says to sign in again, and asks nobody', async () => {
    await store.write({ accessToken: first.accessToken, expiresAtMs: first.expiresAtMs });
    clock.advance(4_000_000);
    await expect(civitai.models.get(1)).rejects.toMatchObject({ details: { providerCode: 'expired_token' } });
    expect(host.exchanges).toHaveLength(0);
  });
});

describe('a token that the server refuses before its time', () => {
  it('is renewed once for all the calls that carried it', async () => {
    answers = [pair(2)];
    await using strict = await startLoopback((exchange, response, request) =>
      (exchange.headers.authorization === 'Bearer access-2'
        ? json({ id: 1, name: 'one' })
        : json({ error: 'Unauthorized' }, 401))(exchange, response, request),
    );
    using client = clientOf(store, strict.origin);
    await Promise.all(Array.from({ length: 20 }, (_, id) => client.models.get(id + 1)));
    expect(refreshed()).toEqual(['refresh-1']);
    expect(strict.exchanges).toHaveLength(40);
  });

  it('is not renewed again and again for a 401 with another reason', async () => {
    answers = [pair(2), pair(3)];
    await using strict = await startLoopback(json({ error: 'Unauthorized' }, 401));
    using client = clientOf(store, strict.origin);
    for (let call = 0; call < 5; call += 1) {
      await expect(client.models.get(1)).rejects.toMatchObject({ code: 'unauthorized' });
    }
    expect(refreshed()).toEqual(['refresh-1']);
  });

  it('while the host cannot be reached is reported as refused', async () => {
    answers = [json({}, 503)];
    await using strict = await startLoopback(json({ error: 'Unauthorized' }, 401));
    using client = clientOf(store, strict.origin);
    await expect(client.models.get(1)).rejects.toMatchObject({ code: 'unauthorized' });
  });
});

describe('signing in and out', () => {
  it('keeps, forgets and revokes', async () => {
    answers = [json({})];
    const credential = new OAuthCredentialProvider(oauth, new MemoryTokenStore(), { clock });
    expect(await credential.current()).toBeNull();
    await credential.signIn(first);
    expect((await credential.current())?.reveal()).toBe('access-1');
    await credential.signOut();
    expect(await credential.current()).toBeNull();
    expect(new URLSearchParams(host.exchanges[0]?.body).get('token')).toBe('refresh-1');
    await credential.signOut();
    expect(host.exchanges).toHaveLength(1);
  });

  it('prints no token', async () => {
    const kept = new MemoryTokenStore({
      ...first,
      accessToken: new Secret(secrets.access),
      refreshToken: new Secret(secrets.refresh),
    });
    const credential = new OAuthCredentialProvider(oauth, kept, { clock });
    await credential.current();
    for (const value of [credential, kept, await kept.read(), civitai]) {
      expect(printed(value)).not.toMatch(/civitai_c4na7y/);
    }
  });
});
