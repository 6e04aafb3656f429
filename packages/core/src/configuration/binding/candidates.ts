import type { ConfigurationEntry, ConfigurationReader } from '../configuration-entry.js';
import { childKey } from '../configuration-key.js';
import type { PlacedField } from './placed-field.js';

/** Which section a client reads, and whether it is one of several. */
export interface SectionPlace {
  readonly section: string;
  /** Whether the client has a name of its own beside the default client. */
  readonly named: boolean;
}

/**
 * Everything the sources have for a field, the strongest first.
 *
 * For the default client an alias such as `CIVITAI_API_KEY` is just another spelling: within a layer the section's own
 * key comes first, then the aliases in their order, then what `…_FILE` variables name. A named client looks at the
 * aliases only when its section has nothing anywhere: two accounts in one process must not both get that one key.
 */
export function candidatesFor(
  reader: ConfigurationReader,
  { key, field }: PlacedField,
  { section, named }: SectionPlace,
): readonly ConfigurationEntry[] {
  const own = reader.lookup(childKey(section, key));
  const aliases = (field.aliases ?? []).flatMap((alias) => reader.lookup(alias));
  const fallbacks = (field.fallbacks ?? []).flatMap((fallback) => reader.lookup(fallback));
  return named
    ? [...own, ...aliases.toSorted(byStrength), ...fallbacks]
    : [...[...own, ...aliases].toSorted(byStrength), ...fallbacks];
}

function byStrength(left: ConfigurationEntry, right: ConfigurationEntry): number {
  return right.layer - left.layer || Number(left.viaFileVariable) - Number(right.viaFileVariable);
}
