import { type Configuration, ConfigurationError } from '@civitkit/core/client';

/** The section `Watcher`: the settings of the application itself, from the same files and variables. */
export interface WatcherSettings {
  readonly types: readonly string[];
  readonly intervalMs: number;
}

/** @throws ConfigurationError when the interval is no number above 0 */
export function readWatcherSettings(configuration: Configuration): WatcherSettings {
  const types = String(configuration.get('Watcher:Types') ?? 'LORA');
  const intervalSeconds = Number(configuration.get('Watcher:IntervalSeconds') ?? 60);
  if (intervalSeconds > 0) return { types: types.split(/\s*,\s*/), intervalMs: intervalSeconds * 1000 };
  const [entry] = configuration.lookup('Watcher:IntervalSeconds');
  const message = 'must be a number above 0.';
  throw new ConfigurationError([
    { key: 'Watcher:IntervalSeconds', source: entry?.source ?? '', message, remedy: 'Write seconds, such as 60.' },
  ]);
}
