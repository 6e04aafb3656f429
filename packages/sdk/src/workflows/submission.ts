import type { ValidationError } from '@civitkit/core/client';
import type { WorkflowTemplate } from '../generated/types.js';
import { checkExternalId, newExternalId } from './external-id.js';

/** A template made ready: what is sent is fixed here, so that every attempt sends the same. */
export interface Submission {
  readonly externalId: string;
  /** Nothing of it is kept on the server: the key does not find it again once it has ended. */
  readonly ephemeral: boolean;
  readonly body: Uint8Array;
  /** Why it is not sent. */
  readonly refused: ValidationError | undefined;
}

/**
 * Makes a template ready for sending, with a key of its own unless it has one. The template stays as it is.
 *
 * @throws TypeError for what is no template, or cannot be written as JSON
 */
export function prepareSubmission(operation: string, template: WorkflowTemplate): Submission {
  const { externalId: given, ...rest } = readTemplate(operation, template);
  const externalId = given ?? newExternalId();
  const refused = checkExternalId(operation, externalId);
  return { externalId, ephemeral: rest.ephemeral === true, body: encode({ ...rest, externalId }), refused };
}

/**
 * The body of a preview: the template without its key. The server would remember the estimate under the key, and give it
 * as the answer to the submit.
 *
 * @throws TypeError for what is no template, or cannot be written as JSON
 */
export function preparePreview(operation: string, template: WorkflowTemplate): Uint8Array {
  return encode({ ...readTemplate(operation, template), externalId: undefined });
}

function readTemplate(operation: string, template: WorkflowTemplate): WorkflowTemplate {
  if (typeof template === 'object' && template !== null && !Array.isArray(template)) return template;
  throw new TypeError(`${operation}: a workflow template is an object with "steps"`);
}

function encode(template: object): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(template));
}
