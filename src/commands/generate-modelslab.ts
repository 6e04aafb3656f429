import type { JobOptions, ModelsLabClient, ModelsLabJob } from '@civitkit/sdk/modelslab/client';
import type { CommandIo } from '../command-io.js';
import { CommandFailure, exitCode } from '../exit-code.js';
import { interrupted, untilStopped } from '../interrupted.js';
import type { GenerateOptions } from './generate.js';
import { askToSpend, nothingSpent } from './generate-ask.js';
import { type GivenImage, readImages, uploadImages } from './generate-images.js';
import { mediaTypeOf } from './generate-media-type.js';
import { openModelsLab } from './generate-modelslab-client.js';
import { type FollowJobOptions, followJob, jobGoesOn, submitJob } from './generate-modelslab-follow.js';
import { modelsLabParameters, preflightModelsLab, submitModelsLab, usualOperation } from './generate-modelslab-job.js';
import { refuseCivitaiOptions } from './generate-modelslab-options.js';
import { finishJob } from './generate-modelslab-save.js';
import { prepareFolder } from './workflows-save.js';

/** What the command works with. */
interface Parts {
  readonly client: ModelsLabClient;
  readonly io: CommandIo;
  readonly stop: AbortSignal;
}

/** `civitkit generate --provider modelslab`. */
export async function runGenerateModelsLab(
  prompt: string | undefined,
  options: GenerateOptions,
  io: CommandIo,
): Promise<void> {
  refuseCivitaiOptions(prompt, options);
  const { resume } = options;
  const stop = io.stopSignal();
  if (resume === undefined) await makeNew(prompt, options, io, stop);
  else {
    using client = await openModelsLab(options, io);
    const [family = resume] = resume.split(':', 1);
    await follow((run) => client.resume(resume, run), family, options, { client, io, stop });
  }
}

async function makeNew(
  prompt: string | undefined,
  options: GenerateOptions,
  io: CommandIo,
  stop: AbortSignal,
): Promise<void> {
  const { check, dryRun, image, operation = usualOperation, param, quiet } = options;
  if (prompt === undefined && image === undefined && param === undefined) throw nothingToMake();
  const images = await readImages(image ?? [], io.cwd);
  const parameters = modelsLabParameters(operation, prompt, urlsOf(images), options);
  if (check) preflightModelsLab(operation, parameters, io);
  if (dryRun === true) {
    io.out(JSON.stringify(parameters, undefined, 2));
    if (quiet !== true) io.err(`${noPrice} Nothing was sent.`);
    return;
  }
  using client = await openModelsLab(options, io);
  if (options.save && options.wait) await prepareFolder(options.out, io);
  await agree(operation, options, { client, io, stop });
  const uploaded = await untilStopped(stop, nothingSpent, () =>
    uploadImages(images, { upload: uploaderOf(client, stop), io, quiet }),
  );
  if (stop.aborted) throw interrupted(stop.reason, nothingSpent);
  const final = modelsLabParameters(operation, prompt, uploaded, options);
  await follow((run) => submitModelsLab(client, operation, final, run), operation, options, { client, io, stop });
}

/** Waits for a job, or only until it is taken, and prints what it comes to. */
async function follow(
  start: (options: JobOptions) => ModelsLabJob,
  label: string,
  options: GenerateOptions,
  { client, io, stop }: Parts,
): Promise<void> {
  const { json, name, out, overwrite, quiet, save, timeout, wait } = options;
  const doing = options.resume === undefined ? 'submitting' : 'asking for it';
  const how: FollowJobOptions = { io, stop, label, doing, out, timeout, quiet };
  if (!wait) {
    const { raw, reference, status } = await submitJob(start, how);
    io.out(json === true ? JSON.stringify(raw, undefined, 2) : reference);
    if (stop.aborted) throw interrupted(stop.reason, jobGoesOn(reference, out));
    if (quiet !== true) io.err(status === 'success' ? `Job ${reference} is done.` : jobGoesOn(reference, out));
    return;
  }
  if (save) await prepareFolder(out, io);
  const result = await followJob(start, how);
  const { operation = label } = options;
  await finishJob(
    client,
    result,
    { name, operation, out, overwrite: overwrite === true, save, json, quiet },
    { io, stop },
  );
}

const noPrice = 'ModelsLab tells no price beforehand: a job is billed to your account there.';

async function agree(operation: string, { quiet, yes }: GenerateOptions, { io, stop }: Parts): Promise<void> {
  if (quiet !== true || yes !== true) io.err(noPrice);
  if (yes === true) return;
  const unattended =
    `Nobody is here to agree to ${operation} at ModelsLab. ${nothingSpent} Add --yes to agree beforehand; --dry-run only ` +
    'looks for mistakes.';
  await askToSpend(`Submit ${operation} to ModelsLab?`, unattended, { io, stop });
}

function uploaderOf({ uploads }: ModelsLabClient, signal: AbortSignal) {
  return async (bytes: Uint8Array): Promise<string> =>
    (await uploads.base64ToUrl({ bytes, mediaType: mediaTypeOf(bytes) }, { signal })).url;
}

function urlsOf(images: readonly GivenImage[]): readonly string[] {
  return images.map(({ url }) => url);
}

function nothingToMake(): CommandFailure {
  return new CommandFailure(
    "There is nothing to make. Give a prompt, such as civitkit generate 'a lighthouse at dusk' --provider modelslab " +
      '--model flux, or --param.',
    exitCode.usage,
  );
}
