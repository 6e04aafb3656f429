import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The environment without anything that configures Civitai: your own key must not reach the emulator, nor the
 * emulator's address your own programs. Production, so that your user secrets stay out as well.
 */
export function cleanEnvironment() {
  const configures = /^(?:civitai|civitkit|modelslab|webhooks?_|watcher__|studio__|(?:port|public_url)$)/i;
  const kept = Object.entries(process.env).filter(([name]) => !configures.test(name));
  const direct = [process.env.NO_PROXY ?? process.env.no_proxy, '127.0.0.1', 'localhost'].filter(Boolean).join(',');
  return { ...Object.fromEntries(kept), CIVITKIT_ENVIRONMENT: 'Production', NO_PROXY: direct, no_proxy: direct };
}

/** A file of the user's own in an example's folder: it would win over the emulator's address, or bring a real key. */
export function ownSettingsFile(folder) {
  const name = ['.env', '.env.local'].find((file) => existsSync(join(folder, file)));
  return name === undefined ? undefined : join(folder, name);
}
