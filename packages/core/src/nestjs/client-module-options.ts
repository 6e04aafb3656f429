import type { InjectionToken, ModuleMetadata, OptionalFactoryDependency, Provider, Type } from '@nestjs/common';
import type { ClientRegistration } from '../configuration/client-registration.js';
import type { RegistrationInput } from '../configuration/registration-input.js';
import type { ClientParts } from '../create-pipeline.js';
import type { Logger } from '../observability/logger.js';

/**
 * How a client is registered in a NestJS application: section, name, visibility, and parts that are replaced. A part given
 * here wins over one that the module can inject under its token (`coreTokens`).
 */
export interface ClientModuleOptions extends ClientRegistration, Omit<ClientParts, 'logger'> {
  /** The client can be injected in all modules, without importing this one. Default: false. */
  readonly isGlobal?: boolean | undefined;
  /** Default: what is bound to `coreTokens.logger`, or else Nest's `Logger`. `false`: no log lines. */
  readonly logger?: Logger | false | undefined;
  /** Modules whose exports the factory, or parts under their tokens, are injected from. */
  readonly imports?: ModuleMetadata['imports'] | undefined;
  /** Providers inside the client's module: parts under their tokens (`coreTokens`), or what the factory is given. */
  readonly extraProviders?: readonly Provider[] | undefined;
}

/** What a factory can be given: a token, or one that may have no provider. */
export type InjectedToken = InjectionToken | OptionalFactoryDependency;

/** What is injected for a token: an instance of its class. A token that is no class says nothing: annotate the parameter. */
export type InjectedBy<T> = T extends { readonly token: infer U; readonly optional: infer P }
  ? InjectedBy<U> | (P extends false ? never : undefined)
  : T extends abstract new (
        ...args: never
      ) => infer I
    ? I
    : never;

/** What a factory of options may give. Nothing means the shared configuration. */
export type GivenOptions<O extends object> =
  | RegistrationInput<O>
  | undefined
  | Promise<RegistrationInput<O> | undefined>;

/** Options from a function with injected parameters. */
export interface OptionsFromFactory<O extends object, T extends readonly InjectedToken[]> {
  /** What the function is given, in this order. Singletons only: the client is one. */
  readonly inject?: readonly [...T] | undefined;
  /** Gives options, a `Configuration`, or nothing. */
  useFactory(...dependencies: { [I in keyof T]: InjectedBy<T[I]> }): GivenOptions<O>;
  readonly useClass?: undefined;
  readonly useExisting?: undefined;
}

/** Options from a class that the module makes. */
export interface OptionsFromClass<F> {
  readonly useClass: Type<F>;
  readonly inject?: undefined;
  readonly useFactory?: undefined;
  readonly useExisting?: undefined;
}

/** Options from a provider of another module, which must be in `imports` unless it is global. */
export interface OptionsFromExisting<F> {
  readonly useExisting: Type<F> | string | symbol;
  readonly inject?: undefined;
  readonly useFactory?: undefined;
  readonly useClass?: undefined;
}

/** How a client is registered whose options come from providers. `F` is the interface of an options factory. */
export type ClientModuleAsyncOptions<O extends object, F, T extends readonly InjectedToken[]> = ClientModuleOptions &
  (OptionsFromFactory<O, T> | OptionsFromClass<F> | OptionsFromExisting<F>);
