import { createCivitaiClient, isCivitaiError } from '@civitkit/core/client';
import { createOrchestrationClient, steps } from '@civitkit/sdk/client';

// No container, no files: both clients find CIVITAI_API_KEY, and are closed at the end of the block.
try {
  using civitai = createCivitaiClient({ timeoutSeconds: 20 });
  using generation = createOrchestrationClient({ timeoutSeconds: 60 });

  const checkpoints = civitai.models.where({ types: ['Checkpoint'] }).orderBy('Most Downloaded', 'Month');
  for await (const model of checkpoints.take(3)) console.log(`${model.id}  ${model.name}`);

  const favourite = await checkpoints.first();
  const version = await civitai.modelVersions.get(favourite?.modelVersions[0]?.id ?? 0);
  const picture = steps.textToImage({ model: version.air, prompt: 'a lighthouse at dusk' });
  const { total } = await generation.workflows.preview({ steps: [picture] });
  console.log(`A picture with ${version.air} would cost ${total} Buzz.`);
} catch (error) {
  if (!isCivitaiError(error)) throw error;
  // the message says what happened and what to do; the code is for programs
  console.error(`${error.message} [${error.code}]`);
  process.exitCode = 1;
}
