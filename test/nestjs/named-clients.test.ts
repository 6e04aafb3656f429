import { CivitaiClient, Configuration, coreTokens, KeyCredentialProvider } from '@civitkit/core';
import { CivitaiModule, getCivitaiCredentialToken, getCivitaiToken, InjectCivitai } from '@civitkit/core/nestjs';
import { OrchestrationClient } from '@civitkit/sdk/client';
import {
  getOrchestrationCredentialToken,
  getOrchestrationToken,
  InjectOrchestration,
  CivitaiModule as SdkModule,
} from '@civitkit/sdk/nestjs';
import { Controller, Get, Global, Injectable, Module, Param } from '@nestjs/common';
import { describe, expect, it } from 'vitest';
import { useNest } from './support/use-nest.js';
import { useServer } from './support/use-server.js';

const nest = useNest();
const served = useServer();

@Injectable()
class Accounts {
  readonly mine: CivitaiClient;
  readonly theirs: CivitaiClient;
  @InjectOrchestration('studio') readonly generation!: OrchestrationClient;

  constructor(@InjectCivitai() mine: CivitaiClient, @InjectCivitai('studio') theirs: CivitaiClient) {
    this.mine = mine;
    this.theirs = theirs;
  }
}

@Controller('models')
class ModelsController {
  readonly #accounts: Accounts;
  constructor(accounts: Accounts) {
    this.#accounts = accounts;
  }
  @Get(':account')
  async name(@Param('account') account: string): Promise<string> {
    const { mine, theirs, generation } = this.#accounts;
    await generation.workflows.where().page();
    return (await (account === 'studio' ? theirs : mine).models.get(1)).name;
  }
}

const configuration = (): Configuration =>
  Configuration.from({
    CivitaiApi: { BaseUrl: served.origin, ApiKey: 'my-own-key' },
    Studio: { BaseUrl: served.origin, ApiKey: 'key-of-the-studio' },
    StudioGeneration: { BaseUrl: served.origin, ApiToken: 'token-of-the-studio' },
  });

describe('two accounts in one application', () => {
  it('send two keys', async () => {
    const settings = configuration();
    const { origin } = await nest.listen({
      imports: [
        CivitaiModule.forRoot(settings),
        CivitaiModule.forRoot(settings, { section: 'Studio', name: 'studio' }),
        SdkModule.forRoot(settings, { section: 'StudioGeneration', name: 'studio' }),
      ],
      controllers: [ModelsController],
      providers: [Accounts],
    });
    expect(await (await fetch(`${origin}/models/mine`)).text()).toBe('one');
    expect(await (await fetch(`${origin}/models/studio`)).text()).toBe('one');
    const generation = 'token-of-the-studio';
    expect(served.keys()).toEqual([generation, 'my-own-key', generation, 'key-of-the-studio']);
  });

  it('have tokens of their own', () => {
    expect(getCivitaiToken()).toBe(CivitaiClient);
    expect(getCivitaiToken('studio')).toBe(Symbol.for('@civitkit/core/CivitaiClient:studio'));
    expect(getOrchestrationToken()).toBe(OrchestrationClient);
    const tokens = [getCivitaiToken('a'), getCivitaiToken('b'), getOrchestrationToken('a')];
    expect(new Set(tokens).size).toBe(3);
    expect(getCivitaiCredentialToken()).toBe(coreTokens.credential);
    expect(getCivitaiCredentialToken('a')).not.toBe(getOrchestrationCredentialToken('a'));
  });

  it('need no default client', async () => {
    const app = await nest.context({
      imports: [CivitaiModule.forRoot(configuration(), { section: 'Studio', name: 'studio' })],
    });
    await app.get<CivitaiClient>(getCivitaiToken('studio')).models.get(1);
    expect(served.keys()).toEqual(['key-of-the-studio']);
    expect(() => app.get(CivitaiClient)).toThrow('CivitaiClient');
  });

  it('a missing one is named by Nest', async () => {
    const starting = nest.context({ imports: [CivitaiModule.forRoot(configuration())], providers: [Accounts] });
    await expect(starting).rejects.toThrow('@civitkit/core/CivitaiClient:studio');
  });
});

describe('a credential provider of the application', () => {
  it('serves the client it is bound for, and no other', async () => {
    @Global()
    @Module({
      providers: [
        { provide: coreTokens.credential, useValue: new KeyCredentialProvider('provided-for-the-default') },
        { provide: getOrchestrationCredentialToken('studio'), useValue: new KeyCredentialProvider('provided-token') },
      ],
      exports: [coreTokens.credential, getOrchestrationCredentialToken('studio')],
    })
    class KeysModule {}
    const settings = configuration();
    const app = await nest.context({
      imports: [
        KeysModule,
        CivitaiModule.forRoot(settings),
        CivitaiModule.forRoot(settings, { section: 'Studio', name: 'studio' }),
        // No token is configured: the provider takes its place.
        SdkModule.forRoot({ baseUrl: served.origin }, { section: 'Nowhere', name: 'studio' }),
      ],
    });
    await app.get(CivitaiClient).models.get(1);
    await app.get<CivitaiClient>(getCivitaiToken('studio')).models.get(1);
    await app.get<OrchestrationClient>(getOrchestrationToken('studio')).workflows.where().page();
    expect(served.keys()).toEqual(['provided-for-the-default', 'key-of-the-studio', 'provided-token']);
  });

  it('can be given with the registration', async () => {
    const credential = new KeyCredentialProvider('given');
    const app = await nest.context({ imports: [CivitaiModule.forRoot({ baseUrl: served.origin }, { credential })] });
    await app.get(CivitaiClient).models.get(1);
    credential.replace('another');
    await app.get(CivitaiClient).models.get(1);
    expect(served.keys()).toEqual(['given', 'another']);
  });
});
