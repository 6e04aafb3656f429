import { Configuration } from '@civitkit/core';
import { CivitaiModule } from '@civitkit/core/nestjs';
import { ModelsLabClient } from '@civitkit/sdk/modelslab/client';
import {
  getModelsLabCredentialToken,
  getModelsLabHealthToken,
  getModelsLabToken,
  InjectModelsLab,
  ModelsLabHealthIndicator,
  ModelsLabModule,
  type ModelsLabOptionsFactory,
  modelsLabTokens,
} from '@civitkit/sdk/nestjs';
import { Controller, Get } from '@nestjs/common';
import { type RunningEmulator, startEmulator } from 'civitkit/emulator';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask } from './support/ask.js';
import { useNest } from './support/use-nest.js';

const nest = useNest();
let emulator: RunningEmulator;

beforeEach(async () => {
  emulator = await startEmulator({ modelCount: 5, imageCount: 0 });
});
afterEach(() => emulator.close());

@Controller('wallet')
class WalletController {
  readonly #mine: ModelsLabClient;
  readonly #health: ModelsLabHealthIndicator;
  @InjectModelsLab('wrong') readonly wrong!: ModelsLabClient;

  constructor(mine: ModelsLabClient, health: ModelsLabHealthIndicator) {
    this.#mine = mine;
    this.#health = health;
  }
  @Get()
  async balance(): Promise<object> {
    const refused = await this.wrong.account.walletBalance().asResult();
    const { currency } = await this.#mine.account.walletBalance();
    return { currency, refused: refused.ok, health: await this.#health.check(undefined, { ping: true }) };
  }
}

describe('ModelsLabModule', () => {
  it('gives clients with keys of their own, beside the site’s, on one configuration', async () => {
    const configuration = Configuration.from({
      ModelsLab: { BaseUrl: emulator.modelslabUrl, ApiKey: emulator.modelslabKey },
      Wrong: { BaseUrl: emulator.modelslabUrl, ApiKey: 'a-key-of-nobody' },
    });
    const { app, origin, log } = await nest.listen({
      imports: [
        CivitaiModule.forRoot(configuration),
        ModelsLabModule.forRoot(),
        ModelsLabModule.forRoot(configuration, { name: 'wrong', section: 'Wrong' }),
      ],
      controllers: [WalletController],
    });
    const { status, body } = await ask(`${origin}/wallet`);
    expect([status, JSON.parse(body)]).toMatchObject([
      200,
      { refused: false, health: { modelslab: { status: 'up' } } },
    ]);
    const health = app.get<ModelsLabHealthIndicator>(getModelsLabHealthToken('wrong'));
    expect(await health.check('wrong', { ping: true })).toMatchObject({ wrong: { status: 'down' } });
    expect(log.lines.some((line) => line.startsWith('debug | ModelsLab:wrong | '))).toBe(true);
    expect(`${log.lines.join('\n')}${body}`).not.toContain(emulator.modelslabKey);
    await app.close();
    await expect(app.get(ModelsLabClient).account.walletBalance()).rejects.toMatchObject({ code: 'client_closed' });
  });

  it('takes options from a class, and needs a key', async () => {
    class StudioOptions implements ModelsLabOptionsFactory {
      createModelsLabOptions(): { baseUrl: string; apiKey: string } {
        return { baseUrl: emulator.modelslabUrl, apiKey: emulator.modelslabKey };
      }
    }
    const app = await nest.context({
      imports: [ModelsLabModule.forRootAsync({ name: 'studio', useClass: StudioOptions })],
    });
    const studio = app.get<ModelsLabClient>(getModelsLabToken('studio'));
    expect(await studio.account.walletBalance()).toHaveProperty('balance');
    await expect(nest.context({ imports: [ModelsLabModule.forRoot(Configuration.from({}))] })).rejects.toMatchObject({
      name: 'ConfigurationError',
      message: expect.stringContaining('ModelsLab:ApiKey') as unknown,
    });
  });

  it('has tokens of its own', () => {
    expect(getModelsLabToken()).toBe(ModelsLabClient);
    expect(getModelsLabHealthToken()).toBe(ModelsLabHealthIndicator);
    expect(getModelsLabCredentialToken()).toBe(modelsLabTokens.credential);
  });
});
