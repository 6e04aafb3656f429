import type { Query } from '../../http/query-text.js';
import { jsonReply, type Reply } from '../../http/reply.js';
import { problemReply } from '../problem.js';
import type { OrchestrationRoute } from '../route.js';
import { invalid } from '../validation/error-map.js';
import { parseAir } from './air.js';
import { isFiltered, matchingResources, readResourceQuery, writeCursor } from './query-resources.js';
import type { ResourceFleet } from './resource-fleet.js';
import type { ResourceIndex } from './resource-index.js';
import { viewResource } from './view-resource.js';

/** What the resource routes work on. */
export interface ResourceRouteOptions {
  readonly index: ResourceIndex;
  readonly fleet: ResourceFleet;
  /** Origin of download URLs. */
  readonly siteUrl: string;
  /** Lists answer 503 with `Retry-After: 2`, as when the fleet cannot say what it has. */
  readonly isFleetSilent?: boolean;
  /** The most matches an unfiltered list of loaded resources may have; 50000 unless told. */
  readonly maxUnfiltered?: number;
}

const MAX_UNFILTERED = 50_000;

function get(text: string, { index, fleet, siteUrl }: ResourceRouteOptions): Reply {
  if (text.startsWith('huggingface/')) return problemReply(400, 'Resources of huggingface/ are not served here.');
  const air = parseAir(text);
  if (air === undefined) return invalid('air', `'${text}' is not a resource name.`);
  const resource = index.find(air, text);
  if (resource === undefined) return problemReply(404, `There is no resource ${text}.`);
  return jsonReply(200, viewResource(resource, fleet, siteUrl));
}

function list(query: Query, options: ResourceRouteOptions): Reply {
  const { index, fleet, siteUrl, maxUnfiltered = MAX_UNFILTERED } = options;
  const read = readResourceQuery(query);
  if ('status' in read) return read;
  if (options.isFleetSilent === true) {
    return problemReply(503, 'The fleet cannot be asked at the moment.', {}, { 'retry-after': '2' });
  }
  const matches = matchingResources(index.all, read, fleet);
  if (read.view === 'loaded' && !isFiltered(read) && matches.length > maxUnfiltered) {
    return problemReply(
      400,
      `More than ${maxUnfiltered} resources are loaded. Narrow the list down by type, source or size.`,
    );
  }
  const end = read.skip + read.take;
  const items = matches.slice(read.skip, end).map((resource) => viewResource(resource, fleet, siteUrl));
  return jsonReply(200, { next: end < matches.length ? writeCursor(end) : null, items });
}

/** `GET /v2/resources` and `GET /v2/resources/{air}`. */
export function createResourceRoutes(options: ResourceRouteOptions): readonly OrchestrationRoute[] {
  return [
    { method: 'GET', path: '/v2/resources', handle: ({ query }) => list(query, options) },
    // Names may contain slashes.
    { method: 'GET', path: '/v2/resources/*', handle: ({ parameters }) => get(parameters['*'] ?? '', options) },
  ];
}
