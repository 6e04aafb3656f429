import { isCivitaiError } from '../../errors/civitai-error.js';
import type { ConfigurationProblem } from '../../errors/configuration-error.js';
import type { ConfigurationEntry, RawValue } from '../configuration-entry.js';

/** The strongest value there is, nothing, or what is wrong with the place that should have it. */
export type FoundValue =
  | { readonly found: 'value'; readonly entry: ConfigurationEntry; readonly value: RawValue }
  | { readonly found: 'nothing' }
  | {
      readonly found: 'problem';
      readonly entry: ConfigurationEntry;
      readonly problems: readonly ConfigurationProblem[];
    };

/**
 * The first candidate with a value. One that cannot be read is a problem and not passed over: a weaker source must not
 * take the place of a broken stronger one.
 */
export function findValue(candidates: readonly ConfigurationEntry[], key: string): FoundValue {
  for (const entry of candidates) {
    if (entry.unusable !== undefined) {
      const message = `must be a single value, not ${entry.unusable}.`;
      return { found: 'problem', entry, problems: [{ key, source: entry.source, message, remedy: 'Correct it.' }] };
    }
    const content = readEntry(entry);
    if (content.problems !== undefined) return { found: 'problem', entry, problems: content.problems };
    if (content.value !== undefined && content.value !== '') return { found: 'value', entry, value: content.value };
  }
  return { found: 'nothing' };
}

function readEntry(
  entry: ConfigurationEntry,
):
  | { readonly value: RawValue | undefined; readonly problems?: never }
  | { readonly problems: readonly ConfigurationProblem[] } {
  try {
    return { value: entry.reveal() };
  } catch (error) {
    // Told by its brand, for the entry may come from a second copy of this package.
    if (isCivitaiError(error) && 'problems' in error) {
      return { problems: error.problems as readonly ConfigurationProblem[] };
    }
    throw error;
  }
}
