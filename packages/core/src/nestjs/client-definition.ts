import type { InjectionToken, Type } from '@nestjs/common';
import type { ClientRegistration } from '../configuration/client-registration.js';
import type { Configuration } from '../configuration/configuration.js';
import type { RegistrationInput } from '../configuration/registration-input.js';
import type { ResolvedSettings } from '../configuration/resolve-settings.js';
import type { AnySection } from '../configuration/section-schema.js';
import type { ClientParts } from '../create-pipeline.js';
import type { ClientHealth } from '../create-stages.js';
import type { CallOptions } from '../transport/api-request.js';

/** What modules of NestJS need of a client. */
export interface ModuleClient {
  close(): void;
  health(): ClientHealth;
}

/**
 * What tells the NestJS module of one client from that of another. Each package of civitkit has one for each of its
 * clients; {@link registerClient} and {@link registerClientAsync} make the modules.
 */
export interface ClientDefinition<O extends object, S, C extends ModuleClient> {
  /** The module's class. */
  readonly module: Type;
  /** What the class is called, in messages: a minifier may have renamed it. */
  readonly moduleName: string;
  /** Token of the client with a name; without one, its class. */
  readonly clientToken: (name: string | undefined) => InjectionToken;
  /** Token of a credential provider for the client with a name, or without. */
  readonly credentialToken: (name: string | undefined) => InjectionToken;
  /** Token of the health indicator for the client with a name; without one, its class. */
  readonly indicatorToken: (name: string | undefined) => InjectionToken;
  /** Context of log lines, such as `Civitai`. */
  readonly logContext: string;
  /** The health indicator's class. */
  readonly indicator: new (
    client: C,
  ) => object;
  /** Name of the method of an options factory (`useClass`, `useExisting`). */
  readonly factoryMethod: string;
  /** Turns what was given into checked settings. Beside a credential provider, the key may be missing. */
  readonly resolve: (
    input: RegistrationInput<O> | undefined,
    registration: ClientRegistration,
    loadDefault: (section: AnySection) => Configuration,
    beside: { readonly hasProvider: boolean },
  ) => ResolvedSettings<S>;
  /** Builds the client. */
  readonly build: (resolved: ResolvedSettings<S>, parts: ClientParts & ClientRegistration) => C;
}

/** Asks a server whether it is there. */
export type Ping<C> = (client: C, options: CallOptions) => PromiseLike<unknown>;
