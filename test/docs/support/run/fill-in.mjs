import { createOrchestrationClient, outputs, steps } from '@civitkit/sdk/client';
import { createLegacyJobsClient } from '@civitkit/sdk/jobs';
import { createModelsLabClient } from '@civitkit/sdk/modelslab/client';

/** What examples name as if it had been made before: how it is written there, and how one is made. */
const made = [
  [/(?<=['"])(?:0-019be44b-181e-7a7e-ab1b-b58dc7610dca|0-0123)(?=['"])/g, async () => (await workflow()).id],
  [/(?<=['"])[A-Z0-9]{26}\.jpeg(?=['"])/g, async () => [...outputs(await workflow())][0].id],
  [/(?<=['"])c7a1c3e0-0000-4000-8000-000000000000(?=['"])/g, async () => (await job()).jobs[0].jobId],
  [/\bimages:12345\b/g, async () => await modelsLabReference()],
];

/** The code with what it names, made in the emulator. */
export async function fillIn(code) {
  let text = code;
  for (const [documented, make] of made) {
    if (documented.test(text)) text = text.replaceAll(documented, await make());
  }
  return text;
}

async function workflow() {
  const generation = createOrchestrationClient();
  return await generation.run({ steps: [steps.textToImage({ prompt: 'a lighthouse' })] });
}

async function job() {
  const model = 'urn:air:sdxl:checkpoint:civitai:1208@20260';
  const generation = createOrchestrationClient();
  return await createLegacyJobsClient(generation).submit({
    $type: 'textToImage',
    model,
    params: { prompt: 'a lighthouse', width: 512, height: 512 },
  });
}

async function modelsLabReference() {
  const modelsLab = createModelsLabClient();
  const submitted = await modelsLab.images.text2img({ model_id: 'flux', prompt: 'a lighthouse' }).submitted();
  return submitted.reference;
}
