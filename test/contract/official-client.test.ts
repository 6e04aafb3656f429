import { type RunningEmulator, startEmulator } from 'civitkit/emulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainPng } from '../../src/emulator/orchestration/blobs/plain-png.js';
import { type CallOfficial, callerOf, officialPackage } from './official-client.js';

interface Workflow {
  readonly id: string;
  readonly status: string;
  readonly tags: readonly string[];
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly cost: { readonly total: number };
  readonly steps: readonly {
    readonly $type: string;
    readonly name: string;
    readonly status: string;
    readonly output?: unknown;
  }[];
}

interface Blob {
  readonly id: string;
  readonly url: string;
  readonly available: boolean;
}

const official = officialPackage();
let emulator: RunningEmulator;
let call: CallOfficial;

beforeAll(async () => {
  emulator = await startEmulator({ modelCount: 5, imageCount: 0 });
  call = connect(emulator.apiKey);
});
afterAll(() => emulator.close());

const connect = (auth: string): CallOfficial =>
  callerOf(official(), official().createCivitaiClient({ baseUrl: emulator.orchestrationUrl, auth }));

const echo = (message: unknown, name?: string): Record<string, unknown> => ({
  $type: 'echo',
  ...(name === undefined ? {} : { name }),
  input: { message },
});

/** Submits, and gives the workflow. */
async function submit(body: Record<string, unknown>, query: Record<string, unknown> = {}): Promise<Workflow> {
  const { data, error } = await call('submitWorkflow', { body: { currencies: [], ...body }, query });
  expect(error).toBeUndefined();
  return data as Workflow;
}

async function dataOf<T>(operation: string, options: Parameters<CallOfficial>[1] = {}): Promise<T> {
  const { data, error } = await call(operation, options);
  expect([operation, error]).toEqual([operation, undefined]);
  return data as T;
}

const atWorkflow = ({ id }: Workflow): { path: { workflowId: string } } => ({ path: { workflowId: id } });

describe('the official client, unchanged', () => {
  it('submits a workflow and waits for it', async () => {
    const begun = await submit({ steps: [echo('hello', 'first'), echo({ $ref: 'first', path: 'output.message' })] });
    expect(begun.id).not.toBe('');
    const done = await dataOf<Workflow>('getWorkflow', { ...atWorkflow(begun), query: { wait: 20 } });
    expect(done).toMatchObject({ id: begun.id, status: 'succeeded' });
    expect(done.steps.map(({ $type, name, output }) => [$type, name, output])).toMatchObject([
      ['echo', 'first', { message: 'hello' }],
      ['echo', expect.any(String), { message: 'hello' }],
    ]);
    const whole = await submit({ steps: [echo('at once')] }, { wait: 20 });
    expect(whole.status).toBe('succeeded');
  });

  it('generates an image whose blob it can get', async () => {
    const steps = [
      {
        $type: 'textToImage',
        input: {
          model: 'urn:air:sd1:checkpoint:civitai:4384@128713',
          prompt: 'a cat',
          cfgScale: 7,
          seed: 1,
          width: 512,
          height: 512,
        },
      },
    ];
    const done = await submit({ steps }, { wait: 20 });
    const [{ output } = {}] = done.steps;
    const { images } = output as { readonly images: readonly [Blob] };
    expect([done.status, images[0].available]).toEqual(['succeeded', true]);
    const got = await call('getBlob', { path: { blobId: images[0].id } });
    expect([got.response?.status, got.response?.redirected]).toEqual([200, true]);
    expect((await fetch(images[0].url)).headers.get('content-type')).toMatch(/^image\//);
  });

  it('asks for the price alone', async () => {
    const quote = await submit({ steps: [echo('cheap')] }, { whatif: true });
    expect(typeof quote.cost.total).toBe('number');
  });

  it('queries by tag, and changes tags', async () => {
    const workflow = await submit({ steps: [echo('tagged')], tags: ['official', 'one'] });
    const { items } = await dataOf<{ items: readonly Workflow[] }>('queryWorkflows', {
      query: { tags: ['official'], take: 5 },
    });
    expect(items.map(({ id }) => id)).toEqual([workflow.id]);
    await dataOf('addWorkflowTag', { ...atWorkflow(workflow), body: 'two' });
    await dataOf('removeWorkflowTag', { path: { workflowId: workflow.id, tag: 'one' } });
    const tagged = await dataOf<Workflow>('getWorkflow', atWorkflow(workflow));
    expect(tagged.tags.toSorted((a, b) => a.localeCompare(b))).toEqual(['official', 'two']);
  });

  it('updates, patches, reads steps and deletes', async () => {
    const workflow = await submit({ steps: [echo('changed', 'only')] });
    await dataOf('updateWorkflow', { ...atWorkflow(workflow), body: { metadata: { a: 1 } } });
    const patch = new (official().JsonPatchFactory)();
    patch.addOperation({ op: 'add', path: 'metadata/b', value: [2] });
    await dataOf('patchWorkflow', { ...atWorkflow(workflow), body: patch.operations });
    expect((await dataOf<Workflow>('getWorkflow', atWorkflow(workflow))).metadata).toMatchObject({ a: 1, b: [2] });
    const path = { workflowId: workflow.id, stepName: 'only' };
    expect(await dataOf('getWorkflowStep', { path })).toMatchObject({ $type: 'echo', name: 'only' });
    await dataOf('updateWorkflowStep', { path, body: { metadata: { seen: true } } });
    expect(await dataOf('getWorkflowStep', { path })).toMatchObject({ metadata: { seen: true } });
    await dataOf('deleteWorkflow', atWorkflow(workflow));
    expect((await call('getWorkflow', atWorkflow(workflow))).error).toMatchObject({ status: 404 });
  });

  it('cancels', async () => {
    const workflow = await submit({ steps: [echo('[emulator:work=600000] slow')] });
    await dataOf('updateWorkflow', { ...atWorkflow(workflow), body: { status: 'canceled' } });
    expect(await dataOf('getWorkflow', { ...atWorkflow(workflow), query: { wait: 20 } })).toMatchObject({
      status: 'canceled',
    });
  });

  it('invokes a recipe', async () => {
    expect(await dataOf('invokeEchoStepTemplate', { body: { message: 'quick' } })).toMatchObject({ message: 'quick' });
  });

  it('uploads a blob, finds it, refreshes it', async () => {
    const bytes = plainPng(16, 8, [7, 7, 7]);
    const blob = await dataOf<Blob & { readonly width: number }>('uploadConsumerBlob', {
      body: new Uint8Array(bytes),
      bodySerializer: null,
      headers: { 'content-type': 'image/png' },
    });
    expect([blob.available, blob.width]).toEqual([true, 16]);
    const head = await call('headBlob', { path: { blobId: blob.id } });
    expect([head.error, head.response?.status]).toEqual([undefined, 204]);
    const { url } = await dataOf<Blob>('refreshBlob', { path: { blobId: blob.id } });
    expect(Buffer.from(await (await fetch(url)).arrayBuffer()).equals(bytes)).toBe(true);
    const { uploadUrl } = await dataOf<{ uploadUrl: string }>('getConsumerBlobUploadUrl');
    const presigned = await fetch(uploadUrl, {
      method: 'POST',
      body: new Uint8Array(bytes),
      headers: { 'content-type': 'image/png' },
    });
    expect(presigned.status).toBe(201);
  });

  it('lists services and resources', async () => {
    const services = await dataOf<{ items: readonly { id: string }[]; totalCount: number }>('listServices', {
      query: { limit: 2 },
    });
    expect([services.items.length, services.totalCount > 2]).toEqual([2, true]);
    const serviceId = 'image/flux2/klein/createImage/9b';
    expect(await dataOf('getService', { path: { serviceId } })).toMatchObject({ id: serviceId });
    const { items } = await dataOf<{ items: readonly { air: string }[] }>('queryResources', {
      query: { view: 'loaded', take: 3 },
    });
    expect(items.length).toBe(3);
    const air = items[0]?.air ?? '';
    expect(await dataOf('getResource', { path: { air } })).toMatchObject({
      air,
      availability: { status: 'available' },
    });
  });

  it('sees refusals as it sees those of the real server', async () => {
    const invalid = await call('submitWorkflow', { body: { currencies: [], steps: [] } });
    expect(invalid.error).toMatchObject({ status: 400, errors: expect.any(Object) });
    expect((await connect('wrong')('getWorkflow', { path: { workflowId: 'x' } })).error).toMatchObject({ status: 401 });
    expect((await call('getBlob', { path: { blobId: 'NOTHING.png' } })).error).toMatchObject({ status: 404 });
  });
});
