import {
  createOrchestrationClient,
  type OrchestrationClient,
  type RecipeTypes,
  steps,
  workflowPatch,
} from '@civitkit/sdk/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ContractDocument, nameOf, readContract, type Schema } from '../support/contract/contract-document.js';
import { type Operation, operationFor, readOperations } from '../support/contract/operations.js';
import { sampleOf } from '../support/contract/sample.js';
import { leavesOf } from '../support/contract/shapes.js';
import { contractValidator, type Validate } from '../support/contract/validator.js';
import { type Exchange, json, type LoopbackServer, startLoopback } from '../support/loopback-server.js';

const document: ContractDocument = readContract();
const operations = readOperations(document);
const validator = contractValidator();
const workflow = { id: 'w-1', status: 'succeeded', steps: [], tags: [], metadata: {}, cost: { base: 1, total: 1 } };

let server: LoopbackServer;
let generation: OrchestrationClient;

beforeEach(async () => {
  server = await startLoopback((exchange, response, request) => json(answerTo(exchange))(exchange, response, request));
  generation = createOrchestrationClient({ apiToken: 'k', baseUrl: server.origin, allowInsecureHttp: true });
});

afterEach(async () => {
  generation.close();
  await server.close();
});

/** Enough of an answer for the client to go on. */
function answerTo({ method, url }: Exchange): unknown {
  if (url.includes('/recipes/')) return {};
  if (method === 'GET' && /\/(?:workflows|resources|services)(?:\?|$)/.test(url)) return { items: [], next: null };
  return workflow;
}

/** What is wrong with a request, by the document. */
function problemsOf({ method, url, headers, body }: Exchange): readonly string[] {
  const { pathname, searchParams } = new URL(url, server.origin);
  const operation = operationFor(operations, method, pathname);
  if (operation === undefined) return [`no operation ${method} ${pathname}`];
  const unknown = [...searchParams.keys()].filter((name) => !operation.query.includes(name));
  return [
    ...unknown.map((name) => `unknown parameter ${name}`),
    ...bodyProblems(operation, headers['content-type'], body),
  ];
}

function bodyProblems({ body: types }: Operation, contentType: string | undefined, body: string): readonly string[] {
  if (body === '') return Object.keys(types).length === 0 ? [] : ['no body'];
  const type = contentType?.split(';')[0] ?? '';
  const schema = types[type];
  return schema === undefined ? [`a body of type ${type}`] : checkOf(schema)(JSON.parse(body));
}

function checkOf(schema: Schema): Validate {
  if (schema.$ref !== undefined) return validator(`request:${nameOf(schema.$ref)}`);
  return (value) => (schema.type === 'string' && typeof value !== 'string' ? ['must be string'] : []);
}

/** The one request that went out, and what is wrong with it. */
function onlyRequest(): { readonly line: string; readonly problems: readonly string[] } {
  const [exchange, ...more] = server.exchanges;
  if (exchange === undefined || more.length > 0)
    throw new Error(`expected one request, got ${server.exchanges.length}`);
  return { line: `${exchange.method} ${exchange.url}`, problems: problemsOf(exchange) };
}

describe('workflows', () => {
  const template = { steps: [steps.echo({ message: 'hello' })] };
  const calls: readonly (readonly [string, (client: OrchestrationClient) => PromiseLike<unknown>])[] = [
    ['GET /v2/consumer/workflows/w-1', ({ workflows }) => workflows.get('w-1')],
    [
      'GET /v2/consumer/workflows/w-1?wait=20&until=change&hideMatureContent=true',
      ({ workflows }) => workflows.get('w-1', { waitSeconds: 20, until: 'change', hideMatureContent: true }),
    ],
    ['PUT /v2/consumer/workflows/w-1', ({ workflows }) => workflows.cancel('w-1')],
    [
      'PUT /v2/consumer/workflows/w-1',
      ({ workflows }) => workflows.update('w-1', { metadata: { a: 1 }, tags: ['x'], allowMatureContent: true }),
    ],
    [
      'PUT /v2/consumer/workflows/w-1?whatif=true',
      ({ workflows }) => workflows.previewUpdate('w-1', { downloadPriority: 'high' }),
    ],
    [
      'PATCH /v2/consumer/workflows/w-1',
      ({ workflows }) => workflows.patch('w-1', workflowPatch().setMetadata(['a/b', '~'], null).addTag('x').cancel()),
    ],
    ['DELETE /v2/consumer/workflows/w-1', ({ workflows }) => workflows.delete('w-1')],
    ['POST /v2/consumer/workflows/w-1/tags', ({ workflows }) => workflows.addTag('w-1', 'a tag')],
    ['DELETE /v2/consumer/workflows/w-1/tags/a%20tag', ({ workflows }) => workflows.removeTag('w-1', 'a tag')],
    ['DELETE /v2/consumer/workflows/w-1/tags', ({ workflows }) => workflows.clearTags('w-1')],
    [
      'PUT /v2/consumer/workflows/w-1/steps/hero',
      ({ workflows }) => workflows.updateStep('w-1', 'hero', { metadata: { a: [1] } }),
    ],
    [
      'PATCH /v2/consumer/workflows/w-1/steps/hero',
      ({ workflows }) => workflows.patchStep('w-1', 'hero', workflowPatch().remove('/metadata/a')),
    ],
  ];

  it.each(calls)('%s', async (path, call) => {
    await call(generation);
    expect(onlyRequest()).toEqual({ line: path, problems: [] });
  });

  it('submissions, with and without a preview', async () => {
    await generation.workflows.submit(template, { waitSeconds: 1, hideMatureContent: true });
    await generation.workflows.submit({ ...template, externalId: 'mine' }, { maxCost: 10 });
    await generation.workflows.preview({ ...template, externalId: 'mine' });
    expect(server.exchanges.flatMap(problemsOf)).toEqual([]);
    expect(server.exchanges.map(({ url }) => url.split('?')[0])).toEqual(Array(4).fill('/v2/consumer/workflows'));
  });

  it('lists', async () => {
    await generation.workflows
      .where({ tags: ['a', 'b'], excludeTags: ['c'], query: 'cat', excludeFailed: true })
      .page({ limit: 5 });
    expect(server.exchanges.flatMap(problemsOf)).toEqual([]);
  });
});

describe('recipes', () => {
  it.each(Object.entries(document.recipes))('%s', async (type, { input }) => {
    const name = input.$ref === undefined ? undefined : nameOf(input.$ref);
    const leaves = name === undefined ? [undefined] : leavesOf(document, name);
    for (const leaf of leaves) {
      const sample = leaf === undefined ? 'https://example.com/a.png' : sampleOf(document, leaf, 'all');
      await generation.recipes.invoke(type as keyof RecipeTypes, sample, { tier: 'free', ephemeral: true });
    }
    expect(server.exchanges).toHaveLength(leaves.length);
    expect(server.exchanges.flatMap(problemsOf)).toEqual([]);
  });

  it('each has a method of its own', () => {
    const names = Object.keys(document.recipes).filter(
      (type) => typeof generation.recipes[type as 'echo'] !== 'function',
    );
    expect(names).toEqual([]);
    expect(Object.keys(document.recipes)).toHaveLength(53);
  });
});

describe('everything else', () => {
  const calls: readonly (readonly [string, (client: OrchestrationClient) => PromiseLike<unknown>])[] = [
    ['GET /v2/consumer/blobs/upload', ({ blobs }) => blobs.createUpload()],
    ['POST /v2/consumer/blobs/b.jpeg/refresh', ({ blobs }) => blobs.refresh('b.jpeg')],
    ['GET /v2/consumer/free-tier', ({ freeTier }) => freeTier.get()],
    ['DELETE /v2/consumer/civitai/7', ({ userCaches }) => userCaches.invalidate(7)],
    ['DELETE /v2/consumer/civitai/7/tokens', ({ userCaches }) => userCaches.invalidateTokens(7)],
  ];

  it.each(calls)('%s', async (path, call) => {
    // What comes back is not a blob or a tier: the request is what counts.
    await call(generation).then(undefined, () => undefined);
    expect(onlyRequest()).toEqual({ line: path, problems: [] });
  });
});
