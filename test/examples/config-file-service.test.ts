import { cpSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { json, type Responder, startLoopback } from '../support/loopback-server.js';
import { type ExampleProcess, exampleFolder, startExample, temporaryFolder } from './support/example-process.js';

const secretsId = 'civitkit-example-config-file-service';
let home: string;
let project: string;

beforeEach(() => {
  home = temporaryFolder();
  project = join(temporaryFolder(), 'project');
  // settings of its own to change; what it imports is found from where it really lies
  for (const name of ['appsettings.json', 'appsettings.Production.json', 'package.json', 'dist']) {
    cpSync(join(exampleFolder('config-file-service'), name), join(project, name), { recursive: true });
  }
  cpSync(
    join(exampleFolder('config-file-service'), '../../node_modules/@civitkit'),
    join(project, 'node_modules/@civitkit'),
    {
      recursive: true,
      dereference: false,
      verbatimSymlinks: false,
    },
  );
});

function start(env: Readonly<Record<string, string>>): ExampleProcess {
  return startExample('config-file-service', {
    cwd: project,
    env: {
      HOME: home,
      XDG_CONFIG_HOME: join(home, '.config'),
      CIVITKIT_SECRETS_DIRECTORY: temporaryFolder(),
      Watcher__IntervalSeconds: '0.05',
      ...env,
    },
  });
}

function keepSecret(key: string): void {
  const folder = join(home, '.config', 'civitkit', 'user-secrets', secretsId);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'new.json'), JSON.stringify({ 'CivitaiApi:ApiKey': key }));
  renameSync(join(folder, 'new.json'), join(folder, 'secrets.json'));
}

/** Civitai, as far as it is asked; whose key it is, is its name. */
const civitai: Responder = (exchange, response, request) => {
  const key = exchange.headers.authorization?.replace('Bearer ', '');
  const answer = exchange.url.startsWith('/api/v1/me')
    ? json(
        key === undefined ? { error: 'Unauthorized' } : { id: 1, username: `owner-of-${key}` },
        key === undefined ? 401 : 200,
      )
    : json({ items: [{ id: 7, name: 'Newest' }], metadata: {} });
  return answer(exchange, response, request);
};

describe('config-file-service', () => {
  it('takes a key from user secrets in Development, and the next one while it runs', async () => {
    await using server = await startLoopback(civitai);
    keepSecret('first');
    const service = start({ CIVITKIT_ENVIRONMENT: 'Development', CivitaiApi__BaseUrl: server.origin });
    expect(await service.line(/^environment/)).toMatch(
      /^environment Development; key from user secrets .*secrets\.json:1$/,
    );
    expect(await service.line(/^newest as/)).toBe('newest as owner-of-first: Newest');
    keepSecret('second');
    await service.line(/^a new key is in use$/);
    await service.line(/^newest as owner-of-second/);
    service.kill('SIGTERM');
    expect(await service.exitCode).toBe(0);
  });

  it('does not look at user secrets in Production, and reads its own file there', async () => {
    await using server = await startLoopback(civitai);
    keepSecret('first');
    const settings = { CivitaiApi: { ApiKey: 'of-production', ReloadOnChange: true } };
    writeFileSync(join(project, 'appsettings.Production.json'), JSON.stringify(settings));
    const service = start({ CivitaiApi__BaseUrl: server.origin });
    expect(await service.line(/^environment/)).toBe('environment Production; key from appsettings.Production.json:1');
    await service.line(/^newest as owner-of-of-production/);
    service.kill('SIGINT');
    expect(await service.exitCode).toBe(0);
  });

  it('goes on with what it has when a file is broken, and says so', async () => {
    await using server = await startLoopback(civitai);
    const write = (text: string): void => writeFileSync(join(project, '.env'), text);
    write('CIVITAI_API_KEY=first');
    const service = start({ CivitaiApi__BaseUrl: server.origin });
    await service.line(/^newest as owner-of-first/);
    write('CIVITAI_API_KEY=first\nCivitaiApi__TimeoutSeconds=soon');
    await service.line(/^settings not taken: CivitaiApi:TimeoutSeconds \(\.env:2\)/);
    write('CIVITAI_API_KEY=second\nCivitaiApi__TimeoutSeconds=25');
    await service.line(/^a new key is in use$/);
    await service.line(/^after a restart: TimeoutSeconds$/);
    await service.line(/^newest as owner-of-second/);
    service.kill('SIGTERM');
    expect(await service.exitCode).toBe(0);
  });

  it('ends with 78 for settings that are wrong, those of its own, too', async () => {
    const wrong = start({ CivitaiApi__Retry__MaxRetries: '99' });
    expect(await wrong.exitCode).toBe(78);
    expect(wrong.output).toContain('CivitaiApi:Retry:MaxRetries');
    const own = start({ Watcher__IntervalSeconds: 'often' });
    expect(await own.exitCode).toBe(78);
    expect(own.output).toBe(
      'Watcher:IntervalSeconds (environment variable Watcher__IntervalSeconds): must be a number above 0. Write seconds, such as 60.',
    );
  });
});
