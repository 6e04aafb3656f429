import { resolve } from 'node:path';
import type { ConfigurationProblem } from '../../errors/configuration-error.js';
import type { SourceEntry } from '../configuration-entry.js';
import { colonKey, reservedNameIn } from '../configuration-key.js';
import { FileValue } from './file-value.js';
import type { SourceContent } from './object-entries.js';
import { reservedKeyProblem } from './reserved-key-problem.js';

/** Where variables come from. */
export interface VariableOrigin {
  /** What a relative path in a `…_FILE` variable is relative to. */
  readonly directory: string;
  readonly sourceOf: (name: string) => string;
}

/**
 * Turns variables into entries: `A__B` is the key `A:B`; any other name is a key at the root, where a field finds it
 * as its alias. `X_FILE` names a file with the value of `X`, which is opened when a setting asks for `X`.
 */
export function variableEntries(
  variables: Readonly<Record<string, string | undefined>>,
  { directory, sourceOf }: VariableOrigin,
): SourceContent {
  const entries: SourceEntry[] = [];
  const problems: ConfigurationProblem[] = [];
  // Two spellings of one name: the first in this order wins, so that the outcome does not depend on the system.
  for (const name of Object.keys(variables).toSorted()) {
    const value = variables[name];
    const reserved = reservedNameIn(name);
    if (reserved !== undefined) problems.push(reservedKeyProblem(name, sourceOf(name)));
    else if (value !== undefined && value.trim() !== '') {
      const target = fileVariableTarget(name);
      if (target !== undefined) {
        const path = resolve(directory, value.trim());
        entries.push({
          key: colonKey(target),
          value: new FileValue(path),
          source: sourceOf(name),
          viaFileVariable: true,
        });
      }
      // `CivitaiApi__ApiKey_FILE` is no setting `ApiKey_FILE`; a plain `X_FILE` may well be a variable of its own.
      if (target === undefined || !name.includes('__'))
        entries.push({ key: colonKey(name), value, source: sourceOf(name) });
    }
  }
  return { entries, problems };
}

function fileVariableTarget(name: string): string | undefined {
  return /^.+[^_]_FILE$/i.test(name) ? name.slice(0, -'_FILE'.length) : undefined;
}
