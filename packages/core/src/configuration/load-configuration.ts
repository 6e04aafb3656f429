import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { ConfigurationError, type ConfigurationProblem } from '../errors/configuration-error.js';
import { readUserSecrets } from '../secrets/read-user-secrets.js';
import { findProblems } from './binding/bind-section.js';
import { civitaiApiSection } from './civitai-api-section.js';
import { Configuration } from './configuration.js';
import type { SourceEntry, SourceReport } from './configuration-entry.js';
import { findEnvironmentName } from './environment-name.js';
import type { AnySection } from './section-schema.js';
import { readAppSettings } from './sources/app-settings-file.js';
import { readDotenvFile } from './sources/dotenv-file.js';
import { describeFileError } from './sources/file-problem.js';
import { readSecretsDirectory } from './sources/secrets-directory.js';
import type { SourceLayer } from './sources/source-layer.js';
import { variableEntries } from './sources/variables.js';

/** Where {@link loadConfiguration} looks; every property has a default, and `undefined` means that default. */
export interface LoadConfigurationOptions {
  /** Directory of `appsettings.json`, `.env` and `package.json`. Default: the working directory. */
  readonly directory?: string | undefined;
  /** The variables. Default: `process.env`, which is read and never written. */
  readonly environment?: Readonly<Record<string, string | undefined>> | undefined;
  /** Default: `CIVITKIT_ENVIRONMENT`, else `DOTNET_ENVIRONMENT`, else `NODE_ENV`, else `Production`. */
  readonly environmentName?: string | undefined;
  /** Directory with a file for each secret; `false`: none. Default: `CIVITKIT_SECRETS_DIRECTORY`, else `/run/secrets`. */
  readonly secretsDirectory?: string | false | undefined;
  /** Id of the user secrets, read in `Development` only; `false`: none. Default: `userSecretsId` of the `package.json`. */
  readonly userSecretsId?: string | false | undefined;
  /** Where the user secrets lie. Default: the user's home directory. */
  readonly homeDirectory?: string | undefined;
  /**
   * Sections whose values are checked too when a file is broken, so that one error lists everything. Default: the
   * section `CivitaiApi`. Without a broken file they are not checked here but when they are bound.
   */
  readonly sections?: readonly AnySection[] | undefined;
}

/**
 * Reads and merges every source, from the weakest to the strongest: `appsettings.json`,
 * `appsettings.{Environment}.json`, `.env`, `.env.local`, user secrets (in `Development`), the secrets directory, the
 * environment. A missing file is skipped.
 *
 * @throws ConfigurationError listing every file that cannot be used, with line and column where it matters.
 *
 * @example
 * ```ts
 * import { loadConfiguration } from '@civitkit/core';
 *
 * const configuration = loadConfiguration({ directory: '/srv/studio', environmentName: 'Staging' });
 * console.log(configuration.sources);
 * ```
 */
export function loadConfiguration(options: LoadConfigurationOptions = {}): Configuration {
  const directory = findDirectory(options.directory);
  const environment = options.environment ?? process.env;
  const environmentName = findEnvironmentName(options.environmentName, environment);

  const layers: readonly SourceLayer[] = [
    readAppSettings(directory, 'appsettings.json'),
    readAppSettings(directory, `appsettings.${environmentName.name}.json`),
    readDotenvFile(directory, '.env'),
    readDotenvFile(directory, '.env.local'),
    ...readUserSecrets({
      id: options.userSecretsId,
      directory,
      environmentName: environmentName.name,
      environment,
      homeDirectory: options.homeDirectory,
    }),
    readSecretsDirectory(options.secretsDirectory, environment, directory),
    readEnvironment(environment, directory),
  ];
  const configuration = new Configuration({
    layers: layers.map(({ entries }): readonly SourceEntry[] => entries),
    environmentName: environmentName.name,
    directory,
    sources: layers.map(({ report }): SourceReport => report),
    // The working directory and the environment's name stay what they were, whatever the host program does to them.
    reload: () => loadConfiguration({ ...options, directory, environmentName: environmentName.name }),
  });

  const problems: ConfigurationProblem[] = [...environmentName.problems, ...layers.flatMap((layer) => layer.problems)];
  if (problems.length > 0) {
    const sections = options.sections ?? [civitaiApiSection];
    throw new ConfigurationError([...problems, ...sections.flatMap((section) => findProblems(configuration, section))]);
  }
  return configuration;
}

/** Checked first: a mistyped directory would look like one in which nothing is configured. */
function findDirectory(given: string | undefined): string {
  const problem = { key: 'directory', source: given ?? 'working directory' };
  try {
    const directory = resolve(given ?? process.cwd());
    if (statSync(directory).isDirectory()) return directory;
  } catch (error) {
    throw new ConfigurationError([{ ...problem, ...describeFileError(error) }]);
  }
  const remedy = 'Name the directory that appsettings.json is in.';
  throw new ConfigurationError([{ ...problem, message: 'is not a directory.', remedy }]);
}

function readEnvironment(environment: Readonly<Record<string, string | undefined>>, directory: string): SourceLayer {
  const { entries, problems } = variableEntries(environment, {
    directory,
    sourceOf: (name) => `environment variable ${name}`,
  });
  return { entries, problems, report: { name: 'environment', status: 'read' } };
}
