import { isAbsolute, posix, win32 } from 'node:path';

/** Where a user's files are. */
export interface UserLocation {
  readonly homeDirectory: string;
  /** For `XDG_CONFIG_HOME` and `APPDATA`. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
}

/** The two files with the user secrets of a project. */
export interface UserSecretsPaths {
  readonly own: string;
  /** The file of `dotnet user-secrets`. */
  readonly dotnet: string;
}

/** Where the user secrets with an id are kept; always outside the project. */
export function userSecretsPaths(id: string, { homeDirectory, environment, platform }: UserLocation): UserSecretsPaths {
  if (platform === 'win32') {
    const roaming = environment['APPDATA'] || win32.join(homeDirectory, 'AppData', 'Roaming');
    return {
      own: win32.join(roaming, 'civitkit', 'user-secrets', id, 'secrets.json'),
      dotnet: win32.join(roaming, 'Microsoft', 'UserSecrets', id, 'secrets.json'),
    };
  }
  const configuration =
    platform === 'darwin'
      ? posix.join(homeDirectory, 'Library', 'Application Support')
      : (xdgConfigHome(environment) ?? posix.join(homeDirectory, '.config'));
  return {
    own: posix.join(configuration, 'civitkit', 'user-secrets', id, 'secrets.json'),
    dotnet: posix.join(homeDirectory, '.microsoft', 'usersecrets', id, 'secrets.json'),
  };
}

/** A relative path is to be ignored, says the XDG specification. */
function xdgConfigHome(environment: UserLocation['environment']): string | undefined {
  const path = environment['XDG_CONFIG_HOME'];
  return path !== undefined && isAbsolute(path) ? path : undefined;
}
