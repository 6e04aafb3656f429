import type { ListQuery } from '@civitkit/core/client';
import type { ListDefinition, ParameterTable } from '@civitkit/core/internal';
import { mapGenerationError } from '../errors/map-generation-error.js';
import type { ServiceResponse, ServiceStatus } from '../generated/types.js';
import type { GetServiceOptions } from './client.js';

/** Which services to list; everything set must be true of them. */
export interface ServicesFilter {
  readonly category?: string;
  /** How the id begins. */
  readonly prefix?: string;
  /** All of these tags. */
  readonly tags?: readonly string[];
  /** Text in the name and the description. */
  readonly query?: string;
  readonly status?: ServiceStatus;
  /** The time that the metrics look back. Default: `24h`. */
  readonly window?: NonNullable<GetServiceOptions['window']>;
  /** Further query parameters, sent as they are. */
  readonly extra?: Readonly<Record<string, string | number | boolean | readonly (string | number)[]>>;
}

/** A question to the list of services. */
export type ServicesQuery = ListQuery<ServiceResponse, ServicesFilter>;

const serviceParameters: ParameterTable<ServicesFilter> = {
  category: 'text',
  prefix: 'text',
  tags: 'textList',
  query: 'text',
  status: 'text',
  window: 'text',
};

/** `GET /services`. */
export const servicesList: ListDefinition<ServiceResponse> = {
  operation: 'services.list',
  path: ['services'],
  parameters: serviceParameters,
  paging: 'offset',
  pageSize: 50,
  // The contract names no largest page; this only catches what cannot be meant.
  maxPageSize: 2_147_483_647,
  pageNumbers: 'unlimited',
  mapError: mapGenerationError,
  normalize: () => undefined,
  fields: {
    id: true,
    category: true,
    parameters: true,
    step: true,
    submit: true,
    estimate: true,
    name: true,
    description: true,
    tags: true,
    strengths: true,
    weaknesses: true,
    releasedAt: true,
    modalities: true,
    status: true,
    metrics: true,
    history: true,
  },
};
