import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Where caches of hashes usually are: `civitkit/hashes.json` in the folder that the system has for caches.
 *
 * @param environment - default: `process.env`
 */
export function defaultHashCachePath(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  platform: string = process.platform,
): string {
  return join(cacheFolder(environment, platform), 'civitkit', 'hashes.json');
}

function cacheFolder(environment: Readonly<Record<string, string | undefined>>, platform: string): string {
  if (platform === 'win32') return environment['LOCALAPPDATA'] || join(homedir(), 'AppData', 'Local');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  const own = environment['XDG_CACHE_HOME'] ?? '';
  // The specification says that a relative one is to be ignored.
  return own.startsWith('/') ? own : join(homedir(), '.cache');
}
