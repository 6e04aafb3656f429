// The public contract without the container: `@civitkit/core/client`.
export { CivitaiClient } from './civitai-client.js';
export type { ExplainedValue, OverriddenValue } from './configuration/binding/explain-section.js';
export { civitaiApiSection } from './configuration/civitai-api-section.js';
export type {
  CivitaiApiOptions,
  CivitaiApiSettings,
  ClientOptions,
  ClientSettings,
  RetryOptions,
  RetrySettings,
} from './configuration/client-settings.js';
export { Configuration, isConfiguration } from './configuration/configuration.js';
export type { ConfigurationEntry, RawValue, SourceReport } from './configuration/configuration-entry.js';
export { type LoadConfigurationOptions, loadConfiguration } from './configuration/load-configuration.js';
export type { ConvictLike, RegistrationInput } from './configuration/registration-input.js';
export type { AnySection, Field, FieldsOf, SectionProblem, SectionSchema } from './configuration/section-schema.js';
export {
  type ClientRegistration,
  type CreateClientOptions,
  createCivitaiClient,
} from './create-civitai-client.js';
export type { ClientParts } from './create-pipeline.js';
export { AuthenticationError } from './errors/authentication-error.js';
export { CivitaiError, isCivitaiError } from './errors/civitai-error.js';
export { ConfigurationError, type ConfigurationProblem } from './errors/configuration-error.js';
export { ConnectionError } from './errors/connection-error.js';
export type { ErrorCode } from './errors/error-code.js';
export { InvalidResponseError } from './errors/invalid-response-error.js';
export { NotFoundError } from './errors/not-found-error.js';
export { PermissionError } from './errors/permission-error.js';
export { RateLimitError } from './errors/rate-limit-error.js';
export { TimeoutError } from './errors/timeout-error.js';
export { ValidationError, type ValidationIssue } from './errors/validation-error.js';
export type { AttemptEvent, CallEvent, ErrorEvent, ResponseEvent, RetryEvent } from './observability/diagnostics.js';
export type { Logger } from './observability/logger.js';
export { ListQuery, type PeriodOf, type SortOf } from './paging/list-query.js';
export type { Cursor, Page, PageMetadata } from './paging/page.js';
export type { PageOptions } from './paging/page-options.js';
export type { Creator, CreatorsClient, CreatorsFilter, CreatorsQuery } from './resources/creators/client.js';
export type { Enums, EnumsClient } from './resources/enums/client.js';
export type { ImagesClient, ImagesQuery } from './resources/images/client.js';
export type { ImagesFilter } from './resources/images/filter.js';
export type { Image, ImageStats, ImageTag } from './resources/images/types.js';
export type { BuzzLimit, Me, MeClient } from './resources/me/client.js';
export type { ModelVersionsClient } from './resources/model-versions/client.js';
export type { ModelOfVersion, ModelVersionDetail, ModelVersionImage } from './resources/model-versions/types.js';
export type { ModelsClient, ModelsQuery } from './resources/models/client.js';
export type { ModelsFilter } from './resources/models/filter.js';
export type {
  Model,
  ModelCreator,
  ModelFile,
  ModelFileHashes,
  ModelFileMetadata,
  ModelImage,
  ModelStats,
  ModelVersion,
  ModelVersionStats,
  PaidAccess,
} from './resources/models/types.js';
export type { Tag, TagsClient, TagsFilter, TagsQuery } from './resources/tags/client.js';
export type {
  Availability,
  CheckpointType,
  CommercialUse,
  ImageSort,
  MediaType,
  ModelFileFormat,
  ModelFileType,
  ModelMode,
  ModelSort,
  ModelStatus,
  ModelType,
  NsfwLabel,
  Open,
  Period,
  ScanResult,
  TagSort,
} from './resources/vocabulary.js';
export {
  chainResult,
  mapResult,
  matchResult,
  type Result,
  unwrapResult,
  unwrapResultOr,
} from './result/result.js';
export { initUserSecrets, type UserSecretsInitialization } from './secrets/init-user-secrets.js';
export { isSecret, Secret } from './secrets/secret.js';
export { findUserSecretsId } from './secrets/user-secrets-id.js';
export { type UserSecret, UserSecretsStore } from './secrets/user-secrets-store.js';
export type { Answer, CallOptions, ResponseInfo } from './transport/api-request.js';
export { CivitaiPromise } from './transport/civitai-promise.js';
export { type Clock, systemClock } from './transport/clock.js';
export type { HttpRequest, HttpResponse, HttpTransport } from './transport/http-transport.js';
export type { Middleware, MiddlewareContext } from './transport/middleware.js';
export type { QueryValue } from './transport/query-string.js';
