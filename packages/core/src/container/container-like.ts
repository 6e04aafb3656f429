import type { Configuration } from '../configuration/configuration.js';
import { loadConfiguration } from '../configuration/load-configuration.js';
import type { AnySection } from '../configuration/section-schema.js';
import { ConfigurationError } from '../errors/configuration-error.js';
import { coreTokens } from './tokens.js';

/**
 * The part of an Inversify container that registration needs. Written out with `never` parameters, because the types of
 * two installed copies of inversify do not fit each other, although their containers do.
 */
export interface ContainerLike {
  load(...modules: never[]): void;
  isBound(identifier: never, options?: never): boolean;
  isCurrentBound(identifier: never, options?: never): boolean;
  get(identifier: never, options?: never): unknown;
}

/**
 * The container's configuration if it has one, so that all packages in it share it; else the one found on disk.
 *
 * @param section - whose values are checked along when the files themselves are broken, to report everything at once
 */
export function configurationOf(container: ContainerLike, section: AnySection): Configuration {
  const token = coreTokens.configuration as never;
  return container.isBound(token)
    ? (container.get(token) as Configuration)
    : loadConfiguration({ sections: [section] });
}

/**
 * Refuses a second registration in the same container; a child container may have its own.
 *
 * @throws ConfigurationError with code `already_registered`
 */
export function refuseSecond(
  container: ContainerLike,
  identifiers: readonly unknown[],
  call: string,
  name: string | undefined,
): void {
  const options = name === undefined ? undefined : { name };
  if (!identifiers.some((identifier) => container.isCurrentBound(identifier as never, options as never))) return;
  const which = name === undefined ? 'a default client' : `a client named "${name}"`;
  throw new ConfigurationError(
    [
      {
        key: '',
        source: call,
        message: `this container already has ${which}.`,
        remedy:
          `Register it once, or give another one a name: ${call}(container, …, { name: 'studio' }). ` +
          'To replace it, load it as a module and unload that.',
      },
    ],
    { code: 'already_registered' },
  );
}
