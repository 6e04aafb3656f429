import { MODELS } from '../models/model-list.js';
import { searchModels } from '../models/model-routes.js';
import type { ModelsLabRequest } from '../route.js';
import type { ModelsLabWorkshop } from '../workshop.js';
import { type AgentCall, type AgentOutcome, agentCall, done, lacking, refused } from './agent-call.js';
import { USER } from './auth-calls.js';
import { createItemList, type Item, type ItemList } from './item-list.js';

/** Reading, changing and removing what a list holds. */
function itemCalls(
  path: string,
  list: ItemList,
  removed: (item: Item) => void = () => undefined,
): readonly AgentCall[] {
  return [
    agentCall('GET', path, () => done({ items: list.all() })),
    agentCall('GET', `${path}/:id`, (request) => list.with(request, (item) => item)),
    agentCall('PUT', `${path}/:id`, (request) => list.with(request, (item) => list.change(item, request.body))),
    agentCall('DELETE', `${path}/:id`, (request) =>
      list.with(request, (item) => {
        list.remove(item);
        removed(item);
        return { message: 'Deleted.' };
      }),
    ),
  ];
}

/** Keys made here are valid at the API, until they are removed. */
function keyCalls({ credentials }: ModelsLabWorkshop): readonly AgentCall[] {
  const keys = createItemList('API key', 7);
  const secrets = new Map<Item['id'], string>();
  keys.add({ name: 'Production', notes: 'orchestrator' });
  const create = ({ body }: ModelsLabRequest): AgentOutcome => {
    const incomplete = lacking(body, ['name']);
    if (incomplete !== undefined) return incomplete;
    const item = keys.add({ name: body['name'], notes: body['notes'] ?? '' });
    const key = `ml-agent-key-${item.id}`;
    secrets.set(item.id, key);
    credentials.apiKeys.add(key);
    return done({ ...item, key }, 201);
  };
  const revoke = ({ id }: Item): void => {
    const key = secrets.get(id);
    if (key !== undefined) credentials.apiKeys.delete(key);
  };
  return [agentCall('POST', '/api-keys', create), ...itemCalls('/api-keys', keys, revoke)];
}

function teamCalls(): readonly AgentCall[] {
  const teams = createItemList('Team member', 31);
  const invite = ({ body }: ModelsLabRequest): AgentOutcome =>
    lacking(body, ['email']) ?? done(teams.add({ ...body, status: 'invited' }), 201);
  return [
    agentCall('POST', '/teams', invite),
    ...itemCalls('/teams', teams),
    agentCall('POST', '/teams/:id/resend-invite', (request) =>
      teams.with(request, () => ({ message: 'Invitation sent.' })),
    ),
    agentCall('POST', '/teams/invitations/:id/accept', (request) =>
      teams.with(request, (team) => teams.change(team, { status: 'active' })),
    ),
  ];
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}

function usageCalls({ jobs, wallet }: ModelsLabWorkshop): readonly AgentCall[] {
  const used = (): number => wallet.charges.reduce((sum, { amount }) => sum + Math.round(amount * 100), 0) / 100;
  return [
    agentCall('GET', '/usage/summary', () => done({ total_calls: jobs.all().length, credits_used: used() })),
    agentCall('GET', '/usage/history', () => done({ items: wallet.charges })),
    agentCall('GET', '/usage/products', () => done({ items: [{ product: 'imagen', calls: jobs.all().length }] })),
  ];
}

function findModel({ parameters }: ModelsLabRequest): AgentOutcome {
  const model = MODELS.find(({ model_id }) => model_id === parameters['model']);
  return model === undefined ? refused(404, 'not_found', 'Model not found.') : done(model);
}

/** The user, keys, teams, usage and models. */
export function createAgentAccountCalls(workshop: ModelsLabWorkshop): readonly AgentCall[] {
  let user = USER;
  let preferences = {};
  const change = ({ body }: ModelsLabRequest): AgentOutcome => {
    user = { ...user, ...body, id: USER['id'] };
    return done(user);
  };
  return [
    agentCall('GET', '/me', () => done(user)),
    agentCall('PATCH', '/me', change),
    agentCall('PATCH', '/me/preferences', ({ body }) => {
      preferences = { ...preferences, ...body };
      return done(preferences);
    }),
    ...keyCalls(workshop),
    ...teamCalls(),
    ...usageCalls(workshop),
    agentCall('GET', '/models', ({ query }) => done(searchModels(query))),
    agentCall('GET', '/models/filters', () => done({ features: distinct(MODELS.map(({ feature }) => feature)) })),
    agentCall('GET', '/models/tags', () => done({ items: distinct(MODELS.flatMap(({ tags }) => tags)) })),
    agentCall('GET', '/models/providers', () => done({ items: distinct(MODELS.map(({ provider }) => provider)) })),
    agentCall('GET', '/models/:model', findModel),
  ];
}
