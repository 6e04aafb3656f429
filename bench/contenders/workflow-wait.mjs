// Submits workflows and waits for their ends, a fixed number at a time; prints how long after its end each was noticed.
import { pathToFileURL } from 'node:url';

const [, , contender, origin, apiToken, count, inFlight, pollMs, official] = process.argv;
const template = { steps: [{ $type: 'echo', input: { message: 'a lighthouse at dusk' } }] };
const finals = new Set(['succeeded', 'failed', 'expired', 'canceled']);

/** The loop that one writes around the official client: submit, then read at an interval until it has ended. */
async function pollLoop() {
  const { createCivitaiClient, getWorkflow, submitWorkflow } = await import(pathToFileURL(official));
  const client = createCivitaiClient({ baseUrl: origin, auth: apiToken });
  return async () => {
    let { data } = await submitWorkflow({ client, body: template });
    while (!finals.has(data.status)) {
      await new Promise((resolve) => setTimeout(resolve, Number(pollMs)));
      ({ data } = await getWorkflow({ client, path: { workflowId: data.id } }));
    }
    return data;
  };
}

async function ours(options) {
  const { createOrchestrationClient } = await import('@civitkit/sdk/client');
  const generation = createOrchestrationClient({ baseUrl: origin, apiToken });
  return () => generation.run(template, options);
}

const contenders = { run: () => ours({}), heldSubmit: () => ours({ submitWaitSeconds: 30 }), pollLoop };
const run = await contenders[contender]();
const latencies = [];
let left = Number(count);
async function worker() {
  while (left > 0) {
    left -= 1;
    const workflow = await run();
    latencies.push(Date.now() - Date.parse(workflow.completedAt));
    if (workflow.status !== 'succeeded') throw new Error(`it has ${workflow.status}`);
  }
}
await Promise.all(Array.from({ length: Number(inFlight) }, worker));
console.log(JSON.stringify(latencies));
process.exit(0);
