import type { WorkflowTemplate } from '../generated/types.js';

/**
 * Checks a template before anything is sent. The checks are loaded by the first call that wants them.
 *
 * @throws ValidationError, in the mode `error`, for what the server would refuse
 */
export async function checkTemplate(
  template: WorkflowTemplate,
  mode: 'error' | 'warn',
  waitSeconds: number | undefined,
): Promise<void> {
  const options = { waitSeconds };
  if (mode === 'error') {
    const { assertWorkflow } = await import('../checks/assert-workflow.js');
    assertWorkflow(template, options);
    return;
  }
  const { checkWorkflow } = await import('../checks/check-workflow.js');
  for (const { code, message, path } of checkWorkflow(template, options)) {
    process.emitWarning(`${path === '' ? 'The workflow' : path}: ${message}`, { type: 'WorkflowCheckWarning', code });
  }
}
