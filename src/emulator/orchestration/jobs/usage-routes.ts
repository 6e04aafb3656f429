import type { Query } from '../../http/query-text.js';
import { jsonReply, type Reply } from '../../http/reply.js';
import { readQuery } from '../requests/read-query.js';
import { userOf } from '../requests/workflow-route.js';
import { parseAir } from '../resources/air.js';
import type { ResourceFleet } from '../resources/resource-fleet.js';
import type { ResourceIndex } from '../resources/resource-index.js';
import type { OrchestrationRoute } from '../route.js';
import { createErrorMap, invalid } from '../validation/error-map.js';
import type { JobStore } from './job-store.js';
import { eventAt } from './legacy-job.js';

/** What the routes about usage work on. */
export interface UsageParts {
  readonly store: JobStore;
  readonly index: ResourceIndex;
  readonly fleet: ResourceFleet;
  readonly now: () => number;
}

const MONTH_MS = 30 * 24 * 60 * 60 * 1000;

/** How the old interface says what workers can do with a resource. */
function coverageOf(
  text: string,
  { index, fleet }: UsageParts,
): { readonly availability: string; readonly workers: number } {
  const air = parseAir(text);
  const resource = air === undefined ? undefined : index.find(air, text);
  if (resource === undefined) return { availability: 'Unknown', workers: 0 };
  const availability = fleet.availabilityOf(resource);
  switch (availability.status) {
    case 'available':
      return { availability: 'Available', workers: availability.workers };
    case 'unsupported':
      return { availability: 'Unsupported', workers: 0 };
    default:
      return { availability: 'Unavailable', workers: 0 };
  }
}

function coverage(query: Query, parts: UsageParts): Reply {
  const airs = readQuery(query, createErrorMap()).texts('model');
  if (airs.length === 0) return invalid('model', 'At least one AIR is required.');
  return jsonReply(200, Object.fromEntries(airs.map((air) => [air, coverageOf(air, parts)])));
}

function consumption(query: Query, userId: number, { store, now }: UsageParts): Reply {
  const errors = createErrorMap();
  const read = readQuery(query, errors);
  const end = read.date('endDate') ?? now();
  const start = read.date('startDate') ?? end - MONTH_MS;
  if (!errors.isEmpty) return errors.reply();
  const jobs = store
    .all(userId)
    .filter((job) => job.createdAt >= start && job.createdAt <= end && eventAt(job, now()) === 'Succeeded');
  return jsonReply(200, {
    images: jobs.reduce((sum, { blobIds }) => sum + blobIds.length, 0),
    totalCost: jobs.reduce((sum, { cost }) => sum + cost, 0),
    startDate: new Date(start),
    endDate: new Date(end),
  });
}

/** `GET /v1/consumer/coverage` and `GET /v1/consumer/consumption`. */
export function usageRoutes(parts: UsageParts): readonly OrchestrationRoute[] {
  return [
    { method: 'GET', path: '/v1/consumer/coverage', handle: ({ query }) => coverage(query, parts) },
    {
      method: 'GET',
      path: '/v1/consumer/consumption',
      handle: (request) => consumption(request.query, userOf(request), parts),
    },
  ];
}
