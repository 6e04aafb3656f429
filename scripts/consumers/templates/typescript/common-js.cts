// A CommonJS program in TypeScript: the compiler turns these imports into require().
import { isCivitaiError } from '@civitkit/core';
import { createCivitaiClient } from '@civitkit/core/client';
import { createOrchestrationClient, type OrchestrationClient } from '@civitkit/sdk/client';

async function main(): Promise<void> {
  const civitai = createCivitaiClient();
  const generation: OrchestrationClient = createOrchestrationClient();
  const { username } = await civitai.me.get();
  const { total } = await generation.workflows.preview({
    steps: [{ $type: 'textToImage', input: { prompt: 'a boat' } }],
  });
  const missing: unknown = await civitai.models.get(999_999_999).then(undefined, (error: unknown) => error);
  console.log(JSON.stringify({ username, costs: total > 0, missing: isCivitaiError(missing) && missing.code }));
  civitai.close();
  generation.close();
}

void main();
