import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { text as readText } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { json, startLoopback } from '../../../../test/support/loopback-server.js';
import { FileTokenStore, Secret } from '../../src/client.js';
import { compileSources } from '../compile-sources.js';
import { createProject } from '../configuration/support/project.js';

function run(script: string, ...values: readonly string[]): ChildProcess {
  return spawn(process.execPath, ['--input-type=module', '-e', script, ...values], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function outputOf(child: ChildProcess): Promise<string> {
  const [output] = await Promise.all([child.stdout === null ? '' : readText(child.stdout), once(child, 'exit')]);
  return output;
}

it('processes that share a token file renew its token once', { timeout: 60_000 }, async () => {
  const project = createProject();
  const source = compileSources(project.directory, [
    'credentials/oauth/file-token-store.ts',
    'credentials/oauth/oauth-credential-provider.ts',
  ]);
  let spent = 0;
  await using host = await startLoopback(async (exchange, response, request) => {
    // As the real host: the second use of a refresh token is refused. Slow, so that the others have to wait.
    const good = new URLSearchParams(exchange.body).get('refresh_token') === `refresh-${spent}`;
    if (good) spent += 1;
    await sleep(200);
    const pair = { access_token: `access-${spent}`, refresh_token: `refresh-${spent}`, expires_in: 3600 };
    await json(good ? pair : { error: 'invalid_grant' }, good ? 200 : 400)(exchange, response, request);
  });
  const path = `${project.home}/tokens/tokens.json`;
  const store = new FileTokenStore(path);
  await store.write({ accessToken: new Secret('old'), refreshToken: new Secret('refresh-0'), expiresAtMs: 0 });
  const script = `
    const [source, authBaseUrl, path] = process.argv.slice(1);
    const { FileTokenStore } = await import(source + '/credentials/oauth/file-token-store.js');
    const { OAuthClient } = await import(source + '/credentials/oauth/oauth-client.js');
    const { OAuthCredentialProvider } = await import(source + '/credentials/oauth/oauth-credential-provider.js');
    const client = new OAuthClient({ clientId: 'my-app', authBaseUrl });
    const provider = new OAuthCredentialProvider(client, new FileTokenStore(path));
    const tokens = await Promise.all(Array.from({ length: 20 }, () => provider.current()));
    console.log([...new Set(tokens.map((token) => token.reveal()))].join());
    client.close();
  `;
  const outputs = await Promise.all(Array.from({ length: 3 }, () => outputOf(run(script, source, host.origin, path))));
  expect(outputs).toEqual(['access-1\n', 'access-1\n', 'access-1\n']);
  expect(host.exchanges).toHaveLength(1);
  expect((await store.read())?.refreshToken?.reveal()).toBe('refresh-1');
});

it('a process that watches its configuration ends by itself', { timeout: 60_000 }, async () => {
  const project = createProject();
  const files = `${project.directory}/files`;
  mkdirSync(files);
  const source = compileSources(project.directory, [
    'configuration/load-configuration.ts',
    'credentials/reloaded-key-provider.ts',
  ]);
  const script = `
    const [source, directory] = process.argv.slice(1);
    const { loadConfiguration } = await import(source + '/configuration/load-configuration.js');
    const { bindSection } = await import(source + '/configuration/binding/bind-section.js');
    const { civitaiApiSection } = await import(source + '/configuration/civitai-api-section.js');
    const { ReloadedKeyProvider } = await import(source + '/credentials/reloaded-key-provider.js');
    const configuration = loadConfiguration({ directory, environment: { CIVITAI_API_KEY: 'abc' } });
    const provider = new ReloadedKeyProvider({
      schema: civitaiApiSection,
      keyField: 'ApiKey',
      keyOf: ({ apiKey }) => apiKey,
      configuration,
      settings: bindSection(configuration, civitaiApiSection),
    });
    console.log(provider.current().reveal());
  `;
  expect(await outputOf(run(script, source, files))).toBe('abc\n');
});
