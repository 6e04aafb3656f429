import { isCivitaiError } from '../../errors/civitai-error.js';
import { ConfigurationError, type ConfigurationProblem } from '../../errors/configuration-error.js';
import { type ConfigurationEvent, reportConfiguration } from '../../observability/configuration-event.js';
import type { Logger } from '../../observability/logger.js';
import type { Secret } from '../../secrets/secret.js';
import type { Clock } from '../../transport/clock.js';
import { describeThrown } from '../../transport/describe-thrown.js';
import { bindSection } from '../binding/bind-section.js';
import type { SectionPlace } from '../binding/candidates.js';
import { changedKeys } from '../binding/changed-keys.js';
import type { Configuration } from '../configuration.js';
import type { SectionSchema } from '../section-schema.js';
import { PlaceWatch } from './place-watch.js';
import { findUnrepeatable, watchedPlaces } from './watched-places.js';

/** The settings that are in force, and how they came about. */
export interface SectionWatchInput<S> {
  readonly configuration: Configuration;
  readonly schema: SectionSchema<S>;
  readonly settings: S;
  readonly section?: string | undefined;
  readonly name?: string | undefined;
  readonly explicit?: object | undefined;
  /** The field that takes effect at once, such as `ApiKey`. */
  readonly keyField: string;
  readonly keyOf: (settings: S) => Secret | null;
  readonly onKey: (key: Secret | null) => void;
  readonly logger?: Logger | undefined;
  /** Default: timers that do not keep the process running. */
  readonly schedule?: Clock['schedule'] | undefined;
}

/**
 * Reads a section again when its files change. The key takes effect at once; other settings are only compared, since
 * what was built from them is in use. What cannot be used is reported, and the settings before stay.
 */
export class SectionWatch<S> {
  readonly #input: SectionWatchInput<S>;
  readonly #place: SectionPlace;
  readonly #watch: PlaceWatch;
  #configuration: Configuration;
  #key: Secret | null;
  #needRestart: readonly string[] = [];

  /** @throws ConfigurationError when there is nothing that could be read again */
  constructor(input: SectionWatchInput<S>) {
    this.#input = input;
    this.#place = { section: input.section ?? input.schema.name, named: input.name !== undefined };
    this.#configuration = input.configuration;
    this.#key = input.keyOf(input.settings);
    this.#refuseUnrepeatable(input.configuration);
    this.#watch = new PlaceWatch({
      places: () => watchedPlaces(this.#configuration, input.schema, this.#place),
      onChange: () => {
        this.#reload();
      },
      schedule: input.schedule,
    });
  }

  /** Looks at the files at once, instead of waiting for an event. */
  lookNow(): void {
    this.#watch.lookNow();
  }

  close(): void {
    this.#watch.close();
  }

  #reload(): void {
    try {
      const { schema, section, name, explicit, settings: inForce, keyField } = this.#input;
      const configuration = this.#configuration.reload();
      this.#refuseUnrepeatable(configuration);
      const settings = bindSection(configuration, schema, { section, name, explicit });
      this.#configuration = configuration;
      const keyReplaced = this.#takeKey(settings);
      const needRestart = changedKeys(schema, inForce, settings).filter((key) => key !== keyField);
      const differs = needRestart.join() !== this.#needRestart.join();
      this.#needRestart = needRestart;
      if (keyReplaced || differs) this.#tell({ outcome: 'reloaded', keyReplaced, needRestart });
    } catch (thrown) {
      const error = isCivitaiError(thrown) ? thrown : unexpected(thrown);
      this.#tell({ outcome: 'rejected', keyReplaced: false, needRestart: this.#needRestart, error });
    }
  }

  #takeKey(settings: S): boolean {
    const key = this.#input.keyOf(settings);
    if (key?.reveal() === this.#key?.reveal()) return false;
    // Much more often a file that is just being replaced than the wish to be anonymous.
    if (key === null) {
      throw new ConfigurationError([
        {
          key: `${this.#place.section}:${this.#input.keyField}`,
          source: 'ReloadOnChange',
          message: 'has disappeared from every source.',
          remedy: 'The key before stays in use; restart to go on without one.',
        },
      ]);
    }
    this.#key = key;
    this.#input.onKey(key);
    return true;
  }

  #tell(event: Omit<ConfigurationEvent, 'section' | 'name'>): void {
    const { name, logger } = this.#input;
    reportConfiguration({ section: this.#place.section, ...(name === undefined ? {} : { name }), ...event }, logger);
  }

  #refuseUnrepeatable(configuration: Configuration): void {
    const key = `${this.#place.section}:ReloadOnChange`;
    // A configuration of an older copy of this package does not have the property, which says no as well.
    if (!configuration.reloadable) {
      const message = 'is on, but the configuration was made from an object, which cannot be read again.';
      const remedy = 'Use loadConfiguration(), or give the key with a CredentialProvider.';
      throw new ConfigurationError([{ key, source: configuration.sources[0]?.name ?? '', message, remedy }]);
    }
    const source = findUnrepeatable(configuration, this.#input.schema, this.#place);
    if (source === undefined) return;
    const message = 'is on, but a value comes from a pipe or a device, which can be read only once.';
    throw new ConfigurationError([{ key, source, message, remedy: 'Put a regular file in its place.' }]);
  }
}

function unexpected(thrown: unknown): ConfigurationError {
  const problem: ConfigurationProblem = {
    key: '',
    source: 'ReloadOnChange',
    message: `the configuration could not be read again (${describeThrown(thrown)}).`,
    remedy: 'Check the files and the disk they are on.',
  };
  return new ConfigurationError([problem]);
}
