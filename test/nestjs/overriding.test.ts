import { CivitaiClient, type Model } from '@civitkit/core';
import { CivitaiModule, getCivitaiToken, InjectCivitai } from '@civitkit/core/nestjs';
import { OrchestrationClient } from '@civitkit/sdk/client';
import { CivitaiSdkModule } from '@civitkit/sdk/nestjs';
import { Injectable, Module } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { useWorkingDirectory } from './support/use-server.js';

useWorkingDirectory();

@Injectable()
class Catalogue {
  readonly #civitai: CivitaiClient;
  readonly #studio: CivitaiClient;
  readonly generation: OrchestrationClient;
  constructor(civitai: CivitaiClient, @InjectCivitai('studio') studio: CivitaiClient, generation: OrchestrationClient) {
    this.#civitai = civitai;
    this.#studio = studio;
    this.generation = generation;
  }
  async names(): Promise<string[]> {
    const [one, two] = await Promise.all([this.#civitai.models.get(1), this.#studio.models.get(1)]);
    return [one.name, two.name];
  }
}

/** As an application has it: none of this can start here, for there is neither a key nor a vault. */
@Module({
  imports: [
    CivitaiModule.forRootAsync({ useFactory: () => Promise.reject(new Error('no vault in tests')) }),
    CivitaiModule.forRoot({ timeoutSeconds: -1 }, { name: 'studio' }),
    CivitaiSdkModule.forRoot(),
  ],
  providers: [Catalogue],
})
class AppModule {}

const fake = (name: string): object => ({ models: { get: async () => ({ name }) as Model }, close: () => undefined });

let testing: TestingModule | undefined;
afterEach(() => testing?.close());

describe('overrideProvider', () => {
  it('replaces clients by their tokens, and then no settings are needed', async () => {
    const generation = fake('generation');
    testing = await Test.createTestingModule({ imports: [AppModule] })
      .overrideProvider(CivitaiClient)
      .useValue(fake('mine'))
      .overrideProvider(getCivitaiToken('studio'))
      .useValue(fake('theirs'))
      .overrideProvider(OrchestrationClient)
      .useValue(generation)
      .compile();
    const catalogue = testing.get(Catalogue);
    expect(await catalogue.names()).toEqual(['mine', 'theirs']);
    expect(catalogue.generation).toBe(generation);
  });

  it('leaves a fake to the test: it is not closed with the application', async () => {
    let closed = 0;
    testing = await Test.createTestingModule({ imports: [CivitaiModule.forRoot({ timeoutSeconds: -1 })] })
      .overrideProvider(CivitaiClient)
      .useValue({ close: () => (closed += 1) })
      .compile();
    await testing.close();
    testing = undefined;
    expect(closed).toBe(0);
  });

  it('without it, the test hears what is wrong', async () => {
    const compiling = Test.createTestingModule({ imports: [CivitaiModule.forRoot({ timeoutSeconds: -1 })] }).compile();
    await expect(compiling).rejects.toMatchObject({ name: 'ConfigurationError' });
  });
});
