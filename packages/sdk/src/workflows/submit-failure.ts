import type { CivitaiError } from '@civitkit/core/client';
import { extendError } from '../errors/extend-error.js';
import type { Submission } from './submission.js';

/** Adds the key to an error of a submit, and says what to do with it where the workflow may have been accepted. */
export function explainSubmitFailure(error: CivitaiError, { ephemeral, externalId }: Submission): CivitaiError {
  return extendError(error, {
    details: { externalId },
    remedy: mayHaveArrived(error) ? remedyOf(ephemeral, externalId) : undefined,
  });
}

/**
 * Whether some attempt may have been accepted. Of the attempts before the last nothing is known but their number, unless
 * `neverSent` speaks for all of them.
 */
function mayHaveArrived({ attempts, code, details, status }: CivitaiError): boolean {
  if (attempts === 0 || code === 'estimate_returned' || details?.['neverSent'] === true) return false;
  if (attempts > 1 || status === undefined) return true;
  return status < 300 || status === 408 || status >= 500;
}

function remedyOf(ephemeral: boolean, externalId: string): string {
  return ephemeral
    ? 'The server may have accepted it: an ephemeral workflow cannot be found again, so that to submit it again may ' +
        'be to pay for it again.'
    : `The server may have accepted it: submit again with externalId "${externalId}" (details.externalId) to get that ` +
        'workflow, instead of a second one.';
}
