import { TimeoutError } from '@civitkit/core/client';
import { given } from '../waiting/given.js';

/** The error for a run whose time is over; what it tells is enough to go on later. */
export function runTimeout(
  timeoutMs: number,
  workflowId: string | undefined,
  externalId: string | undefined,
  status: string | undefined,
): TimeoutError {
  const seconds = timeoutMs / 1000;
  const message =
    workflowId === undefined
      ? `No workflow was confirmed within ${seconds} s. The server may have taken it: submit it again with externalId ` +
        `"${externalId}" (details.externalId) to get that one instead of a second.`
      : `Workflow ${workflowId} was not done within ${seconds} s (${status ?? 'never read'}). It goes on: ` +
        `resume('${workflowId}') waits for it again, cancel() ends it.`;
  return new TimeoutError(message, {
    code: 'timeout',
    retryable: true,
    details: given({ workflowId, externalId, status }),
  });
}
