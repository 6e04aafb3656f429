// The public contract without the container: `@civitkit/core/client`.
export type { Air, AirParts } from './air/air.js';
export {
  type AirFile,
  type AirModel,
  type AirOfModelVersionOptions,
  type AirVersion,
  airOfModelVersion,
} from './air/air-of-model-version.js';
export { compareAir, sameAir } from './air/compare-air.js';
export { formatAir } from './air/format-air.js';
export { parseAir, tryParseAir } from './air/parse-air.js';
export type { AirEcosystem, AirSource, AirType } from './air/vocabulary.js';
export type { CacheEntry } from './caching/cache-entry.js';
export type { CacheStore } from './caching/cache-store.js';
export { type MemoryCacheLimits, MemoryCacheStore } from './caching/memory-cache-store.js';
export { createRedisCacheStore, type RedisCacheStoreOptions } from './caching/redis-cache-store.js';
export type { RedisClientLike } from './caching/redis-client.js';
export { CivitaiClient } from './civitai-client.js';
export type { ExplainedValue, OverriddenValue } from './configuration/binding/explain-section.js';
export { civitaiApiSection } from './configuration/civitai-api-section.js';
export type { ClientRegistration } from './configuration/client-registration.js';
export type {
  CivitaiApiOptions,
  CivitaiApiSettings,
  ClientOptions,
  ClientSettings,
  PipelineSettings,
  RetryOptions,
  RetrySettings,
} from './configuration/client-settings.js';
export { Configuration, isConfiguration } from './configuration/configuration.js';
export type { ConfigurationEntry, RawValue, SourceReport } from './configuration/configuration-entry.js';
export { type LoadConfigurationOptions, loadConfiguration } from './configuration/load-configuration.js';
export type {
  CacheOptions,
  CacheSettings,
  CircuitBreakerOptions,
  CircuitBreakerSettings,
  PacingOptions,
  PacingSettings,
  RateLimitOptions,
  RateLimitSettings,
} from './configuration/pacing-settings.js';
export type { ConvictLike, RegistrationInput } from './configuration/registration-input.js';
export type { AnySection, Field, FieldsOf, SectionProblem, SectionSchema } from './configuration/section-schema.js';
export {
  type CreateClientOptions,
  createCivitaiClient,
} from './create-civitai-client.js';
export type { ClientParts } from './create-pipeline.js';
export type { ClientHealth, PacingParts } from './create-stages.js';
export { KeyCredentialProvider } from './credentials/key-credential-provider.js';
export type { Authorization, AuthorizationOptions } from './credentials/oauth/authorization.js';
export type { DeviceAuthorization, DevicePending, DeviceWaitOptions } from './credentials/oauth/device-flow.js';
export { FileTokenStore } from './credentials/oauth/file-token-store.js';
export { MemoryTokenStore } from './credentials/oauth/memory-token-store.js';
export { type AuthorizationCode, OAuthClient } from './credentials/oauth/oauth-client.js';
export { OAuthCredentialProvider } from './credentials/oauth/oauth-credential-provider.js';
export type { OAuthParts } from './credentials/oauth/oauth-pipeline.js';
export type { OAuthClientOptions } from './credentials/oauth/oauth-settings.js';
export {
  hasOAuthScope,
  type OAuthScope,
  type OAuthScopes,
  oauthScopeBits,
  oauthScopeNames,
  oauthScopePresets,
  oauthScopes,
} from './credentials/oauth/scopes.js';
export type { TokenStore } from './credentials/oauth/token-store.js';
export type { OAuthTokens } from './credentials/oauth/tokens.js';
export type { OAuthUserInfo } from './credentials/oauth/user-info.js';
export { AuthenticationError } from './errors/authentication-error.js';
export { CivitaiError, isCivitaiError } from './errors/civitai-error.js';
export { ConfigurationError, type ConfigurationProblem } from './errors/configuration-error.js';
export { ConnectionError } from './errors/connection-error.js';
export { DownloadError } from './errors/download-error.js';
export type { ErrorCode } from './errors/error-code.js';
export { FileError } from './errors/file-error.js';
export { InvalidResponseError } from './errors/invalid-response-error.js';
export { NotFoundError } from './errors/not-found-error.js';
export { PermissionError } from './errors/permission-error.js';
export { RateLimitError } from './errors/rate-limit-error.js';
export { TimeoutError } from './errors/timeout-error.js';
export { ValidationError, type ValidationIssue } from './errors/validation-error.js';
export type { ConfigurationEvent } from './observability/configuration-event.js';
export type { AttemptEvent, CallEvent, ErrorEvent, ResponseEvent, RetryEvent } from './observability/diagnostics.js';
export type { Logger } from './observability/logger.js';
export type {
  CacheEvent,
  CircuitEvent,
  CircuitState,
  CoalesceEvent,
  LimitEvent,
} from './observability/notices.js';
export type { CircuitSnapshot } from './pacing/circuit-stage.js';
export { type CircuitStore, createRedisCircuitStore } from './pacing/circuit-store.js';
export type { RateBucket, RateLimiter } from './pacing/rate-limiter.js';
export { createSharedRateLimiter, type FlexibleLimiter } from './pacing/shared-rate-limiter.js';
export { ListQuery, type PagesOptions, type PeriodOf, type SortOf } from './paging/list-query.js';
export type { Cursor, Page, PageMetadata } from './paging/page.js';
export type { PageOptions } from './paging/page-options.js';
export type { ArticlesClient, ArticlesQuery } from './resources/articles/client.js';
export type { ArticlesFilter } from './resources/articles/filter.js';
export type {
  Article,
  ArticleAttachment,
  ArticleAuthor,
  ArticleCover,
  ArticleDetail,
  ArticleReaction,
  ArticleStats,
  ArticleStatus,
  ArticleSummary,
  ArticleTag,
  ContentImage,
  ImageIngestion,
  ProfilePicture,
} from './resources/articles/types.js';
export { type CdnUrlOptions, cdnUrl } from './resources/cdn-url.js';
export type { CollectionsClient, CollectionsFilter, CollectionsQuery } from './resources/collections/client.js';
export type {
  Collection,
  CollectionDetail,
  CollectionOwner,
  CollectionSummary,
  CollectionTag,
} from './resources/collections/types.js';
export type { ContentClient, ContentPage } from './resources/content/client.js';
export type { Creator, CreatorsClient, CreatorsFilter, CreatorsQuery } from './resources/creators/client.js';
export { parseDate } from './resources/dates.js';
export type { Enums, EnumsClient } from './resources/enums/client.js';
export type {
  ImageUploadsClient,
  ImageUploadTarget,
  UploadedImage,
  UploadOptions,
} from './resources/image-uploads/client.js';
export {
  type CompletedUpload,
  MultipartUpload,
  type SendPartsOptions,
  type UploadProgress,
} from './resources/image-uploads/multipart-upload.js';
export type { MultipartRequest } from './resources/image-uploads/start-multipart.js';
export type { UploadSource, UploadStream } from './resources/image-uploads/upload-source.js';
export {
  type BrowsingLevelName,
  type BrowsingLevelPreset,
  browsingLevel,
  browsingLevelNames,
  maskOfNsfwLabel,
  nsfwLabelOfMask,
} from './resources/images/browsing-level.js';
export type { ImagesClient, ImagesQuery } from './resources/images/client.js';
export type { ImagesFilter } from './resources/images/filter.js';
export { readGeneration } from './resources/images/meta/read-generation.js';
export type {
  ComfyGraphs,
  ExternalGeneration,
  ImageGeneration,
  ImageGenerationModel,
  ImageGenerationResource,
  ImageGenerationSize,
} from './resources/images/meta/types.js';
export type { Image, ImageStats, ImageTag } from './resources/images/types.js';
export type { BuzzLimit, Me, MeClient } from './resources/me/client.js';
export type {
  DtypeCount,
  ModelFilesClient,
  Tensor,
  TensorMetadata,
  TensorMetadataOptions,
  VramEstimate,
} from './resources/model-files/client.js';
export type { BustedVersions, GetMiniOptions, ModelVersionsClient } from './resources/model-versions/client.js';
export type {
  EarlyAccessChange,
  EarlyAccessSettings,
  PaidAccessTerms,
} from './resources/model-versions/early-access.js';
export type { ModelVersionIds } from './resources/model-versions/find-ids-by-hash.js';
export type { HashMatch, HashMatches } from './resources/model-versions/hash-matches.js';
export type { GenerationFee, ModelVersionMini } from './resources/model-versions/mini.js';
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
export type {
  PartnerOptions,
  PartnersClient,
  SupportedModel,
  SupportedModelsChange,
} from './resources/partners/client.js';
export type { PermissionQuestion, PermissionsClient } from './resources/permissions/client.js';
export type { Tag, TagsClient, TagsFilter, TagsQuery } from './resources/tags/client.js';
export type { FindUsers, User, UsersClient } from './resources/users/client.js';
export type { VaultClient, VaultQuery } from './resources/vault/client.js';
export type { VaultFilter } from './resources/vault/filter.js';
export type { Vault, VaultChange, VaultFile, VaultItem, VaultToggle } from './resources/vault/types.js';
export type {
  ArticleSort,
  Availability,
  CheckpointType,
  CollectionRead,
  CollectionSort,
  CollectionType,
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
  VaultItemStatus,
  VaultSort,
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
export type { Answer, CacheHit, CallOptions, ResponseInfo } from './transport/api-request.js';
export { CivitaiPromise } from './transport/civitai-promise.js';
export { type Clock, systemClock } from './transport/clock.js';
export type { CredentialProvider } from './transport/credential.js';
export type { HttpRequest, HttpResponse, HttpTransport } from './transport/http-transport.js';
export type { Middleware, MiddlewareContext } from './transport/middleware.js';
export type { QueryValue } from './transport/query-string.js';
export type { OpenOptions, StreamedAnswer } from './transport/streamed-answer.js';
