import { Global, type InjectionToken, Module, type OnApplicationShutdown } from '@nestjs/common';
import type { Configuration } from '../configuration/configuration.js';
import { loadConfiguration } from '../configuration/load-configuration.js';
import type { AnySection } from '../configuration/section-schema.js';
import { ConfigurationError } from '../errors/configuration-error.js';

/** What the clients of one application have in common: their names, the configuration found on disk, and their end. */
export class ClientRegistry implements OnApplicationShutdown {
  readonly #claims = new Map<InjectionToken, object>();
  readonly #clients: { close(): void }[] = [];
  #configuration: Configuration | undefined;

  /**
   * The configuration found from the working directory, read once for all clients.
   *
   * @param section - whose values are checked along when the files themselves are broken, to report everything at once
   */
  configuration(section: AnySection): Configuration {
    this.#configuration ??= loadConfiguration({ sections: [section] });
    return this.#configuration;
  }

  /**
   * Refuses a second client under the same token.
   *
   * @throws ConfigurationError with code `already_registered`, or `invalid_configuration` when it is the same registration
   * once more: for another request
   */
  refuseSecond(token: InjectionToken, registration: object, call: string, name: string | undefined): void {
    const claimed = this.#claims.get(token);
    if (claimed === undefined) return;
    if (claimed === registration) throw perRequest(call);
    const which = name === undefined ? 'a default client' : `a client named "${name}"`;
    throw new ConfigurationError(
      [
        {
          key: '',
          source: call,
          message: `this application already has ${which}.`,
          remedy:
            'Import the module once, with isGlobal: true if others need the client too, or export it from a module of ' +
            `your own; or give another client a name: ${call}(…, { name: 'studio' }).`,
        },
      ],
      { code: 'already_registered' },
    );
  }

  /** Takes a client over, to close it when the application has ended. */
  add(token: InjectionToken, registration: object, client: { close(): void }): void {
    this.#claims.set(token, registration);
    this.#clients.push(client);
  }

  /** Comes after the HTTP server has answered what it was asked: until then, handlers need their clients. */
  onApplicationShutdown(): void {
    for (const client of this.#clients.splice(0).toReversed()) client.close();
    this.#claims.clear();
  }
}

function perRequest(call: string): ConfigurationError {
  return new ConfigurationError([
    {
      key: '',
      source: call,
      message: 'a client would be made for every request, because what it is made from is request-scoped.',
      remedy:
        'Inject singletons only. For keys that differ from request to request, give a credential provider, which is ' +
        'asked for each call.',
    },
  ]);
}

/**
 * Holds the registry. Global, because Nest ends global modules last: whoever uses a client in a hook of its own has ended
 * before.
 */
export class ClientRegistryModule {}
Module({ providers: [ClientRegistry], exports: [ClientRegistry] })(ClientRegistryModule);
Global()(ClientRegistryModule);
