// Submits N workflows one after another and prints the CPU microseconds of one, warm-up left out.
import { pathToFileURL } from 'node:url';

const [, , contender, origin, count, official] = process.argv;
const auth = '0123456789abcdef0123456789abcdef';
const template = {
  steps: [
    {
      $type: 'textToImage',
      input: { prompt: 'a lighthouse at dusk', width: 1024, height: 1024, cfgScale: 7, seed: 1, quantity: 1 },
    },
  ],
  tags: ['bench'],
};

async function prepare() {
  if (contender === 'official') {
    const { createCivitaiClient, submitWorkflow } = await import(pathToFileURL(official));
    const client = createCivitaiClient({ baseUrl: origin, auth });
    return async () => (await submitWorkflow({ client, body: template })).data;
  }
  const { createOrchestrationClient } = await import('@civitkit/sdk/client');
  const { workflows } = createOrchestrationClient({ baseUrl: origin, apiToken: auth });
  return () => workflows.submit(template);
}

const call = await prepare();
// Long enough for the compiler to be done with every contender: what is wanted is the cost in a service that runs.
for (let warmUp = 0; warmUp < 2000; warmUp += 1) await call();
const before = process.cpuUsage();
for (let request = 0; request < Number(count); request += 1) {
  const workflow = await call();
  if (workflow.id !== '0-0001') throw new Error('wrong answer');
}
const { user, system } = process.cpuUsage(before);
console.log((user + system) / Number(count));
process.exit(0);
