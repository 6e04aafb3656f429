import {
  type CivitaiClient,
  Configuration,
  createCivitaiClient,
  MemoryTokenStore,
  OAuthClient,
  OAuthCredentialProvider,
  type OAuthTokens,
} from '@civitkit/core/client';
import { type OAuthBehaviour, type RunningEmulator, startEmulator } from 'civitkit/emulator';
import { afterEach, describe, expect, it } from 'vitest';

let emulator: RunningEmulator;
const closing: { close(): void }[] = [];

async function start(oauth: OAuthBehaviour = {}): Promise<void> {
  emulator = await startEmulator({ modelCount: 20, imageCount: 20, oauth, limits: { tokensPerMinute: 1000 } });
}

afterEach(async () => {
  for (const each of closing.splice(0)) each.close();
  await emulator.close();
});

type App = 'public' | 'confidential' | 'service' | 'device';

function clientOf(app: App, authBaseUrl: string = emulator.authUrl): OAuthClient {
  const { clientId, clientSecret, redirectUri } = {
    clientSecret: undefined,
    redirectUri: undefined,
    ...emulator.oauthApps[app],
  };
  const client = new OAuthClient({ clientId, clientSecret, redirectUri, authBaseUrl });
  closing.push(client);
  return client;
}

/** What a browser does: opens the URL and comes back to the application. */
async function visit(url: string, form?: Readonly<Record<string, string>>): Promise<string> {
  const body = form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) };
  const response = await fetch(url, { redirect: 'manual', ...body });
  expect(response.status).toBe(303);
  return response.headers.get('location') ?? '';
}

async function signIn(client: OAuthClient): Promise<OAuthTokens> {
  const { url, state, codeVerifier } = client.createAuthorization();
  return await client.exchangeCallback({ url: await visit(url), expectedState: state, codeVerifier });
}

function siteClient(credential: OAuthCredentialProvider): CivitaiClient {
  const civitai = createCivitaiClient(Configuration.from({ CivitaiApi: { BaseUrl: emulator.siteUrl } }), {
    credential,
  });
  closing.push(civitai);
  return civitai;
}

const tokenRequests = (): number => emulator.requests.filter(({ path }) => path.endsWith('/oauth/token')).length;

describe('the authorization code', () => {
  it.each<App>(['public', 'confidential'])('signs in at the %s application, and renews', async (app) => {
    await start();
    const client = clientOf(app);
    const tokens = await signIn(client);
    expect(tokens).toMatchObject({ scope: 1 });
    await expect(client.userInfo(tokens.accessToken)).resolves.toMatchObject({
      username: expect.any(String) as string,
    });
    const renewed = await client.refresh(tokens.refreshToken ?? '');
    expect(renewed.accessToken.reveal()).not.toBe(tokens.accessToken.reveal());
    // The old refresh token is dead, the old access token lives out its hour.
    await expect(client.refresh(tokens.refreshToken ?? '')).rejects.toMatchObject({ code: 'invalid_grant' });
    await expect(client.userInfo(tokens.accessToken)).resolves.toMatchObject({ sub: expect.any(String) as string });
  });

  it('gives an id token for a nonce', async () => {
    await start();
    const client = clientOf('public');
    const { url, state, codeVerifier } = client.createAuthorization({ nonce: 'n-1' });
    const tokens = await client.exchangeCallback({ url: await visit(url), expectedState: state, codeVerifier });
    const [, claims = ''] = (tokens.idToken?.reveal() ?? '').split('.');
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({ nonce: 'n-1' });
  });

  it('tells that the user refused', async () => {
    await start({ user: 'deny' });
    await expect(signIn(clientOf('public'))).rejects.toMatchObject({ code: 'access_denied' });
  });

  it('is good once, and only for the one who began', async () => {
    await start();
    const client = clientOf('public');
    const { url, state, codeVerifier } = client.createAuthorization();
    const answer = { url: await visit(url), expectedState: state };
    const other = client.createAuthorization().codeVerifier;
    await expect(client.exchangeCallback({ ...answer, codeVerifier: other })).rejects.toMatchObject({
      name: 'AuthenticationError',
      code: 'invalid_grant',
    });
    await client.exchangeCallback({ ...answer, codeVerifier });
    await expect(client.exchangeCallback({ ...answer, codeVerifier })).rejects.toMatchObject({ code: 'invalid_grant' });
  });

  it('works through the old paths of the site too', async () => {
    await start();
    const tokens = await signIn(clientOf('public'));
    const old = clientOf('public', emulator.siteUrl);
    await expect(old.refresh(tokens.refreshToken ?? '')).resolves.toMatchObject({ scope: 1 });
  });
});

describe('the device flow', () => {
  it('ends with tokens once the user agrees', async () => {
    await start({ pollSeconds: 0 });
    const client = clientOf('device');
    const device = await client.requestDeviceCode(['UserRead', 'AppBlocksSubmit']);
    const tokens = await client.waitForDeviceToken(device, {
      onPending: ({ polls }) => {
        if (polls === 2) emulator.approveDevice(device.userCode);
      },
    });
    expect(tokens.scope).toBe(33_554_433);
  });

  it('ends with an error when the user refuses, or when the application may not', async () => {
    await start({ pollSeconds: 0 });
    const client = clientOf('device');
    const device = await client.requestDeviceCode();
    emulator.denyDevice(device.userCode);
    await expect(client.waitForDeviceToken(device)).rejects.toMatchObject({ code: 'access_denied' });
    await expect(clientOf('public').requestDeviceCode()).rejects.toMatchObject({ code: 'unauthorized_client' });
    await expect(client.requestDeviceCode(134_217_728)).rejects.toMatchObject({ code: 'invalid_scope' });
  });
});

describe('an application', () => {
  it('gets tokens of its own, where it may', async () => {
    await start();
    const tokens = await clientOf('service').clientCredentials(['AIServicesRead']);
    expect(tokens.refreshToken).toBeDefined();
    await expect(clientOf('confidential').clientCredentials()).rejects.toMatchObject({ code: 'unauthorized_client' });
    await expect(clientOf('service').clientCredentials(['VaultWrite'])).rejects.toMatchObject({
      name: 'ValidationError',
      code: 'invalid_scope',
    });
  });

  it('with a wrong secret is refused', async () => {
    await start();
    const { clientId } = emulator.oauthApps.confidential;
    using wrong = new OAuthClient({ clientId, clientSecret: 'wrong', authBaseUrl: emulator.authUrl });
    await expect(wrong.refresh('civitai_none')).rejects.toMatchObject({
      name: 'AuthenticationError',
      code: 'invalid_client',
    });
  });

  it('revokes tokens of its owner; for others nothing happens, and nobody tells', async () => {
    await start();
    const owner = clientOf('confidential');
    const owned = await signIn(owner);
    await owner.revoke(owned.refreshToken ?? '');
    await expect(owner.refresh(owned.refreshToken ?? '')).rejects.toMatchObject({ code: 'invalid_grant' });
    const other = clientOf('public');
    const kept = await signIn(other);
    await other.revoke(kept.refreshToken ?? '');
    await expect(other.refresh(kept.refreshToken ?? '')).resolves.toMatchObject({ scope: 1 });
  });

  it('refuses a personal key as an access token', async () => {
    await start();
    await expect(clientOf('public').userInfo(emulator.apiKey)).rejects.toMatchObject({ code: 'invalid_token' });
  });
});

describe('a client of the site with tokens', () => {
  it('renews one that the site refuses, once for all the calls that carried it', async () => {
    await start();
    const oauth = clientOf('public');
    const credential = new OAuthCredentialProvider(oauth, new MemoryTokenStore(await signIn(oauth)));
    const civitai = siteClient(credential);
    await expect(civitai.me.get()).resolves.toMatchObject({ username: expect.any(String) as string });
    const before = tokenRequests();
    emulator.expireTokens();
    await Promise.all(Array.from({ length: 100 }, () => civitai.me.get()));
    expect(tokenRequests() - before).toBe(1);
  });

  it('renews one that has ended, once for a hundred calls', async () => {
    await start();
    const oauth = clientOf('public');
    const ended = { ...(await signIn(oauth)), expiresAtMs: Date.now() - 1 };
    const civitai = siteClient(new OAuthCredentialProvider(oauth, new MemoryTokenStore(ended)));
    const before = tokenRequests();
    await Promise.all(Array.from({ length: 100 }, () => civitai.me.get()));
    expect(tokenRequests() - before).toBe(1);
  });

  it('says to sign in again when the refresh token has ended too', async () => {
    await start();
    const oauth = clientOf('public');
    const civitai = siteClient(new OAuthCredentialProvider(oauth, new MemoryTokenStore(await signIn(oauth))));
    emulator.expireTokens({ refreshTokens: true });
    await expect(civitai.me.get()).rejects.toMatchObject({
      name: 'AuthenticationError',
      code: 'credential_unavailable',
      details: { providerCode: 'invalid_grant' },
    });
  });

  it('sends tokens to the site alone', async () => {
    await start();
    const oauth = clientOf('public');
    const tokens = await signIn(oauth);
    await siteClient(new OAuthCredentialProvider(oauth, new MemoryTokenStore(tokens))).me.get();
    const elsewhere = emulator.requests.filter(({ origin }) => origin !== 'site');
    expect(elsewhere.length).toBeGreaterThan(0);
    expect(elsewhere.map(({ headers }) => headers['authorization'])).toEqual(elsewhere.map(() => undefined));
    expect(emulator.requests.at(-1)?.headers['authorization']).toBe(`Bearer ${tokens.accessToken.reveal()}`);
  });
});
