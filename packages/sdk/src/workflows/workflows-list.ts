import type { ListQuery } from '@civitkit/core/client';
import type { ListDefinition, ParameterTable } from '@civitkit/core/internal';
import { mapGenerationError } from '../errors/map-generation-error.js';
import type { Workflow } from '../generated/types.js';
import { workflowFields } from './workflow-fields.js';

/** Which workflows to list; everything set must be true of them. */
export interface WorkflowsFilter {
  /** All of these tags. */
  readonly tags?: readonly string[];
  /** None of these tags. Servers that do not know it ignore it. */
  readonly excludeTags?: readonly string[];
  /** Text in the metadata. */
  readonly query?: string;
  /** Created then or later; a text is sent as it is. */
  readonly fromDate?: Date | string;
  /** Created then or before; a text is sent as it is. */
  readonly toDate?: Date | string;
  /** Oldest first. Default: newest first. */
  readonly ascending?: boolean;
  /** Without those that failed, expired or were canceled. Default: false. */
  readonly excludeFailed?: boolean;
  /** Mature blobs come without their URL. Default here, unlike elsewhere: true. */
  readonly hideMatureContent?: boolean;
  /** Further query parameters, sent as they are. */
  readonly extra?: Readonly<Record<string, string | number | boolean | readonly (string | number)[]>>;
}

/** A question to the list of workflows. */
export type WorkflowsQuery = ListQuery<Workflow, WorkflowsFilter>;

/** The filters in the order in which they are written. */
export const workflowParameters: ParameterTable<WorkflowsFilter> = {
  tags: 'textList',
  excludeTags: 'textList',
  query: 'text',
  fromDate: 'moment',
  toDate: 'moment',
  ascending: 'boolean',
  excludeFailed: 'boolean',
  hideMatureContent: 'boolean',
};

/** `GET /consumer/workflows`. */
export const workflowsList: ListDefinition<Workflow> = {
  operation: 'workflows.list',
  path: ['consumer', 'workflows'],
  parameters: workflowParameters,
  paging: 'cursor',
  cursorIn: 'next',
  sizeParameter: 'take',
  pageSize: 100,
  // The contract names no largest page; this only catches what cannot be meant.
  maxPageSize: 2_147_483_647,
  pageNumbers: 'none',
  mapError: mapGenerationError,
  normalize: () => undefined,
  fields: workflowFields,
};
