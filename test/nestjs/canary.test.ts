import { inspect } from 'node:util';
import { CivitaiClient, Configuration, Secret } from '@civitkit/core';
import { CivitaiModule, getCivitaiToken } from '@civitkit/core/nestjs';
import { CivitaiSdkModule, CivitaiWebhookModule } from '@civitkit/sdk/nestjs';
import type { ModuleMetadata } from '@nestjs/common';
import { ModulesContainer, NestFactory, SerializedGraph } from '@nestjs/core';
import { describe, expect, it, vi } from 'vitest';
import { LogLines, useNest } from './support/use-nest.js';
import { useServer } from './support/use-server.js';

const canary = 'canary-key-0123456789abcdef0123456789';
const nest = useNest();
const served = useServer();

const shown = (value: unknown): string => `${inspect(value, { depth: 10, showHidden: true })} ${JSON.stringify(value)}`;

class Root {}

const wrong: readonly (readonly [string, () => ModuleMetadata])[] = [
  ['a wrong setting', () => ({ imports: [CivitaiModule.forRoot({ apiKey: canary, timeoutSeconds: -1 })] })],
  ['plain http', () => ({ imports: [CivitaiModule.forRoot({ apiKey: canary, baseUrl: 'http://civitai.example' })] })],
  [
    'the same name twice',
    () => ({ imports: [CivitaiModule.forRoot({ apiKey: canary }), CivitaiModule.forRoot({ apiKey: canary })] }),
  ],
  ['an option given twice', () => ({ imports: [CivitaiModule.forRoot({ apiKey: canary, apikey: canary } as object)] })],
  [
    'a wrong token in a factory',
    () => ({
      imports: [CivitaiSdkModule.forRootAsync({ useFactory: async () => ({ apiToken: canary, apiVersion: '..' }) })],
    }),
  ],
  [
    'a short secret of a webhook',
    () => ({ imports: [CivitaiWebhookModule.forRoot({ secret: canary.slice(0, 10), onEvent: () => undefined })] }),
  ],
  [
    'what cannot be injected',
    () => ({
      imports: [
        CivitaiModule.forRootAsync({
          inject: ['ABSENT'],
          useFactory: (absent: string) => ({ apiKey: canary + absent }),
        }),
      ],
    }),
  ],
];

describe('a marked key', () => {
  it.each(wrong)('is not in what Nest logs and throws for %s', async (_, metadata) => {
    const log = new LogLines();
    const written: string[] = [];
    const spy = vi.spyOn(process.stderr, 'write').mockImplementation((text) => written.push(String(text)) > 0);
    try {
      const starting = NestFactory.createApplicationContext(
        { module: Root, ...metadata() },
        { abortOnError: false, logger: log },
      );
      const error: unknown = await starting.then(
        () => undefined,
        (reason: unknown) => reason,
      );
      expect(error).toBeInstanceOf(Error);
      const everything = [shown(error), String((error as Error).stack), ...log.lines, ...written].join('\n');
      expect(everything).not.toContain(canary.slice(0, 10));
    } finally {
      spy.mockRestore();
    }
  });

  it('is not in log lines, the graph of the modules, or the application itself', async () => {
    const configuration = Configuration.from({ CivitaiApi: { BaseUrl: served.origin, ApiKey: canary } });
    const { app, log } = await nest.listen(
      {
        imports: [
          CivitaiModule.forRoot(configuration),
          CivitaiModule.forRoot({ baseUrl: served.origin, apiKey: new Secret(canary) }, { name: 'studio' }),
          CivitaiModule.forRoot({ baseUrl: served.origin, apiKey: canary }, { name: 'plain' }),
        ],
      },
      { snapshot: true },
    );
    for (const name of [undefined, 'studio', 'plain']) {
      await app.get<CivitaiClient>(getCivitaiToken(name)).models.get(1);
    }
    expect(served.keys()).toEqual([canary, canary, canary]);
    expect(app.get(SerializedGraph).toString()).not.toContain(canary);
    expect(log.lines.join('\n')).not.toContain(canary);
    expect(shown(app.get(CivitaiClient))).not.toContain(canary);
  });

  it('is not in the ids of modules, however Nest makes them', async () => {
    const { app } = await nest.listen(
      { imports: [CivitaiModule.forRoot({ baseUrl: served.origin, apiKey: canary })] },
      { moduleIdGeneratorAlgorithm: 'deep-hash' },
    );
    await app.get(CivitaiClient).models.get(1);
    expect(served.keys()).toEqual([canary]);
    expect([...app.get(ModulesContainer).keys()].join(' ')).not.toContain(canary);
  });
});
