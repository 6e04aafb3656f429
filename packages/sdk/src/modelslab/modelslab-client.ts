import type { ClientHealth, Clock } from '@civitkit/core/client';
import type { OwnedPipeline } from '@civitkit/core/internal';
import { ModelsLabAccount } from './account/client.js';
import { ModelsLabAgents } from './agents/client.js';
import type { ModelsLabSettings } from './configuration/modelslab-settings.js';
import { ModelsLabEnterpriseServers } from './enterprise/client.js';
import { createFamilies, type ModelsLabFamilies } from './generated/families.js';
import type { ModelsLabOperations } from './generated/parameters.js';
import type { JobOperation } from './jobs/job-operation.js';
import type { JobOptions } from './jobs/job-options.js';
import type { ModelsLabJob } from './jobs/modelslab-job.js';
import { ModelsLabJobs } from './jobs/modelslab-jobs.js';
import { ModelsLabLlm } from './llm/client.js';
import { ModelsLabModels } from './models/client.js';
import { ModelsLabVoices } from './models/voices-client.js';
import { findJobOperation, findJobPlace } from './operations/find-operation.js';
import { ModelsLabOutputs } from './outputs/modelslab-outputs.js';
import { ModelsLabCalls } from './request/modelslab-calls.js';
import { ModelsLabTrainings } from './training/client.js';
import { ModelsLabUploads } from './uploads/client.js';
import { ModelsLabWorkflows } from './workflows/client.js';

/** What a client needs besides its pipeline and its settings. */
export interface ModelsLabParts {
  readonly clock: Clock;
  /** 0 ≤ x < 1. */
  readonly random: () => number;
}

/**
 * The ModelsLab API, one property per family.
 *
 * Resolve it from a container (`container.get(ModelsLabClient)` after `addModelsLabApi(container)`), or make one with
 * `createModelsLabClient()`. One client serves a whole process; it holds keep-alive connections until it is closed.
 */
export class ModelsLabClient implements Disposable {
  readonly images: ModelsLabFamilies['images'];
  readonly realtime: ModelsLabFamilies['realtime'];
  readonly controlnet: ModelsLabFamilies['controlnet'];
  readonly imageEditing: ModelsLabFamilies['imageEditing'];
  readonly interior: ModelsLabFamilies['interior'];
  readonly faceSwap: ModelsLabFamilies['faceSwap'];
  readonly video: ModelsLabFamilies['video'];
  readonly voice: ModelsLabFamilies['voice'];
  readonly threeD: ModelsLabFamilies['threeD'];
  readonly v7: ModelsLabFamilies['v7'];
  readonly enterprise: ModelsLabFamilies['enterprise'];
  readonly outputs: ModelsLabOutputs;
  readonly llm: ModelsLabLlm;
  readonly workflows: ModelsLabWorkflows;
  readonly training: ModelsLabTrainings;
  readonly models: ModelsLabModels;
  readonly voices: ModelsLabVoices;
  readonly uploads: ModelsLabUploads;
  readonly account: ModelsLabAccount;
  readonly enterpriseServers: ModelsLabEnterpriseServers;
  readonly agents: ModelsLabAgents;
  readonly #owned: OwnedPipeline;
  readonly #jobs: ModelsLabJobs;

  /** For `createModelsLabClient` and the container; applications use those. */
  constructor(owned: OwnedPipeline, settings: ModelsLabSettings, parts: ModelsLabParts) {
    const calls = new ModelsLabCalls(owned.pipeline);
    const { enterpriseKey, maxUnfinishedJobs } = settings;
    const { baseUrl } = owned;
    this.#owned = owned;
    this.#jobs = new ModelsLabJobs({
      ...parts,
      calls,
      baseUrl,
      enterpriseKey,
      maxUnfinishedJobs,
      placeOf: findJobPlace,
    });
    const families = createFamilies((operation, parameters, options) =>
      this.#jobs.start(operation, parameters, options),
    );
    this.images = families.images;
    this.realtime = families.realtime;
    this.controlnet = families.controlnet;
    this.imageEditing = families.imageEditing;
    this.interior = families.interior;
    this.faceSwap = families.faceSwap;
    this.video = families.video;
    this.voice = families.voice;
    this.threeD = families.threeD;
    this.v7 = families.v7;
    this.enterprise = families.enterprise;
    this.outputs = new ModelsLabOutputs(calls);
    const { surroundings } = this.#jobs;
    this.llm = new ModelsLabLlm(calls);
    this.workflows = new ModelsLabWorkflows(calls, surroundings);
    this.training = new ModelsLabTrainings(calls, surroundings);
    this.models = new ModelsLabModels(calls);
    this.voices = new ModelsLabVoices(calls);
    this.uploads = new ModelsLabUploads(calls);
    this.account = new ModelsLabAccount(calls);
    this.enterpriseServers = new ModelsLabEnterpriseServers(calls, enterpriseKey);
    this.agents = new ModelsLabAgents(calls, settings.agentToken);
  }

  /**
   * Submits a job by the name of its operation, such as `video.text2video`, once, and follows it: await the handle for
   * what it makes, iterate it for its progress. It is there at once, and the parameters are read at once.
   *
   * As many jobs as `MaxUnfinishedJobs` says are unfinished at a time, and the others wait for their turn. A submission
   * that the server refuses because of a limit is sent again when it says so; one that may have arrived never is, for it
   * would be billed twice.
   *
   * @throws TypeError, RangeError for mistakes in the arguments. The handle rejects with a `ModelsLabJobError` when the job
   * failed, a `TimeoutError` when time is over, `signal.reason`, or what its submission was refused with.
   *
   * @example
   * ```ts
   * import { createModelsLabClient } from '@civitkit/sdk/modelslab/client';
   *
   * using modelsLab = createModelsLabClient();
   * const job = modelsLab.generate('video.text2video', { model_id: 'wan2.2', prompt: 'waves at dusk' });
   * const { outputs } = await job;
   * const saved = await Promise.all(outputs.map((output) => modelsLab.outputs.save(output, 'videos/')));
   * console.log(saved.map(({ path }) => path));
   * ```
   */
  generate<N extends keyof ModelsLabOperations>(
    operation: N,
    parameters: ModelsLabOperations[N],
    options?: JobOptions,
  ): ModelsLabJob;
  /** The same for an operation that this version does not list. */
  generate(operation: JobOperation, parameters: object, options?: JobOptions): ModelsLabJob;
  generate(operation: string | JobOperation, parameters: object, options?: JobOptions): ModelsLabJob {
    const found = typeof operation === 'string' ? findJobOperation(operation) : operation;
    if (found === undefined) {
      throw new TypeError(
        `modelslab.generate: there is no operation "${operation as string}". Of one that is not listed, give its name, ` +
          'path and fetchPath.',
      );
    }
    return this.#jobs.start(found, parameters, options);
  }

  /**
   * Follows a job that was submitted before, perhaps by another process. Nothing is asked until somebody waits.
   *
   * @param reference - what `submitted()` gave, such as `images:12345`. Families go by their names here or in the
   * API's paths; `v8/music/fetch:12345` names any address below the base address
   * @throws NotFoundError (as a rejection of the handle) when there is no such job
   */
  resume(reference: string, options?: JobOptions): ModelsLabJob {
    return this.#jobs.resume(reference, options);
  }

  /** How the client fares: the state of its circuits, if `CircuitBreaker:Enabled`. Asks nobody and costs nothing. */
  health(): ClientHealth {
    return this.#owned.health();
  }

  /** Ends open calls with code `client_closed` and closes the connections. A container calls it by itself. */
  close(): void {
    this.#jobs.close();
    this.#owned.close();
  }

  [Symbol.dispose](): void {
    this.close();
  }
}
