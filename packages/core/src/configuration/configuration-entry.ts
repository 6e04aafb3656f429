import { ConfigurationError } from '../errors/configuration-error.js';
import type { FileValue } from './sources/file-value.js';
import type { UnusableValue } from './sources/unusable-value.js';

/** A single value as a source spells it. */
export type RawValue = string | number | boolean;

/** What a source has for one key, before it gets its place among the layers. */
export interface SourceEntry {
  /** The key as the source spells it, levels separated by `:`. */
  readonly key: string;
  readonly value: RawValue | FileValue | UnusableValue;
  /** Where it comes from, such as `appsettings.json:4`. */
  readonly source: string;
  /** Whether `value` is the content of a file that a `…_FILE` variable names. */
  readonly viaFileVariable?: boolean;
}

/**
 * One source's value for a key.
 *
 * `inspect` and `JSON.stringify` show the key and the source only: the value may be a secret.
 */
export class ConfigurationEntry {
  /** The key as the source spells it, levels separated by `:`. */
  readonly key: string;
  /** Where the value comes from, such as `appsettings.json:4`. */
  readonly source: string;
  /** Position of the layer; the value of a higher one wins. */
  readonly layer: number;
  /** Whether a `…_FILE` variable names the file with the value; within a layer such a value comes last. */
  readonly viaFileVariable: boolean;
  readonly #value: SourceEntry['value'];

  constructor(entry: SourceEntry, layer: number) {
    this.key = entry.key;
    this.source = entry.source;
    this.layer = layer;
    this.viaFileVariable = entry.viaFileVariable === true;
    this.#value = entry.value;
    Object.freeze(this);
  }

  /**
   * The value itself, secrets in clear: do not print it. A method, for `inspect` can be told to call getters. `undefined` when the file that holds it is empty, or when it is not a single
   * value (see {@link ConfigurationEntry.unusable}).
   *
   * @throws ConfigurationError when the file that holds the value cannot be read; it is opened at the first use.
   */
  reveal(): RawValue | undefined {
    if (typeof this.#value !== 'object') return this.#value;
    if (this.#value.kind === 'unusable') return undefined;
    const content = this.#value.read();
    if (content.problem === undefined) return content.text;
    const { message, remedy } = content.problem;
    const told = this.viaFileVariable ? `names ${this.#value.path}, which ${message}` : message;
    throw new ConfigurationError([{ key: this.key, source: this.source, message: told, remedy }]);
  }

  /** Path of the file that holds nothing but the value, such as `/run/secrets/CIVITAI_API_KEY`. */
  get file(): string | undefined {
    return typeof this.#value === 'object' && this.#value.kind === 'file' ? this.#value.path : undefined;
  }

  /** What the value is when it is nothing a setting can hold, such as `a Date`. */
  get unusable(): string | undefined {
    return typeof this.#value === 'object' && this.#value.kind === 'unusable' ? this.#value.description : undefined;
  }
}

/** What has become of one place where values are looked for. */
export interface SourceReport {
  /** Such as `appsettings.json`, `user secrets`, `environment`. */
  readonly name: string;
  /** The file or directory, where there is one. */
  readonly location?: string;
  readonly status: 'read' | 'missing' | 'skipped';
  /** Why it was skipped. */
  readonly reason?: string;
}

/** The part of a configuration that binding needs; also what a second copy of this package offers. */
export interface ConfigurationReader {
  lookup(key: string): readonly ConfigurationEntry[];
  keysUnder(section: string): readonly string[];
  readonly sources: readonly SourceReport[];
}
