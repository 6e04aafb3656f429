import { civitaiApiSection } from '../configuration/civitai-api-section.js';
import type { CivitaiApiSettings } from '../configuration/client-settings.js';
import type { Configuration } from '../configuration/configuration.js';
import { SectionWatch } from '../configuration/watch/section-watch.js';
import type { Logger } from '../observability/logger.js';
import type { Secret } from '../secrets/secret.js';
import type { CredentialProvider } from '../transport/credential.js';
import { KeyCredentialProvider } from './key-credential-provider.js';

/** The settings in force, and how to get them again. */
export interface ReloadedKeyOptions {
  readonly settings: CivitaiApiSettings;
  readonly configuration: Configuration;
  readonly explicit?: object | undefined;
  readonly section?: string | undefined;
  readonly name?: string | undefined;
  readonly logger?: Logger | undefined;
}

/** The configured key, replaced whenever the files of the configuration change (`ReloadOnChange`). */
export class ReloadedKeyProvider implements CredentialProvider {
  readonly #key: KeyCredentialProvider;
  readonly #watch: SectionWatch<CivitaiApiSettings>;

  /** @throws ConfigurationError when there is nothing that could be read again */
  constructor(options: ReloadedKeyOptions) {
    this.#key = new KeyCredentialProvider(options.settings.apiKey);
    this.#watch = new SectionWatch({
      ...options,
      schema: civitaiApiSection,
      keyField: 'ApiKey',
      keyOf: ({ apiKey }) => apiKey,
      onKey: (key) => {
        this.#key.replace(key);
      },
    });
  }

  current(): Secret | null {
    return this.#key.current();
  }

  /** Looks at the files at once: the old key may have been revoked the moment the new one was written. */
  refused(credential: Secret): boolean {
    if (!this.#key.refused(credential)) this.#watch.lookNow();
    return this.#key.refused(credential);
  }

  /** Ends the watching. */
  close(): void {
    this.#watch.close();
  }
}
