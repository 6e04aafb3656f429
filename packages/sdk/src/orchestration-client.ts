import type { ClientHealth, Clock } from '@civitkit/core/client';
import type { OwnedPipeline } from '@civitkit/core/internal';
import { BlobsClient } from './blobs/client.js';
import { StreamingBlobsClient } from './blobs/streaming-blobs.js';
import { ChatClient } from './chat/client.js';
import { type ClientInternals, clientInternals } from './client-internals.js';
import { FreeTierClient } from './free-tier/client.js';
import type { WorkflowTemplate } from './generated/types.js';
import { RecipesClient } from './recipes/client.js';
import { ResourcesClient } from './resources/client.js';
import type { RunOptions } from './runs/run-options.js';
import type { WorkflowRun } from './runs/workflow-run.js';
import { WorkflowRuns } from './runs/workflow-runs.js';
import { ServicesClient } from './services/client.js';
import { UserCachesClient } from './user-caches/client.js';
import { WorkflowsClient } from './workflows/client.js';

/** What a client needs besides its pipeline. */
export interface OrchestrationParts {
  readonly clock: Clock;
  /** 0 ≤ x < 1. */
  readonly random: () => number;
}

/**
 * The Civitai generation (orchestration) API, one property per noun.
 *
 * Resolve it from a container (`container.get(OrchestrationClient)` after `addCivitaiApi(container)`), or make one with
 * `createOrchestrationClient()`. One client serves a whole process; it holds keep-alive connections until it is closed.
 */
export class OrchestrationClient implements Disposable {
  readonly workflows: WorkflowsClient;
  readonly recipes: RecipesClient;
  readonly blobs: BlobsClient;
  readonly streamingBlobs: StreamingBlobsClient;
  readonly resources: ResourcesClient;
  readonly services: ServicesClient;
  readonly chat: ChatClient;
  readonly freeTier: FreeTierClient;
  readonly userCaches: UserCachesClient;
  readonly #owned: OwnedPipeline;
  readonly #clock: Clock;
  readonly #runs: WorkflowRuns;

  /** For `createOrchestrationClient` and the container; applications use those. */
  constructor(owned: OwnedPipeline, parts: OrchestrationParts) {
    const { pipeline, baseUrl } = owned;
    this.#owned = owned;
    this.#clock = parts.clock;
    this.workflows = new WorkflowsClient(pipeline);
    this.recipes = new RecipesClient(pipeline);
    this.blobs = new BlobsClient(pipeline);
    this.streamingBlobs = new StreamingBlobsClient(pipeline);
    this.resources = new ResourcesClient(pipeline);
    this.services = new ServicesClient(pipeline);
    this.chat = new ChatClient(pipeline, baseUrl);
    this.freeTier = new FreeTierClient(pipeline);
    this.userCaches = new UserCachesClient(pipeline);
    this.#runs = new WorkflowRuns(this.workflows, parts);
  }

  /**
   * Submits a workflow, once, and follows it: await the run for the end, iterate it for the progress. It is there at once,
   * and the template is read at once.
   *
   * All runs of a client share 32 held reads, 8 short ones and 16 submits at a time. A read that fails for a passing reason
   * is repeated until the deadline. An ephemeral workflow is held by its submit, since nothing is left to read after its
   * end.
   *
   * @throws TypeError, RangeError for mistakes in the arguments. The run rejects with a `WorkflowError` when the workflow
   * did not succeed, a `TimeoutError` after `timeoutMs`, `signal.reason`, or what its submission was refused with.
   *
   * @example
   * ```ts
   * import { createOrchestrationClient, outputs, steps } from '@civitkit/sdk/client';
   *
   * const generation = createOrchestrationClient();
   * const template = { steps: [steps.textToImage({ prompt: 'a lighthouse at dusk' })] };
   * const workflow = await generation.run(template, { maxCost: 20, timeoutMs: 600_000 });
   * for (const { url } of outputs(workflow)) console.log(url);
   * ```
   */
  run(template: WorkflowTemplate, options?: RunOptions): WorkflowRun {
    return this.#runs.start(template, options);
  }

  /**
   * Follows a workflow that was submitted before, perhaps by another process. Nothing is asked until somebody waits.
   *
   * @throws NotFoundError (as a rejection of the run) when there is no such workflow
   */
  resume(workflowId: string, options?: RunOptions): WorkflowRun {
    return this.#runs.resume(workflowId, options);
  }

  /** How the client fares: the state of its circuits, if `CircuitBreaker:Enabled`. Asks nobody and costs nothing. */
  health(): ClientHealth {
    return this.#owned.health();
  }

  /** Ends open calls with code `client_closed` and closes the connections. A container calls it by itself. */
  close(): void {
    this.#runs.close();
    this.#owned.close();
  }

  /** @internal */
  get [clientInternals](): ClientInternals {
    const { pipeline, baseUrl } = this.#owned;
    return { pipeline, baseUrl, clock: this.#clock };
  }

  [Symbol.dispose](): void {
    this.close();
  }
}
