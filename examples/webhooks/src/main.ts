import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isCivitaiError, loadConfiguration, Secret } from '@civitkit/core/client';
import { createOrchestrationClient, outputs, steps, type Workflow } from '@civitkit/sdk/client';
import {
  createWebhookHandler,
  generateWebhookSecret,
  jobFailureTypes,
  mintCallbackUrl,
  nodeWebhook,
  webhookCallback,
} from '@civitkit/sdk/webhooks';
import { WorkflowInbox } from './workflow-inbox.js';

try {
  // the application's own settings come from the same sources as those of civitkit: Webhooks__Secret in the environment,
  // a file of that name in the secrets directory, …
  const configuration = loadConfiguration();
  const given = configuration.get('Webhooks:Secret');
  const secret = given === undefined ? generateWebhookSecret() : new Secret(String(given));
  using generation = createOrchestrationClient(configuration);
  const inbox = new WorkflowInbox(generation);
  const webhooks = createWebhookHandler({
    secret,
    acknowledge: 'after',
    onEvent: (event) => inbox.receive(event),
    onError: (error) => console.error(error instanceof Error ? error.message : error),
  });
  const answer = nodeWebhook(webhooks);
  const server = createServer((request, response) => void answer(request, response)).listen(
    Number(configuration.get('PORT') ?? 8080),
  );
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  // where the generation API reaches this program; it wants https, the emulator does not
  const baseUrl = String(configuration.get('Webhooks:PublicUrl') ?? `http://127.0.0.1:${port}/hooks`);
  const url = mintCallbackUrl({ baseUrl, path: 'civitai', secret });
  const ended = once(inbox, 'ended') as Promise<[Workflow]>;
  const { id } = await generation.workflows.submit({
    steps: [steps.textToImage({ prompt: 'a lighthouse at dusk' })],
    callbacks: [webhookCallback({ url, types: ['workflow:*', ...jobFailureTypes] })],
  });
  console.log(`submitted ${id}; from here on nobody asks how far it is`);

  const [workflow] = await ended;
  for (const { available, id: blob } of outputs(workflow)) if (available) console.log(`image     ${blob}`);
  server.close();
  await webhooks.idle();
  process.exitCode = workflow.status === 'succeeded' ? 0 : 1;
} catch (error) {
  if (!isCivitaiError(error)) throw error;
  console.error(`${error.message} [${error.code}]`);
  process.exitCode = 1;
}
