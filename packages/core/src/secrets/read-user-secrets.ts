import { homedir } from 'node:os';
import { isDevelopment } from '../configuration/environment-name.js';
import { readJsonFile } from '../configuration/sources/json-file.js';
import type { SourceLayer } from '../configuration/sources/source-layer.js';
import { findManifest, userSecretsIdProblem } from './user-secrets-id.js';
import { type UserSecretsPaths, userSecretsPaths } from './user-secrets-paths.js';

const name = 'user secrets';

/** Whose user secrets to read. */
export interface UserSecretsRequest {
  readonly id: string | false | undefined;
  readonly directory: string;
  readonly environmentName: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Default: as the system says; asked in Development only, for a container may have no home at all. */
  readonly homeDirectory: string | undefined;
}

/** Reads the user secrets of a project as layers: those of `dotnet user-secrets` first, as ours win over them. */
export function readUserSecrets(request: UserSecretsRequest): readonly SourceLayer[] {
  const { directory, environmentName, environment } = request;
  if (request.id === false) return [skipped('turned off')];
  if (!isDevelopment(environmentName)) return [skipped(`only read in Development, this is ${environmentName}`)];
  const { id, problems } = findId(request.id, directory);
  if (problems.length > 0) return [{ ...skipped('no usable userSecretsId'), problems }];
  if (id === undefined) return [skipped('no userSecretsId in the package.json')];
  const homeDirectory = request.homeDirectory ?? homedir();
  return readStores(userSecretsPaths(id, { homeDirectory, environment, platform: process.platform }));
}

/** Both stores, ours last. */
function readStores({ own, dotnet }: UserSecretsPaths): readonly [SourceLayer, SourceLayer] {
  return [
    readJsonFile({ name: `${name} (.NET)`, path: dotnet, source: `${name} ${dotnet}` }),
    readJsonFile({ name, path: own, source: `${name} ${own}` }),
  ];
}

function findId(
  given: string | undefined,
  directory: string,
): { readonly id?: string | undefined; readonly problems: SourceLayer['problems'] } {
  if (given === undefined || given === '') {
    const { manifest, problems } = findManifest(directory);
    return { id: manifest?.id, problems };
  }
  const problem = userSecretsIdProblem(given, 'options');
  return problem === undefined ? { id: given, problems: [] } : { problems: [problem] };
}

function skipped(reason: string): SourceLayer {
  return { entries: [], problems: [], report: { name, status: 'skipped', reason } };
}
