import type { Configuration } from '../configuration/configuration.js';
import type { SectionSchema } from '../configuration/section-schema.js';
import { SectionWatch } from '../configuration/watch/section-watch.js';
import type { Logger } from '../observability/logger.js';
import type { Secret } from '../secrets/secret.js';
import type { CredentialProvider } from '../transport/credential.js';
import { KeyCredentialProvider } from './key-credential-provider.js';

/** The settings in force, and how to get them again. */
export interface ReloadedKeyOptions<S> {
  readonly schema: SectionSchema<S>;
  /** The field of the key, such as `ApiKey`. */
  readonly keyField: string;
  readonly keyOf: (settings: S) => Secret | null;
  readonly settings: S;
  readonly configuration: Configuration;
  readonly explicit?: object | undefined;
  readonly section?: string | undefined;
  readonly name?: string | undefined;
  readonly logger?: Logger | undefined;
}

/** The configured key, replaced whenever the files of the configuration change (`ReloadOnChange`). */
export class ReloadedKeyProvider<S> implements CredentialProvider {
  readonly #key: KeyCredentialProvider;
  readonly #watch: SectionWatch<S>;

  /** @throws ConfigurationError when there is nothing that could be read again */
  constructor(options: ReloadedKeyOptions<S>) {
    this.#key = new KeyCredentialProvider(options.keyOf(options.settings));
    this.#watch = new SectionWatch({
      ...options,
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
