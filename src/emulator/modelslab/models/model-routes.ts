import type { Query } from '../../http/query-text.js';
import { notFound } from '../failures/failures.js';
import type { Members, ModelsLabRequest, ModelsLabRoute } from '../route.js';
import { simpleRoute } from '../simple-route.js';
import type { ModelsLabWorkshop } from '../workshop.js';
import { type ListedModel, MODELS } from './model-list.js';

const PER_PAGE = 20;

function textIn(query: Query, name: string): string {
  const value = query[name];
  return typeof value === 'string' ? value : '';
}

/** Models that match, and one page of them. */
export function searchModels(query: Query, models: readonly ListedModel[] = MODELS): Members {
  const words = textIn(query, 'search').toLowerCase();
  const feature = textIn(query, 'feature');
  const found = models.filter(
    (model) =>
      `${model.model_id} ${model.model_name}`.toLowerCase().includes(words) &&
      (feature === '' || model.feature === feature),
  );
  const perPage = Number(textIn(query, 'per_page')) || PER_PAGE;
  const page = Number(textIn(query, 'page')) || 1;
  return {
    items: found.slice((page - 1) * perPage, page * perPage),
    pagination: { current_page: page, per_page: perPage, total: found.length },
  };
}

function distinct(read: (model: ListedModel) => readonly string[]): readonly string[] {
  return [...new Set(MODELS.flatMap(read))].toSorted((one, other) => (one < other ? -1 : 1));
}

function listed({ feature: _feature, provider: _provider, tags: _tags, ...model }: ListedModel): Members {
  const rest = { created_at: null, instance_prompt: null, description: 'sample entry', screenshots: '' };
  return { ...model, status: 'model_ready', ...rest };
}

function search({ query }: ModelsLabRequest): Members {
  return { status: 'success', data: searchModels(query) };
}

function find({ parameters }: ModelsLabRequest): unknown {
  const model = MODELS.find(({ model_id }) => model_id === parameters['model']);
  return model === undefined ? notFound('Model') : { status: 'success', data: model };
}

/** Finding models, and loading them. */
export function createModelRoutes({ assets }: ModelsLabWorkshop): readonly ModelsLabRoute[] {
  const loaded: Members[] = [];
  const key = 'query';
  const load = ({ body }: ModelsLabRequest): Members => {
    const { model_id, model_name = model_id } = body;
    loaded.push({ model_id, model_name, status: 'model_loading', screenshots: assets.urlOf('sample.png') });
    return { status: 'success', message: 'model load started' };
  };
  return [
    // No envelope, but a list.
    simpleRoute('POST', '/v4/dreambooth/model_list', { answer: () => [...MODELS.map(listed), ...loaded] }),
    simpleRoute('POST', '/v3/load_model', { required: ['url', 'model_id', 'model_format'], answer: load }),
    simpleRoute('POST', '/v6/images/model_reload', {
      required: ['model_id'],
      answer: () => ({ status: 'success', message: 'Model reload started' }),
    }),
    simpleRoute('GET', '/v6/model-search', { key, answer: search }),
    simpleRoute('GET', '/v7/models', { key, answer: search }),
    simpleRoute('GET', '/v6/model-search/filters', {
      key,
      answer: () => ({ status: 'success', data: { features: distinct(({ feature }) => [feature]) } }),
    }),
    simpleRoute('GET', '/v6/model-search/tags', {
      key,
      answer: () => ({ status: 'success', data: distinct(({ tags }) => tags) }),
    }),
    simpleRoute('GET', '/v6/model-search/providers', {
      key,
      answer: () => ({ status: 'success', data: distinct(({ provider }) => [provider]) }),
    }),
    simpleRoute('GET', '/v6/model-search/:model', { key, answer: find }),
  ];
}
