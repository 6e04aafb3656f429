import { BASE_MODELS } from '../catalogue/enum-values.js';
import type { ParameterRules } from '../http/parameter-rules.js';
import type { Query } from '../http/query-text.js';
import { type ReadParameters, readParameters } from '../http/read-parameters.js';
import { IMAGE_SORTS, LEGACY_NSFW_LABELS, MEDIA_TYPES, PERIODS } from './parameter-options.js';

/** The values of a valid request for images. */
export interface ImagesQuery {
  readonly limit: number;
  readonly page: number | undefined;
  readonly cursor: string | undefined;
  readonly postId: number | undefined;
  readonly modelId: number | undefined;
  readonly modelVersionId: number | undefined;
  readonly imageId: number | undefined;
  readonly userId: number | undefined;
  readonly username: string | undefined;
  readonly period: string;
  readonly sort: string;
  readonly nsfw: string | boolean | undefined;
  readonly browsingLevel: number | undefined;
  readonly tags: readonly number[] | undefined;
  readonly type: string | undefined;
  readonly baseModels: readonly string[] | undefined;
  readonly withMeta: boolean | undefined;
  readonly flatMeta: boolean | undefined;
  readonly withTags: boolean | undefined;
  readonly requiringMeta: boolean | undefined;
}

/** The parameters of `GET /images` (contract §7.9). There is no `query`, `tag` or `types`: they are dropped silently. */
const RULES = {
  limit: { kind: 'number', min: 0, max: 200, fallback: 100 },
  page: { kind: 'number' },
  cursor: { kind: 'text' },
  postId: { kind: 'number' },
  modelId: { kind: 'number' },
  modelVersionId: { kind: 'number' },
  imageId: { kind: 'number' },
  userId: { kind: 'number' },
  // Not slugified here, unlike in models.
  username: { kind: 'text', pattern: /^[A-Za-z0-9_]*$/ },
  period: { kind: 'choice', values: PERIODS, fallback: 'AllTime' },
  sort: { kind: 'choice', values: IMAGE_SORTS, fallback: 'Most Reactions' },
  nsfw: { kind: 'choiceOrBoolean', values: LEGACY_NSFW_LABELS },
  browsingLevel: { kind: 'number' },
  tags: { kind: 'numberList' },
  type: { kind: 'choice', values: MEDIA_TYPES },
  baseModels: { kind: 'choiceList', values: BASE_MODELS },
  withMeta: { kind: 'strictBoolean' },
  flatMeta: { kind: 'strictBoolean' },
  withTags: { kind: 'strictBoolean' },
  requiringMeta: { kind: 'strictBoolean' },
} satisfies ParameterRules;

/** Reads the query of `GET /images`. */
export function readImagesQuery(query: Query): ReadParameters<ImagesQuery> {
  return readParameters(RULES, query);
}
