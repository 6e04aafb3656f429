import type { ListQuery, Open } from '@civitkit/core/client';
import type { ListDefinition, ParameterTable } from '@civitkit/core/internal';
import { mapGenerationError } from '../errors/map-generation-error.js';
import type { ResourceInfo } from '../generated/types.js';

/** Which resources to list. */
export interface ResourcesFilter {
  /** `queue`: those that wait for their transfer. `loaded`: those that a worker has; servers before November 2026 lack it. */
  readonly view: Open<'queue' | 'loaded'>;
  /** Of these types, such as `checkpoint`. */
  readonly type?: readonly string[];
  /** Of none of these types. */
  readonly excludeType?: readonly string[];
  /** From these sources, such as `civitai`. */
  readonly source?: readonly string[];
  readonly minSizeBytes?: number;
  readonly maxSizeBytes?: number;
  /** Further query parameters, sent as they are. */
  readonly extra?: Readonly<Record<string, string | number | boolean | readonly (string | number)[]>>;
}

/** A question to the list of resources. */
export type ResourcesQuery = ListQuery<ResourceInfo, ResourcesFilter>;

const resourceParameters: ParameterTable<ResourcesFilter> = {
  view: 'text',
  type: 'textList',
  excludeType: 'textList',
  source: 'textList',
  minSizeBytes: 'integer',
  maxSizeBytes: 'integer',
};

/** `GET /resources`. */
export const resourcesList: ListDefinition<ResourceInfo> = {
  operation: 'resources.list',
  path: ['resources'],
  parameters: resourceParameters,
  paging: 'cursor',
  cursorIn: 'next',
  sizeParameter: 'take',
  pageSize: 100,
  maxPageSize: 100,
  pageNumbers: 'none',
  mapError: mapGenerationError,
  normalize: () => undefined,
  fields: {
    air: true,
    size: true,
    hashes: true,
    downloadUrls: true,
    resourceName: true,
    versionName: true,
    invalidateAt: true,
    earlyAccessEndsAt: true,
    checkPermission: true,
    canGenerate: true,
    freeTrialLimit: true,
    requiresAuthorization: true,
    fileFormat: true,
    hasMatureContentRestriction: true,
    popularityRank: true,
    isFeatured: true,
    publishedAt: true,
    hasNSFWContentRestriction: true,
    fee: true,
    payoutEnabled: true,
    fees: true,
    userId: true,
    availability: true,
  },
};
