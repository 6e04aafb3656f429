import { checkWorkflow } from '@civitkit/sdk/checks';
import type { WorkflowTemplate } from '@civitkit/sdk/client';
import type { CommandIo } from '../command-io.js';
import { CommandFailure, exitCode } from '../exit-code.js';
import { count } from '../output/count.js';
import { findingLine } from './generate-finding-line.js';

/**
 * Looks for mistakes before anything is sent, and prints what is found to stderr.
 *
 * @throws CommandFailure when the server would refuse it
 */
export function preflight(template: WorkflowTemplate, waitSeconds: number, io: CommandIo): void {
  const findings = checkWorkflow(template, { waitSeconds });
  for (const finding of findings) io.err(findingLine(finding));
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  throw new CommandFailure(
    `The server would refuse this: ${count(errors.length, 'mistake')}, named above. Nothing was sent and nothing spent. ` +
      'If you know better, --no-check sends it all the same.',
    exitCode.usage,
  );
}
