import type { Query } from '../../http/query-text.js';
import { jsonReply, type Reply } from '../../http/reply.js';
import { problemReply } from '../problem.js';
import { readQuery } from '../requests/read-query.js';
import type { OrchestrationRoute } from '../route.js';
import { createErrorMap } from '../validation/error-map.js';
import { readChoice, readServiceQuery } from './query-services.js';
import { SERVICES, type ServiceEntry } from './service-list.js';
import { INTERVALS, serviceHistory, serviceMetrics, WINDOWS } from './service-metrics.js';

/** What the service routes depend on. */
export interface ServiceRouteOptions {
  /** The numbers are a function of it; 1 unless told. */
  readonly seed?: number;
  /** Milliseconds since 1970; the machine's clock unless told. */
  readonly now?: () => number;
}

function viewService(service: ServiceEntry): Record<string, unknown> {
  const { id, name, step, parameters, tags, input, output, status } = service;
  const recipe = `POST /v2/consumer/recipes/${step}`;
  return {
    id,
    category: id.split('/')[0],
    parameters,
    step,
    submit: recipe,
    estimate: `${recipe}?whatif=true`,
    name,
    description: `${name}, emulated.`,
    tags,
    strengths: null,
    weaknesses: null,
    releasedAt: null,
    modalities: { input, output },
    status,
  };
}

function list(query: Query, { seed = 1, now = Date.now }: ServiceRouteOptions): Reply {
  const read = readServiceQuery(query);
  if ('status' in read) return read;
  const { window, limit, offset, isWanted } = read;
  const matches = SERVICES.filter(isWanted);
  const items = matches
    .slice(offset, offset + limit)
    .map((service) => ({ ...viewService(service), metrics: serviceMetrics(service, window, seed, now()) }));
  return jsonReply(200, { items, totalCount: matches.length, limit, offset });
}

function get(id: string, query: Query, { seed = 1, now = Date.now }: ServiceRouteOptions): Reply {
  const errors = createErrorMap();
  const read = readQuery(query, errors);
  const window = readChoice(read, 'window', Object.keys(WINDOWS), errors) ?? '24h';
  const interval = readChoice(read, 'interval', Object.keys(INTERVALS), errors) ?? '1h';
  if (!errors.isEmpty) return errors.reply();
  const service = SERVICES.find((one) => one.id === id);
  if (service === undefined) return problemReply(404, `There is no service ${id}.`);
  return jsonReply(200, {
    ...viewService(service),
    metrics: serviceMetrics(service, window, seed, now()),
    history: serviceHistory(service, window, interval, seed, now()),
  });
}

/** `GET /v2/services` and `GET /v2/services/{serviceId}`; both want no token. */
export function createServiceRoutes(options: ServiceRouteOptions = {}): readonly OrchestrationRoute[] {
  return [
    { method: 'GET', path: '/v2/services', anonymous: true, handle: ({ query }) => list(query, options) },
    {
      method: 'GET',
      // Ids contain slashes.
      path: '/v2/services/*',
      anonymous: true,
      handle: ({ parameters, query }) => get(parameters['*'] ?? '', query, options),
    },
  ];
}
