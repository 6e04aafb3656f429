// The packages from outside: packed, installed into a project that knows nothing of this repository, and used there by
// real processes and a real compiler.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { json, startLoopback } from '../support/loopback-server.js';
import { type Consumer, createConsumer, type Outcome } from './support/consumer.js';
import { repository } from './support/pack.js';

let consumer: Consumer;

beforeAll(async () => {
  consumer = await createConsumer();
}, 180_000);

afterAll(async () => {
  await consumer?.[Symbol.asyncDispose]();
});

/** What a program printed, which must be JSON, with nothing on stderr: no warning, no deprecation. */
function printed({ code, stdout, stderr }: Outcome): unknown {
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout);
}

/** Entries that are of no use without an optional peer, which the project does not have at first. */
const withOptionalPeer = new Set(['@civitkit/core/nestjs', '@civitkit/core/opentelemetry', '@civitkit/sdk/nestjs']);
const ordinary = (): string[] => consumer.entries.filter((entry) => !withOptionalPeer.has(entry));

/** The packages, or their scopes, that a program loads when it imports an entry. */
async function loadedBy(entry: string): Promise<ReadonlySet<string>> {
  const record = join(consumer.folder, `modules-${entry.replaceAll(/\W+/g, '-')}.txt`);
  const hook = ['--disable-warning=DEP0205', '--import', './record-modules.mjs'];
  const { code } = await consumer.node([...hook, 'import-all.mjs', entry], { MODULE_RECORD: record });
  expect(code).toBe(0);
  const urls = (await readFile(record, 'utf8')).split('\n');
  return new Set(urls.flatMap((url) => /.*\/node_modules\/(@?[^/]+)/.exec(url)?.[1] ?? []));
}

const quiet: Outcome = { code: 0, stdout: '', stderr: '' };

describe('loading', () => {
  it('every entry can be imported', async () => {
    const exported = printed(await consumer.node(['import-all.mjs', ...ordinary()])) as Record<string, string[]>;
    expect(Object.keys(exported)).toEqual(
      expect.arrayContaining(['@civitkit/core/client', '@civitkit/sdk', 'civitkit/emulator']),
    );
    expect(exported['@civitkit/core']).toEqual(
      expect.arrayContaining(['CivitaiClient', 'addCivitaiApi', 'coreTokens']),
    );
    expect(exported['@civitkit/core/client']).not.toContain('addCivitaiApi');
    expect(exported['@civitkit/sdk/client']).toContain('createOrchestrationClient');
    expect(exported['@civitkit/sdk/client']).not.toContain('addCivitaiApi');
    expect(exported['@civitkit/sdk']).toEqual(
      expect.arrayContaining(['addCivitaiApi', 'addCivitaiSdk', 'OrchestrationClient']),
    );
    for (const names of Object.values(exported)) expect(names).not.toContain('default');
  });

  it('every entry can be required, and gives the same values as import, without a warning', async () => {
    const { exported, different } = printed(await consumer.node(['require-all.cjs', ...ordinary()])) as {
      readonly exported: Readonly<Record<string, string[]>>;
      readonly different: string[];
    };
    expect(Object.keys(exported)).toEqual(ordinary());
    expect(exported['@civitkit/core']).toContain('CivitaiClient');
    expect(different).toEqual([]);
  });

  it('nothing but the listed entries can be reached', async () => {
    const { stderr } = await consumer.node(['import-all.mjs', '@civitkit/core/dist/index.js']);
    expect(stderr).toContain('ERR_PACKAGE_PATH_NOT_EXPORTED');
  });

  it('a client entry changes nothing in the process', async () => {
    const found = printed(await consumer.node(['side-effects.mjs', '@civitkit/core/client', 'civitkit/emulator']));
    expect(found).toEqual({ added: {}, removed: {} });
  });

  it('the container entries change nothing in the process but what inversify brings', async () => {
    const inversify = printed(await consumer.node(['side-effects.mjs', 'inversify']));
    const found = printed(await consumer.node(['side-effects.mjs', ...ordinary()]));
    expect(found).toEqual(inversify);
    expect(found).toMatchObject({
      added: { reflect: expect.arrayContaining(['getMetadata']) as unknown },
      removed: {},
    });
  });

  it.each([
    { entry: '@civitkit/core', absent: ['axios'], present: ['inversify'] },
    { entry: '@civitkit/core/client', absent: ['axios', 'inversify', '@inversifyjs', 'reflect-metadata'], present: [] },
    { entry: '@civitkit/core/internal', absent: ['axios'], present: [] },
    { entry: '@civitkit/core/files', absent: ['axios', 'inversify', '@inversifyjs', 'convict'], present: [] },
    { entry: '@civitkit/sdk', absent: ['axios'], present: ['inversify'] },
    { entry: '@civitkit/sdk/client', absent: ['axios', 'inversify', '@inversifyjs', 'reflect-metadata'], present: [] },
    { entry: '@civitkit/sdk/checks', absent: ['axios', 'inversify', '@inversifyjs', 'reflect-metadata'], present: [] },
    { entry: '@civitkit/sdk/webhooks', absent: ['axios', 'inversify', '@inversifyjs'], present: [] },
    { entry: '@civitkit/sdk/jobs', absent: ['axios', 'inversify', '@inversifyjs'], present: [] },
    { entry: 'civitkit/emulator', absent: ['axios', 'inversify', 'commander', '@clack'], present: ['find-my-way'] },
  ])('$entry does not load $absent', async ({ entry, absent, present }) => {
    const loaded = await loadedBy(entry);
    expect(loaded).toContain(entry.split('/', 1)[0]);
    for (const name of present) expect(loaded).toContain(name);
    for (const name of absent) expect(loaded).not.toContain(name);
  });
});

describe('running', () => {
  it('a container gives a client that speaks to a server', async () => {
    const server = await startLoopback((exchange, response, request) => {
      const found = exchange.url.endsWith('/1') ? { id: 1, name: 'one' } : { items: [{ id: 2, name: 'two' }] };
      const missing = exchange.url.endsWith('/404');
      const answer = missing ? json({ error: 'No model with id 404' }, 404) : json(found);
      return answer(exchange, response, request);
    });
    onTestFinished(() => server.close());
    const environment = { CivitaiApi__BaseUrl: server.origin, CivitaiApi__ApiKey: 'a-key-of-no-use' };
    expect(printed(await consumer.node(['container.mjs'], environment))).toEqual({
      name: 'one',
      listed: [2],
      missing: [true, 'not_found'],
      key: '[redacted]',
      sameKey: true,
    });
    expect(server.exchanges.map(({ headers }) => headers.authorization)).toEqual(
      Array(3).fill('Bearer a-key-of-no-use'),
    );
    expect(server.exchanges[1]?.url).toContain('types=LORA');
  });

  it('a container from a second copy of inversify is as good', async () => {
    expect(printed(await consumer.node(['second-inversify.mjs']))).toEqual({
      separate: true,
      isClient: true,
      named: true,
      unloaded: true,
      name: 'one',
      twice: 'already_registered',
      closed: 'client_closed',
    });
  });

  it('two copies of @civitkit/core know each other’s errors, secrets and configurations', async () => {
    expect(printed(await consumer.node(['second-core.mjs']))).toEqual({
      separate: true,
      error: [false, true],
      secret: [false, true, true],
      configuration: [false, true],
      timeoutSeconds: 7,
      named: 'another-key',
      bound: [true, false],
    });
  });
});

describe('compiling', () => {
  const node = { module: 'nodenext', types: ['node'] };

  it('a program with module nodenext, which then runs', async () => {
    expect(await consumer.compile(['public-api.mts'], node)).toEqual(quiet);
    const { code, stdout, stderr } = await consumer.node(['out/public-api.mjs']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.trim().split('\n')).toEqual([
      'LORA+of the future LORA+of the future',
      'not_found 404 true',
      '1',
      'nothing',
      'NotFoundError false',
      'one 200',
      '2',
      'true true',
    ]);
  });

  it('the same program with moduleResolution bundler', async () => {
    const bundler = { module: 'esnext', moduleResolution: 'bundler', types: ['node'] };
    expect(await consumer.compile(['public-api.mts'], bundler)).toEqual(quiet);
  });

  it('the same program for a browser’s libraries instead of @types/node', async () => {
    const browser = { module: 'nodenext', types: [], lib: ['es2022', 'dom', 'esnext.disposable'] };
    expect(await consumer.compile(['public-api.mts'], browser)).toEqual(quiet);
  });

  it('a CommonJS program, which then runs', async () => {
    expect(await consumer.compile(['common-js.cts'], node)).toEqual(quiet);
    const outcome = await consumer.node(['out/common-js.cjs']);
    expect(outcome).toEqual({ code: 0, stdout: 'true true symbol\n', stderr: '' });
  });

  it('a registration in a container of a second copy of inversify, which then runs', async () => {
    expect(await consumer.compile(['second-container.mts'], node)).toEqual(quiet);
    expect(await consumer.node(['out/second-container.mjs'])).toEqual({ code: 0, stdout: 'true\n', stderr: '' });
  });

  it('a program that starts the emulator, which then runs', async () => {
    expect(await consumer.compile(['emulator.mts'], node)).toEqual(quiet);
    expect(await consumer.node(['out/emulator.mjs'])).toEqual({ code: 0, stdout: 'string 1\n', stderr: '' });
  });
});

describe('the command', () => {
  const cli = ['node_modules/civitkit/dist/cli.js'];

  it('is installed under its name', async () => {
    const file = process.platform === 'win32' ? 'civitkit.cmd' : 'civitkit';
    const link = await readFile(join(consumer.folder, 'node_modules', '.bin', file), 'utf8');
    expect(link).toMatch(process.platform === 'win32' ? /civitkit[/\\]dist[/\\]cli\.js/ : /^#!\/usr\/bin\/env node\n/);
  });

  it('prints its version', async () => {
    const { version } = JSON.parse(await readFile(join(repository, 'package.json'), 'utf8')) as { version: string };
    expect(await consumer.node([...cli, '--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('explains the configuration of the project it is started in', async () => {
    const settings = { CivitaiApi: { TimeoutSeconds: 42, ApiKey: 'a-key-of-no-use' } };
    await writeFile(join(consumer.folder, 'appsettings.json'), JSON.stringify(settings));
    const { code, stdout } = await consumer.node([...cli, 'config', 'explain']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/CivitaiApi:TimeoutSeconds +42 +appsettings\.json/);
    expect(stdout).toMatch(/CivitaiApi:ApiKey .*appsettings\.json/);
    expect(stdout).not.toContain('a-key-of-no-use');
  });

  it('ends a wrong command line with code 2', async () => {
    const { code, stderr } = await consumer.node([...cli, 'no-such-command']);
    expect(code).toBe(2);
    expect(stderr).toContain('no-such-command');
  });
});

describe('with the optional peers', () => {
  beforeAll(() => consumer.addOptionalPeers());

  it('every entry can be imported and required, and gives the same values', async () => {
    const found = printed(await consumer.node(['require-all.cjs', ...consumer.entries]));
    expect(found).toMatchObject({ different: [] });
  });

  it.each(['@civitkit/core/nestjs', '@civitkit/sdk/nestjs'])('%s loads NestJS, and no Inversify', async (entry) => {
    const loaded = await loadedBy(entry);
    expect(loaded).toContain('@nestjs');
    for (const name of ['axios', 'inversify', '@inversifyjs']) expect(loaded).not.toContain(name);
  });

  it('every entry has types that compile', async () => {
    const program = consumer.entries.map((entry, index) => `export * as entry${index} from '${entry}';\n`).join('');
    await writeFile(join(consumer.folder, 'every-entry.mts'), program);
    expect(await consumer.compile(['every-entry.mts'], { module: 'nodenext', types: ['node'] })).toEqual(quiet);
  });
});
