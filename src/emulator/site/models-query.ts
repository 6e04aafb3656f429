import { MODEL_TYPES } from '../catalogue/enum-values.js';
import type { ParameterRules } from '../http/parameter-rules.js';
import type { Query } from '../http/query-text.js';
import { type ReadParameters, readParameters } from '../http/read-parameters.js';
import {
  AVAILABILITIES,
  CHECKPOINT_TYPES,
  COMMERCIAL_USES,
  FILE_FORMATS,
  MODEL_SORTS,
  MODEL_STATUSES,
  PERIOD_MODES,
  PERIODS,
} from './parameter-options.js';

/** The values of a valid request for models; parameters no query can carry are not among them. */
export interface ModelsQuery {
  readonly limit: number;
  readonly page: number | undefined;
  readonly cursor: string | undefined;
  readonly query: string | undefined;
  readonly ids: readonly number[] | undefined;
  readonly modelVersionIds: readonly number[] | undefined;
  readonly tag: string | undefined;
  readonly tagname: string | undefined;
  readonly username: string | undefined;
  readonly user: string | undefined;
  readonly types: readonly string[] | undefined;
  readonly baseModels: readonly string[] | undefined;
  readonly checkpointType: string | undefined;
  readonly sort: string;
  readonly period: string;
  readonly periodMode: string;
  readonly nsfw: boolean | undefined;
  readonly favorites: boolean | undefined;
  readonly hidden: boolean | undefined;
  readonly newCreators: boolean | undefined;
  readonly primaryFileOnly: boolean | undefined;
  readonly supportsGeneration: boolean | undefined;
  readonly fromPlatform: boolean | undefined;
  readonly earlyAccess: boolean | undefined;
  readonly archived: boolean | undefined;
  readonly followed: boolean | undefined;
  readonly allowCommercialUse: readonly string[] | undefined;
  readonly availability: string | undefined;
  readonly fileFormats: readonly string[] | undefined;
}

/** The parameters of `GET /models` (contract §7.1), in the order their issues are reported. */
const RULES = {
  limit: { kind: 'number', min: 0, max: 100, fallback: 100 },
  page: { kind: 'number', min: 1 },
  cursor: { kind: 'text' },
  query: { kind: 'text' },
  ids: { kind: 'numberList' },
  modelVersionIds: { kind: 'numberList' },
  tag: { kind: 'text' },
  tagname: { kind: 'text' },
  username: { kind: 'text' },
  user: { kind: 'text' },
  types: { kind: 'repeat', values: MODEL_TYPES },
  // Not validated: an unknown base model is simply found nowhere.
  baseModels: { kind: 'repeat' },
  checkpointType: { kind: 'choice', values: CHECKPOINT_TYPES },
  sort: { kind: 'choice', values: MODEL_SORTS, fallback: 'Highest Rated' },
  period: { kind: 'choice', values: PERIODS, fallback: 'AllTime' },
  periodMode: { kind: 'choice', values: PERIOD_MODES, fallback: 'published' },
  rating: { kind: 'number' },
  nsfw: { kind: 'strictBoolean' },
  favorites: { kind: 'strictBoolean' },
  hidden: { kind: 'strictBoolean' },
  newCreators: { kind: 'strictBoolean' },
  primaryFileOnly: { kind: 'strictBoolean' },
  supportsGeneration: { kind: 'truthy' },
  fromPlatform: { kind: 'truthy' },
  earlyAccess: { kind: 'truthy' },
  archived: { kind: 'truthy' },
  followed: { kind: 'truthy' },
  needsReview: { kind: 'truthy' },
  allowCommercialUse: { kind: 'repeat', values: COMMERCIAL_USES },
  availability: { kind: 'choice', values: AVAILABILITIES },
  status: { kind: 'repeat', values: MODEL_STATUSES },
  fileFormats: { kind: 'arrayOnly', values: FILE_FORMATS },
  allowNoCredit: { kind: 'unreachable', expected: 'boolean' },
  allowDerivatives: { kind: 'unreachable', expected: 'boolean' },
  allowDifferentLicense: { kind: 'unreachable', expected: 'boolean' },
  pending: { kind: 'unreachable', expected: 'boolean' },
  disablePoi: { kind: 'unreachable', expected: 'boolean' },
  disableMinor: { kind: 'unreachable', expected: 'boolean' },
  isFeatured: { kind: 'unreachable', expected: 'boolean' },
  poiOnly: { kind: 'unreachable', expected: 'boolean' },
  minorOnly: { kind: 'unreachable', expected: 'boolean' },
  browsingLevel: { kind: 'unreachable', expected: 'number' },
  collectionId: { kind: 'unreachable', expected: 'number' },
  collectionTagId: { kind: 'unreachable', expected: 'number' },
  excludedUserIds: { kind: 'unreachable', expected: 'array' },
} satisfies ParameterRules;

/** Reads the query of `GET /models`. */
export function readModelsQuery(query: Query): ReadParameters<ModelsQuery> {
  return readParameters(RULES, query);
}
