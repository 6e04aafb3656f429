import type { CivitaiClient, ModelVersionDetail } from '@civitkit/core';
import {
  type CostPreview,
  type OrchestrationClient,
  outputs,
  steps,
  type WorkflowOutput,
  type WorkflowProgress,
  type WorkflowTemplate,
} from '@civitkit/sdk';

/** What this application wants: pictures in the style of a model. Nothing here knows about containers or configuration. */
export class Studio {
  readonly #civitai: CivitaiClient;
  readonly #generation: OrchestrationClient;

  constructor(civitai: CivitaiClient, generation: OrchestrationClient) {
    this.#civitai = civitai;
    this.#generation = generation;
  }

  /** The newest version of the most downloaded checkpoint. */
  async favouriteCheckpoint(): Promise<ModelVersionDetail> {
    const model = await this.#civitai.models
      .where({ types: ['Checkpoint'] })
      .orderBy('Most Downloaded')
      .first();
    const versionId = model?.modelVersions[0]?.id;
    if (versionId === undefined) throw new Error('There is no checkpoint.');
    return this.#civitai.modelVersions.get(versionId);
  }

  /** A picture, and the same picture larger: the second step takes the output of the first. */
  plan(version: ModelVersionDetail, prompt: string): WorkflowTemplate {
    const picture = steps.textToImage({ model: version.air, prompt, width: 768, height: 512 }, { name: 'picture' });
    const larger = steps.imageUpscaler({ image: picture.output.images[0].url }, { name: 'larger' });
    return { steps: [picture, larger], tags: ['civitkit-example'] };
  }

  /** What a plan would cost; nothing is spent. */
  estimate(plan: WorkflowTemplate): Promise<CostPreview> {
    return this.#generation.workflows.preview(plan);
  }

  /** Generates, for at most `maxCost` Buzz, and saves what comes out; gives the paths. */
  async generate(
    plan: WorkflowTemplate,
    maxCost: number,
    folder: string,
    onProgress: (progress: WorkflowProgress) => void,
  ): Promise<string[]> {
    const workflow = await this.#generation.run(plan, { maxCost, onProgress });
    const available = [...outputs(workflow)].filter((output) => output.available);
    return Promise.all(available.map((output) => this.#save(output, folder)));
  }

  async #save(output: WorkflowOutput, folder: string): Promise<string> {
    const { path } = await this.#generation.blobs.download(
      output,
      `${folder}/${output.step ?? 'output'}-${output.id ?? '0'}`,
    );
    return path;
  }
}
