import { channel } from 'node:diagnostics_channel';
import type { CivitaiError } from '../errors/civitai-error.js';
import type { Logger } from './logger.js';

/** Channel `civitkit:configuration`: the files of a configuration changed (`ReloadOnChange`). */
export interface ConfigurationEvent {
  /** Such as `CivitaiApi`. */
  readonly section: string;
  /** Name of the client, if it has one. */
  readonly name?: string;
  /** `rejected`: the new configuration cannot be used, and the one before stays in force. */
  readonly outcome: 'reloaded' | 'rejected';
  /** Whether requests carry another key from now on. */
  readonly keyReplaced: boolean;
  /** Settings that differ from those in force, such as `Retry:MaxRetries`; they take effect after a restart. */
  readonly needRestart: readonly string[];
  /** Why it was rejected. */
  readonly error?: CivitaiError;
}

/** Publishes the event and writes its log line: a warning where somebody has something to do. */
export function reportConfiguration(event: ConfigurationEvent, logger: Logger | undefined): void {
  const events = channel('civitkit:configuration');
  if (events.hasSubscribers) events.publish(event);
  try {
    const { level, text } = describe(event);
    logger?.[level](`civitkit ${event.section}: ${text}`);
  } catch {
    // A logger that fails is no reason to stop watching.
  }
}

function describe({ outcome, error, keyReplaced, needRestart }: ConfigurationEvent): {
  readonly level: keyof Logger;
  readonly text: string;
} {
  if (outcome === 'rejected') {
    return {
      level: 'warn',
      text: `the changed configuration is not used, the one before stays. ${error?.message ?? ''}`,
    };
  }
  const key = keyReplaced ? 'the key was replaced' : 'the key is the same';
  if (needRestart.length === 0) return { level: 'debug', text: `the configuration changed; ${key}.` };
  return {
    level: 'warn',
    text: `the configuration changed; ${key}, but ${needRestart.join(', ')} will change after a restart only.`,
  };
}
