import { CivitaiError, type CivitaiErrorInit } from './civitai-error.js';

/** One thing wrong with the configuration. Never holds a secret's value. */
export interface ConfigurationProblem {
  /** The key, such as `CivitaiApi:TimeoutSeconds`. */
  readonly key: string;
  /** Where the value came from, such as `appsettings.json:4`, or where a missing one was looked for. */
  readonly source: string;
  /** What is wrong. */
  readonly message: string;
  /** What to do about it. */
  readonly remedy: string;
}

/** The configuration cannot be used; `problems` lists everything found, not only the first. */
export class ConfigurationError extends CivitaiError {
  override readonly name = 'ConfigurationError';
  readonly problems: readonly ConfigurationProblem[];

  constructor(
    problems: readonly ConfigurationProblem[],
    init: Omit<CivitaiErrorInit, 'code'> & { readonly code?: CivitaiErrorInit['code'] | undefined } = {},
  ) {
    super(describe(problems), { ...init, code: init.code ?? 'invalid_configuration' });
    this.problems = problems;
  }
}

function describe(problems: readonly ConfigurationProblem[]): string {
  const lines = problems.map(({ key, source, message, remedy }) => {
    const where = [key, source === '' ? '' : `(${source})`].filter((part) => part !== '').join(' ');
    return `${where}${where === '' ? '' : ': '}${message} ${remedy}`.trimEnd();
  });
  if (lines.length === 1) return lines[0] ?? '';
  return [`${lines.length} problems in the configuration:`, ...lines.map((line) => `  - ${line}`)].join('\n');
}
