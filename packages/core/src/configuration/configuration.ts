import { ConfigurationError } from '../errors/configuration-error.js';
import { type ExplainedValue, explainSection } from './binding/explain-section.js';
import { validateSections } from './binding/validate-sections.js';
import { civitaiApiSection } from './civitai-api-section.js';
import {
  ConfigurationEntry,
  type ConfigurationReader,
  type RawValue,
  type SourceEntry,
  type SourceReport,
} from './configuration-entry.js';
import { comparableKey } from './configuration-key.js';
import type { AnySection } from './section-schema.js';
import { objectEntries } from './sources/object-entries.js';

/** Shared by every copy of this package in a process, so that {@link isConfiguration} works across copies. */
const brand: unique symbol = Symbol.for('@civitkit/core/configuration');

/** What a {@link Configuration} is made of. */
export interface ConfigurationInit {
  /** The entries of each layer, the lowest first; within a layer the first entry of a key wins. */
  readonly layers: readonly (readonly SourceEntry[])[];
  readonly environmentName: string;
  readonly directory?: string | undefined;
  readonly sources: readonly SourceReport[];
  /** Reads the same places again; absent when there are none. */
  readonly reload?: (() => Configuration) | undefined;
}

/**
 * Values from files, variables and secrets, merged by key; each remembers where it comes from. Immutable.
 *
 * Keys are case-insensitive and levels are separated by `:` or `__`. Neither `inspect` nor `JSON.stringify` shows a
 * value, for any of them may be a secret.
 *
 * @example
 * ```ts
 * import { loadConfiguration } from '@civitkit/core';
 *
 * const configuration = loadConfiguration();
 * for (const { key, value, source } of configuration.explain()) console.log(`${key} = ${value} (${source})`);
 * ```
 */
export class Configuration implements ConfigurationReader {
  /** Such as `Development`; decides which `appsettings.{Environment}.json` is read. */
  readonly environmentName: string;
  /** Where the files were looked for; `undefined` when the configuration was made from an object. */
  readonly directory: string | undefined;
  /** Every place looked at, the weakest first. */
  readonly sources: readonly SourceReport[];
  readonly #entries: ReadonlyMap<string, readonly ConfigurationEntry[]>;
  readonly #reload: (() => Configuration) | undefined;

  /** Use {@link loadConfiguration} or {@link Configuration.from}. */
  constructor(init: ConfigurationInit) {
    this.environmentName = init.environmentName;
    this.directory = init.directory;
    this.sources = Object.freeze(init.sources.map((report) => Object.freeze({ ...report })));
    this.#entries = entriesByKey(init.layers);
    this.#reload = init.reload;
    Object.freeze(this);
  }

  /**
   * A configuration from one object, and from nothing else: no files, no environment.
   *
   * @param object - nested (`{ CivitaiApi: { ApiKey: '…' } }`) or flat (`{ 'CivitaiApi:ApiKey': '…' }`), any case. A
   *   {@link Secret} and a `URL` count as their text.
   * @param options - `source`: what to call the object in messages and reports.
   * @throws TypeError when it is no plain object.
   * @throws ConfigurationError for duplicate and for reserved keys.
   */
  static from(object: Readonly<Record<string, unknown>>, options: { readonly source?: string } = {}): Configuration {
    const source = options.source ?? 'the configuration object';
    const { entries, problems } = objectEntries(object, source);
    if (problems.length > 0) throw new ConfigurationError(problems);
    return new Configuration({
      layers: [entries],
      environmentName: 'Production',
      sources: [{ name: source, status: 'read' }],
    });
  }

  /**
   * The effective value of a key as its source spells it, secrets in clear: do not print it.
   *
   * @param key - such as `CivitaiApi:ApiKey` or `CivitaiApi__ApiKey`, in any case. Aliases such as `CIVITAI_API_KEY`
   *   are keys of their own.
   * @throws ConfigurationError when the value lies in a file of its own that cannot be read.
   */
  get(key: string): RawValue | undefined {
    for (const entry of this.lookup(key)) {
      const value = entry.reveal();
      if (value !== undefined && value !== '') return value;
    }
    return undefined;
  }

  /** Everything the sources have for a key: the winner, then what it overrides. */
  lookup(key: string): readonly ConfigurationEntry[] {
    return this.#entries.get(comparableKey(key)) ?? [];
  }

  /** The full keys below a section, as the strongest source spells each. */
  keysUnder(section: string): readonly string[] {
    const prefix = `${comparableKey(section)}:`;
    const keys: string[] = [];
    for (const [comparable, entries] of this.#entries) {
      const strongest = entries[0];
      if (strongest !== undefined && comparable.startsWith(prefix)) keys.push(strongest.key);
    }
    return keys;
  }

  /**
   * The effective value of every setting of some sections, with its source and what it overrides. Secrets, and
   * credentials within URLs, are masked. Values that are wrong are shown too; only binding complains about them.
   *
   * @param sections - default: the section `CivitaiApi`.
   */
  explain(sections: readonly AnySection[] = [civitaiApiSection]): readonly ExplainedValue[] {
    return sections.flatMap((section) => explainSection(this, section));
  }

  /**
   * Checks some sections together, so that a service that uses several clients reports everything that is wrong when it
   * starts, and not one client after the other.
   *
   * @param sections - default: the section `CivitaiApi`. Of a section under another name: `{ ...section, name: 'Studio' }`.
   * @throws ConfigurationError listing every problem and every missing key; its code is `missing_api_key` when nothing but
   *   keys are missing.
   */
  validate(sections: readonly AnySection[] = [civitaiApiSection]): void {
    validateSections(this, sections);
  }

  /** Whether {@link Configuration.reload} can be used: whether this was loaded from files. */
  get reloadable(): boolean {
    return this.#reload !== undefined;
  }

  /**
   * A new configuration from the same places, read again; this one stays as it is.
   *
   * @throws ConfigurationError listing every file that cannot be used.
   * @throws TypeError when this configuration was made from an object; see {@link Configuration.reloadable}.
   */
  reload(): Configuration {
    if (this.#reload !== undefined) return this.#reload();
    throw new TypeError('This configuration was made from an object: there is nothing to read again.');
  }

  /** @internal */
  get [brand](): true {
    return true;
  }
}

/** Whether a value is a {@link Configuration}, also one from a second copy of this package. */
export function isConfiguration(value: unknown): value is Configuration {
  return typeof value === 'object' && value !== null && (value as { [brand]?: unknown })[brand] === true;
}

function entriesByKey(layers: ConfigurationInit['layers']): ReadonlyMap<string, readonly ConfigurationEntry[]> {
  const byKey = new Map<string, ConfigurationEntry[]>();
  for (let layer = layers.length - 1; layer >= 0; layer -= 1) {
    const entries = layers[layer] ?? [];
    // A variable that holds the value beats one that only names a file.
    const inOrder = [
      ...entries.filter((entry) => entry.viaFileVariable !== true),
      ...entries.filter(isViaFileVariable),
    ];
    for (const entry of inOrder) {
      if (typeof entry.value === 'string' && entry.value.trim() === '') continue;
      const comparable = comparableKey(entry.key);
      const known = byKey.get(comparable);
      if (known === undefined) byKey.set(comparable, [new ConfigurationEntry(entry, layer)]);
      else known.push(new ConfigurationEntry(entry, layer));
    }
  }
  for (const entries of byKey.values()) Object.freeze(entries);
  return byKey;
}

function isViaFileVariable(entry: SourceEntry): boolean {
  return entry.viaFileVariable === true;
}
