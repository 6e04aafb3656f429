import type { Provider, Type } from '@nestjs/common';
import type { ClientModuleAsyncOptions, InjectedToken } from './client-module-options.js';

/** Where a client's options come from, whatever the application has chosen. */
export interface OptionsSource {
  readonly inject: readonly InjectedToken[];
  /** What else the module has to provide for `inject`. */
  readonly providers: readonly Provider[];
  /** Is called with what was injected; gives options, or a promise of them. */
  readonly read: (...dependencies: readonly unknown[]) => unknown;
}

/**
 * Tells `useFactory`, `useClass` and `useExisting` apart.
 *
 * @param method - of the options factory that a class is
 * @throws TypeError unless it is exactly one of the three
 */
export function optionsSource<O extends object, F, T extends readonly InjectedToken[]>(
  options: ClientModuleAsyncOptions<O, F, T>,
  call: string,
  method: string,
): OptionsSource {
  const { useClass, useExisting } = options;
  const ways = [options.useFactory !== undefined, useClass !== undefined, useExisting !== undefined];
  if (ways.filter(Boolean).length !== 1) {
    throw new TypeError(`${call}: give one of useFactory, useClass and useExisting.`);
  }
  if (options.useFactory !== undefined) {
    const read: OptionsSource['read'] = (...dependencies) => options.useFactory(...(dependencies as never));
    return { inject: options.inject ?? [], providers: [], read };
  }
  const token = (useClass ?? useExisting) as Type<unknown> | string | symbol;
  return {
    inject: [token],
    providers: useClass === undefined ? [] : [useClass],
    read: (factory) => callFactory(factory, call, method),
  };
}

function callFactory(factory: unknown, call: string, method: string): unknown {
  const methods = factory as Readonly<Record<string, unknown>> | null | undefined;
  if (typeof methods?.[method] !== 'function') throw new TypeError(`${call}: the class needs a method ${method}().`);
  return (methods[method] as () => unknown).call(factory);
}
