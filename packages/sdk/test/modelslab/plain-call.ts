import type { ModelsLabClient } from '@civitkit/sdk/modelslab/client';
import { bodyOf } from './plain-answers.js';
import { sampleRequests } from './sample-requests.js';

/** A call, and what becomes of the answer that the sample shows. */
export interface PlainCall {
  readonly sample: string;
  /** Where the credential goes. */
  readonly place: string;
  readonly call: (client: ModelsLabClient) => PromiseLike<unknown>;
  readonly expected: unknown;
}

/** The body that the sample sends; whether it is of the right type is for another test. */
export function sent(sample: string): never {
  return sampleRequests.find((request) => request.sample === sample)?.body as never;
}

/** Something that is told beside the whole answer. */
export function told(sample: string, members: object): object {
  return { ...members, raw: bodyOf(sample) };
}

/** That something was done. */
export function acknowledged(sample: string, message: string, status = 'success'): object {
  return told(sample, { status, message });
}

/** Where an upload is. */
export function uploaded(sample: string, id: string, url: string): object {
  return told(sample, { id, url: `https://assets.modelslab.ai/generations/${url}` });
}
