import type { ConfigurationProblem } from '../errors/configuration-error.js';

/** The variables that name the environment, the strongest first. */
const variables = ['CIVITKIT_ENVIRONMENT', 'DOTNET_ENVIRONMENT', 'NODE_ENV'] as const;
const fallback = 'Production';

/** The name of the environment, and what is wrong with the one given. */
export interface EnvironmentName {
  readonly name: string;
  readonly problems: readonly ConfigurationProblem[];
}

/** Finds the name of the environment, which becomes part of a file name and so must not be a path. */
export function findEnvironmentName(
  explicit: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): EnvironmentName {
  const given = [
    { source: 'options', value: explicit },
    ...variables.map((name) => ({ source: `environment variable ${name}`, value: environment[name] })),
  ].find(({ value }) => value !== undefined && value.trim() !== '');
  if (given === undefined) return { name: fallback, problems: [] };
  const name = (given.value ?? '').trim();
  if (/^[A-Za-z0-9._-]{1,100}$/.test(name)) return { name, problems: [] };
  const problem = {
    key: 'environment name',
    source: given.source,
    message: 'may only contain letters, digits, ".", "_" and "-".',
    remedy: 'Use a name such as Development or Production.',
  };
  return { name: fallback, problems: [problem] };
}

/** Whether user secrets are read: on a developer's machine only. */
export function isDevelopment(environmentName: string): boolean {
  return environmentName.toLowerCase() === 'development';
}
