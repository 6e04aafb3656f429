import type { ClientOptions, PipelineSettings, Secret } from '@civitkit/core/client';

/**
 * Explicit options of the ModelsLab client; they win over every other source.
 *
 * @example
 * ```ts
 * import type { ModelsLabOptions } from '@civitkit/sdk/modelslab';
 *
 * const options: ModelsLabOptions = { apiKey: process.env['STUDIO_MODELSLAB_KEY'], maxUnfinishedJobs: 10 };
 * ```
 */
export interface ModelsLabOptions extends Omit<ClientOptions, 'apiVersion'> {
  /** The key of the dashboard. There is no anonymous access. */
  apiKey?: string | Secret | undefined;
  /** The key of an enterprise deployment, for `enterprise` alone. Default: the API key. */
  enterpriseKey?: string | Secret | null | undefined;
  /** Login token of the control plane, for `agents` alone; the API key does not open it. */
  agentToken?: string | Secret | null | undefined;
  /**
   * How many jobs may be unfinished at a time; further ones wait here for their turn. The server allows 5 for each account,
   * 10 or 15 with a plan, and refuses what is more. A job counts until its end was seen here, or nobody waits for it any
   * more. 1–1000, default 5.
   */
  maxUnfinishedJobs?: number | undefined;
}

/** {@link ModelsLabOptions}, complete and checked. Deeply frozen. */
export interface ModelsLabSettings extends PipelineSettings {
  /** `null` only beside a credential provider of the application's own. With `reloadOnChange`, the key in the beginning. */
  readonly apiKey: Secret | null;
  readonly enterpriseKey: Secret | null;
  readonly agentToken: Secret | null;
  readonly maxUnfinishedJobs: number;
}
