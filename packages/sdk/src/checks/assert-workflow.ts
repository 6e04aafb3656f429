import { ValidationError } from '@civitkit/core/client';
import type { CheckOptions } from './check-options.js';
import { checkWorkflow } from './check-workflow.js';
import type { Finding } from './finding.js';

/**
 * Stops a workflow that the server would refuse. Warnings pass; they are given back.
 *
 * @returns the warnings of {@link checkWorkflow}
 * @throws ValidationError with code `invalid_argument` when there are errors: `issues` names each, `details.findings` has
 *   the findings as they are
 *
 * @example
 * ```ts
 * import { assertWorkflow } from '@civitkit/sdk/checks';
 *
 * for (const { path, message } of assertWorkflow({ steps: [{ $type: 'echo', input: { message: 'hello' } }] })) {
 *   console.warn(path, message);
 * }
 * ```
 */
export function assertWorkflow(template: unknown, options: CheckOptions = {}): readonly Finding[] {
  const findings = checkWorkflow(template, options);
  const errors = findings.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (first === undefined) return findings;
  const more = errors.length === 1 ? '' : ` (and ${errors.length - 1} more: see issues)`;
  const where = first.path === '' ? 'the template' : first.path;
  throw new ValidationError(`The server would refuse this workflow. At ${where}: ${first.message}${more}`, {
    code: 'invalid_argument',
    issues: errors.map(({ path, message, code }) => ({ path: memberPath(path), pointer: path, message, code })),
    details: { findings: errors },
  });
}

/** A pointer in the form of the server's own issues: `steps[0].input.prompt`. */
function memberPath(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((step) => (/^\d+$/.test(step) ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');
}
