import { createOrchestrationClient, type OrchestrationClient } from '@civitkit/sdk/client';
import { type RunningEmulator, startEmulator } from 'civitkit/emulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ContractDocument, nameOf, readContract } from '../support/contract/contract-document.js';
import { sampleOf } from '../support/contract/sample.js';
import { type Absent, answerOf } from '../support/contract/sample-answer.js';
import { leavesOf } from '../support/contract/shapes.js';
import { contractValidator } from '../support/contract/validator.js';
import { json, startLoopback } from '../support/loopback-server.js';

const document: ContractDocument = readContract();
const validator = contractValidator();
const stepTypes = leavesOf(document, 'WorkflowStep').map(({ tags }) => tags['$type'] ?? '');
const absents: readonly Absent[] = ['left out', 'null', 'there'];

describe('what the emulator answers', () => {
  let emulator: RunningEmulator;
  let generation: OrchestrationClient;

  beforeAll(async () => {
    const quick = { unassignedMs: 0, preparingMs: 0, queueMs: 0, workMs: 1 };
    emulator = await startEmulator({ modelCount: 5, imageCount: 0, orchestration: quick });
    generation = createOrchestrationClient({
      apiToken: emulator.apiToken,
      baseUrl: emulator.orchestrationUrl,
      allowInsecureHttp: true,
    });
  });
  afterAll(async () => {
    generation.close();
    await emulator.close();
  });

  /** The bare answer, as it came over the wire. */
  async function call(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${emulator.orchestrationUrl}/v2/${path}`, {
      method,
      headers: { authorization: `Bearer ${emulator.apiToken}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return response.json();
  }

  const checkWorkflow = validator('answer:Workflow');

  it.each(stepTypes)('the workflow of a %s step', async (type) => {
    const leaves = leavesOf(document, 'WorkflowStepTemplate').filter(({ tags }) => tags['$type'] === type);
    const [step] = leaves.map((leaf) => sampleOf(document, leaf, 'least'));
    const echo = { $type: 'echo', name: 'first', input: { message: 'x' } };
    const template =
      type === 'repeat'
        ? {
            steps: [
              echo,
              { ...step, input: { for: { $ref: 'first', path: 'output.items', as: 'one' }, template: echo } },
            ],
          }
        : { steps: [step] };
    const preview = await call('POST', 'consumer/workflows?whatif=true', template);
    expect(checkWorkflow(preview)).toEqual([]);
    const submitted = await call('POST', 'consumer/workflows', template);
    expect(checkWorkflow(submitted)).toEqual([]);
    const { id } = submitted as { readonly id: string };
    expect(checkWorkflow(await call('GET', `consumer/workflows/${id}?wait=20`))).toEqual([]);
  });

  const recipeTypes = Object.entries(document.recipes).filter(([type]) => type !== 'repeat');

  it.each(recipeTypes)('the output of the recipe %s', async (type, { input, output }) => {
    const name = input.$ref === undefined ? undefined : nameOf(input.$ref);
    const [leaf] = name === undefined ? [] : leavesOf(document, name);
    const body = leaf === undefined ? 'https://example.com/a.png' : sampleOf(document, leaf, 'least');
    const answer = await call('POST', `consumer/recipes/${type}`, body);
    expect(validator(`answer:${nameOf(output.$ref ?? '')}`)(answer)).toEqual([]);
  });

  it('every leaf of every input that chooses is accepted', async () => {
    const refused: string[] = [];
    for (const [type, { input }] of recipeTypes) {
      const leaves = input.$ref === undefined ? [] : leavesOf(document, nameOf(input.$ref));
      for (const leaf of leaves.length > 1 ? leaves : []) {
        const answer = await call('POST', 'consumer/workflows?whatif=true', {
          steps: [{ $type: type, input: sampleOf(document, leaf, 'least') }],
        });
        const problems = checkWorkflow(answer);
        if (problems.length > 0) refused.push(`${type} ${JSON.stringify(leaf.tags)}: ${problems[0]}`);
      }
    }
    expect(refused).toEqual([]);
  });

  it('the client reads all of it', async () => {
    const workflow = await generation.workflows.submit(
      { steps: [{ $type: 'echo', input: { message: 'hello' } }] },
      { waitSeconds: 20 },
    );
    const [step] = workflow.steps;
    expect(step?.$type === 'echo' ? step.output?.message : undefined).toBe('hello');
  });
});

describe('what the server may answer', () => {
  it.each(absents)('workflows with steps of every type, optional members %s', async (absent) => {
    const steps = leavesOf(document, 'WorkflowStep').map((leaf) => answerOf(document, leaf, absent));
    const [leaf] = leavesOf(document, 'Workflow');
    const workflow = { ...(leaf && answerOf(document, leaf, absent)), id: 'w-1', steps };
    expect(validator('answer:Workflow')(workflow)).toEqual([]);

    await using server = await startLoopback(json(workflow));
    using generation = createOrchestrationClient({ apiToken: 'k', baseUrl: server.origin, allowInsecureHttp: true });
    const read = await generation.workflows.get('w-1');
    expect(read.steps.map(({ $type }) => String($type))).toEqual(stepTypes);
    expect(read).toEqual(workflow);
  });

  it.each(absents)('outputs of every recipe, optional members %s', async (absent) => {
    for (const [type, { output }] of Object.entries(document.recipes)) {
      const [leaf] = leavesOf(document, nameOf(output.$ref ?? ''));
      const answer = leaf && answerOf(document, leaf, absent);
      await using server = await startLoopback(json(answer));
      using generation = createOrchestrationClient({ apiToken: 'k', baseUrl: server.origin, allowInsecureHttp: true });
      expect(await generation.recipes.invokeUnlisted(type, {})).toEqual(answer);
    }
  });

  it('step types, members and words that this release does not list', async () => {
    const step = {
      $type: 'futureStep',
      name: '$0',
      status: 'dreaming',
      priority: 'urgent',
      metadata: {},
      input: { a: 1 },
      output: { b: [2] },
    };
    const workflow = { id: 'w-1', status: 'dreaming', steps: [step], future: { member: true } };
    await using server = await startLoopback(json(workflow));
    using generation = createOrchestrationClient({ apiToken: 'k', baseUrl: server.origin, allowInsecureHttp: true });
    const read = await generation.workflows.get('w-1');
    expect(read).toEqual(workflow);
    expect(String(read.steps[0]?.$type)).toBe('futureStep');
  });
});
