// Files on this machine: `@civitkit/core/files`.
export type { FilesClient } from './files/client-access.js';
export { htmlToMarkdown, htmlToText, type MarkdownOptions } from './files/descriptions/html-to-text.js';
export type { ImageStyle } from './files/descriptions/markdown-converter.js';
export type {
  BatchOptions,
  DownloadEvent,
  DownloadedFile,
  DownloaderOptions,
  DownloadFolder,
  DownloadOptions,
  DownloadTarget,
  OnConflict,
  PlanOptions,
} from './files/download/download-options.js';
export type { Downloadable } from './files/download/downloadable.js';
export { createDownloader, Downloader } from './files/download/downloader.js';
export { type FailureClass, failureClassOf } from './files/download/failure-class.js';
export type { DownloadedImage, ImageOptions, ImagesResult, VersionImage } from './files/download/image-options.js';
export { isRisky, riskOf } from './files/download/judge-file.js';
export type { LocalCopies } from './files/download/local-copies.js';
export { isSourceProblem, type ParseSourceOptions, parseSource } from './files/download/parse-source.js';
export {
  type ParseSourcesOptions,
  parseSources,
  type ReadSources,
  readSources,
} from './files/download/parse-sources.js';
export { type PlacedPlan, placeNames } from './files/download/place-names.js';
export type { DownloadPlan, ModelOfFile, PlanFailure, PlanNotice, PlannedFile } from './files/download/planned-file.js';
export type { BatchResult, FailedFile } from './files/download/run-batch.js';
export type { FileChoice, Source, SourceProblem, SourceTarget } from './files/download/source.js';
export { correctExtension } from './files/formats/correct-extension.js';
export { type FileFormat, type FormatFacts, type FormatKind, formatFacts } from './files/formats/file-format.js';
export { isPickleFormat } from './files/formats/pickle-format.js';
export { type ReadHeaderOptions, readSafetensorsHeader } from './files/formats/read-safetensors-header.js';
export type { DtypeCount, SafetensorsHeader, SafetensorsTensor } from './files/formats/safetensors-header.js';
export { sniffedBytes, sniffFormat } from './files/formats/sniff-format.js';
export { type MetadataSummary, summarizeMetadata } from './files/formats/summarize-metadata.js';
export { createHasher, type FileHasher } from './files/hashing/create-hasher.js';
export { type FileHashes, type HashAlgorithm, hashAlgorithms } from './files/hashing/hash-algorithm.js';
export { type HashFileOptions, hashFile } from './files/hashing/hash-file.js';
export { type HashFilesOptions, type HashOutcome, hashFiles } from './files/hashing/hash-files.js';
export { type HashedStream, type HashStreamOptions, hashStream } from './files/hashing/hash-stream.js';
export type { HashedFile, HashProgress } from './files/hashing/hashed-file.js';
export { sameHash } from './files/hashing/same-hash.js';
export { type ApplyRenamesOptions, applyRenames, type RenamedFile } from './files/identify/apply-renames.js';
export { type DescribedFile, type DescribeFilesOptions, describeFiles } from './files/identify/describe-files.js';
export { type CacheIdentity, HashCache, type HashCacheOptions } from './files/identify/hash-cache.js';
export { defaultHashCachePath } from './files/identify/hash-cache-path.js';
export type {
  HashedLocalFile,
  IdentifiedFile,
  KnownFile,
  LocalFile,
  NewerVersion,
  UnknownFile,
  UnreadableFile,
} from './files/identify/identified-file.js';
export {
  type IdentifyOptions,
  type IdentifyProgress,
  type IdentifyReport,
  identifyFiles,
} from './files/identify/identify-files.js';
export { type ListedFiles, type ListFilesOptions, listFiles, modelExtensions } from './files/identify/list-files.js';
export { type PlanMovesOptions, planMoves } from './files/identify/plan-moves.js';
export {
  type PlannedRename,
  type PlanRenamesOptions,
  planRenames,
  type Rename,
} from './files/identify/rename-plan.js';
export { type ExtraFolders, readExtraFolders } from './files/layouts/extra-folders.js';
export { type FolderForOptions, folderFor, type Placement } from './files/layouts/folder-for.js';
export {
  type Layout,
  type LayoutFolder,
  type LayoutName,
  layoutNames,
  layoutTable,
} from './files/layouts/layout-table.js';
export { type LocateFolderOptions, locateFolder } from './files/layouts/locate-folder.js';
export { type KindDecision, type KindFacts, kindOf, type ModelKind } from './files/layouts/model-kind.js';
export { type Disposition, parseDisposition } from './files/naming/disposition.js';
export { expandPattern } from './files/naming/expand-pattern.js';
export { type FileNameSources, fileNameOf } from './files/naming/file-name-of.js';
export { nameKey } from './files/naming/name-key.js';
export { checkPattern } from './files/naming/parse-pattern.js';
export {
  type PatternToken,
  type PatternValueName,
  type PatternValues,
  patternTokens,
} from './files/naming/pattern-tokens.js';
export { type PatternSource, patternValues } from './files/naming/pattern-values.js';
export { type ResolveInsideOptions, resolveInside } from './files/naming/resolve-inside.js';
export {
  aliasTarget,
  checkAliases,
  type ResolveRootOptions,
  type RootAliases,
  resolveRoot,
} from './files/naming/resolve-root.js';
export { type SafeNameOptions, safeFileName, safeFolderName } from './files/naming/safe-name.js';
export { finishMoves, type MovesOptions } from './files/organise/finish-moves.js';
export { moveJournalName } from './files/organise/move-journal.js';
export { type MoveMode, moveModes } from './files/organise/move-mode.js';
export { undoMoves } from './files/organise/undo-moves.js';
export { type SavedInto, type SaveIntoOptions, type SaveSource, saveInto } from './files/save-into.js';
export { type SavedStream, type SaveProgress, type SaveStreamOptions, saveStream } from './files/save-stream.js';
export { readHashesCsv } from './files/sidecars/hashes-csv.js';
export { type PreviewImageOptions, previewImageOf } from './files/sidecars/preview.js';
export { type PromptSidecarRequest, writePromptSidecar } from './files/sidecars/prompt-sidecar.js';
export type { SidecarKind } from './files/sidecars/sidecar-plans.js';
export type { SidecarSource } from './files/sidecars/sidecar-source.js';
export { type SidecarRequest, type SidecarResult, writeSidecars } from './files/sidecars/write-sidecars.js';
export {
  type BuiltInSorterName,
  basicSorter,
  builtInSorters,
  tagsSorter,
} from './files/sorters/built-in-sorters.js';
export {
  type CivitdlIds,
  type CivitdlNames,
  civitdlIdsOf,
  civitdlImageName,
  civitdlNames,
} from './files/sorters/civitdl-names.js';
export { type LoadSorterOptions, loadSorter } from './files/sorters/load-sorter.js';
export { type SorterNames, sorterNames } from './files/sorters/name-rules.js';
export { type SortedFolders, type SortRequest, sortFiles } from './files/sorters/run-sorter.js';
export type { Sorter, SorterFolders, SorterInput } from './files/sorters/sorter.js';
export type { Pace } from './files/transfer/progress-meter.js';
export type { HashName, NoticeCode, RestartReason, TransferEvent } from './files/transfer/transfer-event.js';
