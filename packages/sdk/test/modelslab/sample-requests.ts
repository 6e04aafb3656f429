import { readFileSync } from 'node:fs';

/** A request as the documents show it, its values our own. */
export interface SampleRequest {
  /** Family and name of the sample. */
  readonly sample: string;
  readonly method: string;
  readonly path: string;
  /** What it is called here; fetching, chats, workflows and agents have no name in the tables. */
  readonly operation?: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Every sample request, without its key. */
export const sampleRequests: readonly SampleRequest[] = JSON.parse(
  readFileSync(new URL('./fixtures/sample-requests.json', import.meta.url), 'utf8'),
) as SampleRequest[];

/** Those of the operations that types and checks know. */
export const sampleOperations: readonly (SampleRequest & { readonly operation: string })[] = sampleRequests.filter(
  (request): request is SampleRequest & { readonly operation: string } => request.operation !== undefined,
);
