import type { Workflow, WorkflowError } from '@civitkit/sdk/client';
import type { CommandIo } from '../command-io.js';
import { CommandFailure, exitCode } from '../exit-code.js';
import { count } from '../output/count.js';
import { oneLine } from '../output/display-width.js';
import type { FollowedWorkflow } from './workflows-follow.js';
import { sortOutputs } from './workflows-save.js';

/** Tells of every file that a workflow was kept from handing out, and why. */
export function tellWithheld(workflow: Workflow, io: CommandIo): void {
  for (const { blockedReason, kind, path, step } of sortOutputs(workflow).withheld) {
    io.err(oneLine(`withheld: ${kind} of step ${step ?? ''}, ${path} (${blockedReason ?? 'no reason is given'})`));
  }
}

/**
 * Ends the command with what a workflow came to, where that is no success.
 *
 * @throws CommandFailure
 */
export function assertSuccess({ failure, workflow }: FollowedWorkflow): void {
  if (failure !== undefined) throw failureOf(failure);
  const { files, withheld } = sortOutputs(workflow);
  if (withheld.length > 0) {
    throw new CommandFailure(
      `${count(withheld.length, 'file')} of workflow ${workflow.id ?? ''} withheld, see above. ${aboutModeration}`,
      exitCode.withheld,
    );
  }
  const errors = files.length > 0 ? [] : outputErrors(workflow);
  if (errors.length > 0) {
    throw new CommandFailure(
      `Workflow ${workflow.id ?? ''} ended without a file: ${oneLine(errors.join('; '))}. Change what it complains of.`,
      exitCode.workflowFailed,
    );
  }
}

const aboutModeration =
  'Change the prompt or the source, or allow mature content where it is wanted: --allow-mature, which takes yellow Buzz.';

function failureOf(error: WorkflowError): CommandFailure {
  const { blockedReason, code, moderation, reason, step, stepType, workflowId } = error;
  const ended = code.replace(/^workflow_/, '').replace('canceled', 'was canceled');
  const where = step === undefined ? '' : ` in step ${step}${stepType === undefined ? '' : ` (${stepType})`}`;
  const blocked = blockedReason !== undefined || reason === 'blocked' || moderation?.blocked === true;
  const because = [reason, blockedReason === undefined ? undefined : `withheld as ${blockedReason}`]
    .filter((text) => text !== undefined)
    .join(', ');
  const told = because === '' ? '; the server keeps the reason to itself' : `: ${because}`;
  return new CommandFailure(
    oneLine(`Workflow ${workflowId ?? ''} ${ended}${where}${told}. ${remedyOf(error, blocked)}`),
    blocked ? exitCode.withheld : exitCode.workflowFailed,
  );
}

function remedyOf({ code, reason, retryable }: WorkflowError, blocked: boolean): string {
  if (blocked) return aboutModeration;
  if (code === 'workflow_canceled') return 'Run it again if that was not wanted.';
  if (retryable) return 'Run it again later.';
  return reason === undefined ? 'Run it again, or ask for something else.' : 'Change what it complains of.';
}

/** What steps say of their failure although they succeeded. */
function outputErrors(workflow: Workflow): readonly string[] {
  return workflow.steps.flatMap(({ output }) => {
    const errors = (output as { readonly errors?: unknown } | null | undefined)?.errors;
    return Array.isArray(errors) ? errors.filter((error): error is string => typeof error === 'string') : [];
  });
}
