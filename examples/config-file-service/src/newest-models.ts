import { setTimeout } from 'node:timers/promises';
import { type CivitaiClient, isCivitaiError } from '@civitkit/core/client';
import type { WatcherSettings } from './watcher-settings.js';

/** Looks for new models from time to time, and says whose account it does that with. */
export class NewestModels {
  readonly #civitai: CivitaiClient;
  readonly #settings: WatcherSettings;

  constructor(civitai: CivitaiClient, settings: WatcherSettings) {
    this.#civitai = civitai;
    this.#settings = settings;
  }

  /** Looks until the signal is given. What fails is told, and tried again at the next time. */
  async watch(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await this.#look(signal);
        await setTimeout(this.#settings.intervalMs, undefined, { signal });
      } catch (error) {
        if (signal.aborted) return;
        if (!isCivitaiError(error)) throw error;
        console.error(`${error.message} [${error.code}]`);
        await setTimeout(this.#settings.intervalMs, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  async #look(signal: AbortSignal): Promise<void> {
    const newest = this.#civitai.models.where({ types: this.#settings.types }).orderBy('Newest');
    const model = await newest.first({ signal });
    console.log(`newest as ${await this.#account(signal)}: ${model?.name ?? 'none'}`);
  }

  async #account(signal: AbortSignal): Promise<string> {
    const outcome = await this.#civitai.me.get({ signal }).asResult();
    if (outcome.ok) return outcome.value.username ?? String(outcome.value.id);
    if (outcome.error.code === 'missing_api_key') return 'nobody';
    throw outcome.error;
  }
}
