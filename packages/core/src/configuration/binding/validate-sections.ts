import { ConfigurationError, type ConfigurationProblem } from '../../errors/configuration-error.js';
import type { ConfigurationReader } from '../configuration-entry.js';
import type { AnySection, SectionSchema } from '../section-schema.js';
import { bindSection } from './bind-section.js';

/**
 * Checks several sections together.
 *
 * @throws ConfigurationError with everything that is wrong in any of them; its code is `missing_api_key` when nothing but
 *   required secrets is missing.
 */
export function validateSections(reader: ConfigurationReader, sections: readonly AnySection[]): void {
  const errors = sections.flatMap((section) => errorsOf(reader, section));
  const [first] = errors;
  if (first === undefined) return;
  const code = errors.every((error) => error.code === first.code) ? first.code : undefined;
  throw new ConfigurationError(unique(errors.flatMap(({ problems }) => problems)), { code });
}

function errorsOf(reader: ConfigurationReader, section: AnySection): readonly ConfigurationError[] {
  try {
    bindSection(reader, section as SectionSchema<object>);
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) return [error];
    throw error;
  }
}

/** Sections that share a name such as `CIVITAI_API_KEY` share what is wrong with its file, too. */
function unique(problems: readonly ConfigurationProblem[]): readonly ConfigurationProblem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}
