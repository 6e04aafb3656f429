// Written as a user would, against the packed types; printed lines are checked when it runs.
import {
  addCivitaiApi,
  type CivitaiApiOptions,
  CivitaiClient,
  type CivitaiPromise,
  Configuration,
  type ContainerLike,
  coreTokens,
  createCivitaiClient,
  type HttpTransport,
  isCivitaiError,
  type Middleware,
  type Model,
  type ModelsFilter,
  matchResult,
  NotFoundError,
  type Page,
  RateLimitError,
  type Result,
  unwrapResultOr,
} from '@civitkit/core';
import { createCivitaiClient as createForScript } from '@civitkit/core/client';
import { addCivitaiSdk, addCivitaiApi as addGeneration, type CivitaiSdkOptions, sdkTokens } from '@civitkit/sdk';
import { Container } from 'inversify';

const answer = (status: number, body: object): Awaited<ReturnType<HttpTransport['send']>> => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: [new TextEncoder().encode(JSON.stringify(body))],
});
const transport: HttpTransport = {
  send: async ({ url }) => {
    const { pathname, searchParams } = new URL(url);
    if (pathname.endsWith('/models/404')) return answer(404, { error: 'No model with id 404' });
    if (pathname.endsWith('/models/1')) return answer(200, { id: 1, name: 'one' });
    return answer(200, { items: [{ id: 2, name: searchParams.getAll('types').join('+') }], metadata: {} });
  },
};
const traced: Middleware = (request, next, { attempt }) =>
  next({ ...request, headers: { ...request.headers, 'x-attempt': String(attempt) } });

class Gallery {
  readonly #civitai: CivitaiClient;

  constructor(civitai: CivitaiClient) {
    this.#civitai = civitai;
  }

  async names(filter: ModelsFilter): Promise<string[]> {
    const names: string[] = [];
    const query = this.#civitai.models.where(filter).orderBy('Most Downloaded', 'Month');
    for await (const model of query.take(50)) names.push(model.name);
    const page: Page<Model> = await query.page({ limit: 20 });
    return [...names, ...page.items.map(({ name }) => name)];
  }
}

const options: CivitaiApiOptions = { apiKey: null, timeoutSeconds: 60, retry: { maxRetries: 0 } };
const generation: CivitaiSdkOptions = { apiToken: 'a-token-of-no-use' };
const container: Container = new Container();
container.bind(coreTokens.transport).toConstantValue(transport);
container.bind(coreTokens.middleware).toConstantValue(traced);
container.bind(coreTokens.logger).toConstantValue({ debug: () => undefined, warn: () => undefined });
const same: Container = addCivitaiApi(container, options);
addCivitaiApi(container, Configuration.from({ Studio: {} }), { section: 'Studio', name: 'studio' });
addCivitaiSdk(container, generation);
addGeneration(container, generation, { name: 'studio' });
container
  .bind(Gallery)
  .toResolvedValue((civitai) => new Gallery(civitai), [CivitaiClient])
  .inSingletonScope();

const names: string[] = await same.get(Gallery).names({ types: ['LORA', 'of the future'], baseModels: ['SDXL 1.0'] });
console.log(names.join(' '));

const call: CivitaiPromise<Model> = container.get(CivitaiClient).models.get(404);
const outcome: Result<Model> = await call.asResult();
if (!outcome.ok) console.log(outcome.error.code, outcome.error.status, outcome.error instanceof NotFoundError);
console.log(matchResult(outcome, { ok: (model) => model.name, error: ({ attempts }) => attempts }));
console.log(unwrapResultOr(outcome, undefined)?.name ?? 'nothing');

try {
  await call;
} catch (error) {
  if (error instanceof RateLimitError) console.log(error.retryAfterMs?.toFixed());
  else if (isCivitaiError(error)) console.log(error.name, error.retryable);
}

{
  using civitai = createForScript({ apiKey: null }, { transport });
  const { data, response } = await civitai.models.get(1).withResponse();
  console.log(data.name, response.status);
  const first: Model | undefined = await civitai.models.where().first();
  console.log(first?.id);
}

const asInterface: ContainerLike = container;
console.log(asInterface.isBound(sdkTokens.settings as never), createForScript === createCivitaiClient);
await container.unbindAllAsync();
