import type { ParameterTable } from '../../paging/filter-parameters.js';
import type { QueryValue } from '../../transport/query-string.js';
import type {
  Availability,
  CheckpointType,
  CommercialUse,
  ModelFileFormat,
  ModelSort,
  ModelStatus,
  ModelType,
  Open,
  Period,
} from '../vocabulary.js';

/**
 * What `civitai.models` can be asked for. Members are ANDed, the values of a list ORed.
 *
 * A member that is `true` or absent on the server (`favorites`, `supportsGeneration` …) is left out when it is `false`.
 */
export interface ModelsFilter {
  /** Text search, in order of relevance; `ids` and `sort` have no effect beside it. */
  readonly query?: string;
  /** Exact name of one tag. An unknown tag does not filter at all. */
  readonly tag?: string;
  /** Creator's name. An unknown one is a `NotFoundError`. */
  readonly username?: string;
  readonly types?: readonly ModelType[];
  /** Such as `SDXL 1.0`. Versions of other base models are left out of the result; an unknown name matches nothing. */
  readonly baseModels?: readonly string[];
  readonly ids?: readonly number[];
  /** Models of these versions; other versions are left out of the result. */
  readonly modelVersionIds?: readonly number[];
  readonly checkpointType?: CheckpointType;
  /** Models that allow any of these. */
  readonly allowCommercialUse?: readonly CommercialUse[];
  readonly fileFormats?: readonly ModelFileFormat[];
  /** `false` (the default): only models rated PG. `true`: all maturity levels, PG included. */
  readonly nsfw?: boolean;
  readonly supportsGeneration?: boolean;
  readonly fromPlatform?: boolean;
  readonly earlyAccess?: boolean;
  /** Archived models as well. */
  readonly archived?: boolean;
  readonly newCreators?: boolean;
  /** One file a version only. */
  readonly primaryFileOnly?: boolean;
  /** The key's owner's favorites; needs a key. */
  readonly favorites?: boolean;
  /** The key's owner's hidden models; needs a key. */
  readonly hidden?: boolean;
  /** Models of creators the key's owner follows; without a key it has no effect. */
  readonly followed?: boolean;
  readonly availability?: Availability;
  /** For moderators. */
  readonly status?: readonly ModelStatus[];
  /** For moderators. */
  readonly needsReview?: boolean;
  readonly sort?: ModelSort;
  readonly period?: Period;
  /** Whether `period` looks at the date of publication (default) or at the statistics. */
  readonly periodMode?: Open<'stats' | 'published'>;
  /** Further query parameters, sent as they are: for what the server learned after this version. */
  readonly extra?: Readonly<Record<string, QueryValue>>;
}

/** How the members travel. */
export const modelsParameters: ParameterTable<ModelsFilter> = {
  query: 'text',
  tag: 'text',
  username: 'text',
  types: 'textList',
  baseModels: 'textList',
  ids: 'integerList',
  modelVersionIds: 'integerList',
  checkpointType: 'text',
  allowCommercialUse: 'textList',
  fileFormats: 'pairedList',
  nsfw: 'boolean',
  supportsGeneration: 'flag',
  fromPlatform: 'flag',
  earlyAccess: 'flag',
  archived: 'flag',
  newCreators: 'boolean',
  primaryFileOnly: 'boolean',
  favorites: 'flag',
  hidden: 'flag',
  followed: 'flag',
  availability: 'text',
  status: 'textList',
  needsReview: 'flag',
  sort: 'text',
  period: 'text',
  periodMode: 'text',
};
