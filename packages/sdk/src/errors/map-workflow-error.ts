import type { CivitaiError } from '@civitkit/core/client';
import { extendError } from './extend-error.js';
import { mapGenerationError } from './map-generation-error.js';

/** As `mapGenerationError`, for requests about one workflow: says what its absence or its state may mean. */
export function mapWorkflowError(error: CivitaiError): CivitaiError {
  const mapped = mapGenerationError(error);
  switch (mapped.status) {
    case 404:
    case 410:
      return extendError(mapped, {
        remedy:
          'The workflow, or what is asked for in it, is not there: the id is not one of this account, it was deleted, ' +
          'its 30 days are over, or it was ephemeral and has ended. What an ephemeral workflow made is in its ' +
          'callbacks, or in the answer to a submit that waits.',
      });
    case 409:
      return extendError(mapped, {
        remedy: 'Its state does not allow this, perhaps no longer: read it with workflows.get, and decide again.',
      });
    default:
      return mapped;
  }
}
