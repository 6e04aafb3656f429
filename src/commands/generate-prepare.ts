import type { CostPreview, OrchestrationClient, WorkflowTemplate } from '@civitkit/sdk/client';
import type { CommandIo } from '../command-io.js';
import { CommandFailure, exitCode } from '../exit-code.js';
import { readImages, type Uploading, uploadImages } from './generate-images.js';
import { mediaTypeOf } from './generate-media-type.js';
import type { InputFacts } from './generate-members.js';
import type { InputOptions } from './generate-options.js';
import { preflight } from './generate-preflight.js';
import { readTemplate } from './generate-read-template.js';
import { resolveLora, resolveModel } from './generate-resources.js';
import { templateOf } from './generate-template.js';
import type { OpenClients } from './workflows-open-client.js';

/** A workflow that may be submitted, and what it would cost. */
export interface PreparedWorkflow {
  readonly template: WorkflowTemplate;
  readonly preview: CostPreview;
}

/** What preparing needs besides the options. */
export interface Preparation {
  readonly clients: OpenClients;
  readonly io: CommandIo;
  readonly signal: AbortSignal;
  /** How long the submission will wait for the result; ephemeral workflows need that. */
  readonly waitSeconds: number;
  readonly quiet?: boolean | undefined;
}

/**
 * Puts the workflow together, looks for mistakes, uploads images, and asks for the price. Nothing of it is charged, and
 * nothing is sent before the workflow was found good.
 */
export async function prepareWorkflow(
  prompt: string | undefined,
  options: InputOptions,
  { clients, io, quiet, signal, waitSeconds }: Preparation,
): Promise<PreparedWorkflow> {
  const check = (template: WorkflowTemplate): void => {
    if (options.check) preflight(template, waitSeconds, io);
  };
  const { generation } = clients;
  let template: WorkflowTemplate;
  if (options.template === undefined) {
    refuseNothing(prompt, options);
    const images = await readImages(options.image ?? [], io.cwd);
    const lookup = { site: () => clients.site(), signal };
    const facts: Omit<InputFacts, 'images'> = {
      prompt,
      model: options.model === undefined ? undefined : await resolveModel(options.model, lookup),
      loras: await Promise.all((options.lora ?? []).map((text) => resolveLora(text, lookup))),
    };
    check(templateOf({ ...facts, images: images.map(({ url }) => url) }, options));
    const upload = uploaderOf(generation, signal);
    template = templateOf({ ...facts, images: await uploadImages(images, { upload, io, quiet }) }, options);
  } else {
    template = await readTemplate(options.template, prompt, options, io);
    check(template);
    template = await generation.blobs.refreshUrls(template, { signal });
  }
  return { template, preview: await generation.workflows.preview(template, { signal }) };
}

function uploaderOf({ blobs }: OrchestrationClient, signal: AbortSignal): Uploading['upload'] {
  return async (bytes, onFraction) => {
    const blob = await blobs.upload(bytes, {
      contentType: mediaTypeOf(bytes),
      signal,
      onProgress: ({ sentBytes, totalBytes }) => onFraction(sentBytes / totalBytes),
    });
    return blob.url ?? blob.id;
  };
}

function refuseNothing(prompt: string | undefined, { image, param }: InputOptions): void {
  if (prompt !== undefined || image !== undefined || param !== undefined) return;
  throw new CommandFailure(
    "There is nothing to make. Give a prompt, such as civitkit generate 'a lighthouse at dusk', or --template <file>.",
    exitCode.usage,
  );
}
