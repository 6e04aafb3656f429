import type { Pipeline } from './pipeline.js';

/** Under this a client keeps what `@civitkit/core/files` needs of it; no module of the client has to import that. */
export const pipelineKey: unique symbol = Symbol.for('@civitkit/core/pipeline');

/** The inside of a client, for downloads. */
export interface ClientPipeline {
  readonly pipeline: Pipeline;
  /** Where the site is, such as `https://civitai.com`. */
  readonly baseUrl: string;
  readonly allowInsecureHttp: boolean;
}
