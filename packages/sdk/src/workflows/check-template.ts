import type { CheckOptions } from '../checks/check-options.js';
import type { Finding } from '../checks/finding.js';
import type { WorkflowTemplate } from '../generated/types.js';

/**
 * Checks a template before anything is sent, and emits what is left to say as process warnings. The checks are loaded by
 * the first call that wants them.
 *
 * @throws ValidationError, in the mode `error`, for what the server would refuse
 */
export async function checkTemplate(
  template: WorkflowTemplate,
  mode: 'error' | 'warn',
  waitSeconds: number | undefined,
): Promise<void> {
  const options = { waitSeconds };
  for (const { code, message, path } of await find(template, mode, options)) {
    process.emitWarning(`${path === '' ? 'The workflow' : path}: ${message}`, { type: 'WorkflowCheckWarning', code });
  }
}

async function find(
  template: WorkflowTemplate,
  mode: 'error' | 'warn',
  options: CheckOptions,
): Promise<readonly Finding[]> {
  if (mode === 'error') return (await import('../checks/assert-workflow.js')).assertWorkflow(template, options);
  return (await import('../checks/check-workflow.js')).checkWorkflow(template, options);
}
