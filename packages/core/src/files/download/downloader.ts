import { setMaxListeners } from 'node:events';
import { linkSignal } from '../../transport/link-signal.js';
import type { ClientPipeline } from '../../transport/pipeline-access.js';
import { type FilesClient, pipelineOf } from '../client-access.js';
import { nodeFileSystem } from '../transfer/file-system.js';
import { ByteRate } from '../transfer/rate-limit.js';
import type { TransferSettings } from '../transfer/transfer-job.js';
import { checkDownloaderOptions } from './check-options.js';
import { chooseOne } from './choose-one.js';
import { type DownloadParts, downloadFile } from './download-file.js';
import { downloadImages } from './download-images.js';
import type {
  BatchOptions,
  DownloadedFile,
  DownloaderOptions,
  DownloadOptions,
  DownloadTarget,
  PlanOptions,
} from './download-options.js';
import type { Downloadable } from './downloadable.js';
import type { ImageOptions, ImagesResult } from './image-options.js';
import { makePlan } from './make-plan.js';
import { NewFolders } from './new-folders.js';
import { placeNames, targetPath } from './place-names.js';
import type { DownloadPlan, PlannedFile } from './planned-file.js';
import { type BatchResult, runBatch } from './run-batch.js';

/**
 * Downloads files of models: resumed, verified, and under their names only when they are whole and right.
 *
 * Limits of bandwidth and of files at a time are those of one downloader. It holds nothing that would have to be closed.
 */
export class Downloader {
  readonly #client: FilesClient;
  readonly #access: ClientPipeline;
  readonly #settings: TransferSettings;
  readonly #maxConcurrentFiles: number;
  readonly #pauseBetweenMs: number;

  /** For {@link createDownloader}. */
  constructor(client: FilesClient, options: DownloaderOptions) {
    checkDownloaderOptions(options);
    this.#client = client;
    this.#access = pipelineOf(client);
    this.#maxConcurrentFiles = options.maxConcurrentFiles ?? 2;
    this.#pauseBetweenMs = options.pauseBetweenMs ?? 0;
    const { bytesPerSecond } = options;
    this.#settings = {
      segments: options.segments ?? 1,
      headersTimeoutMs: options.headersTimeoutMs ?? 60_000,
      stallTimeoutMs: options.stallTimeoutMs ?? 30_000,
      floor: { minBytesPerSecond: options.minBytesPerSecond ?? 1024, slowForMs: options.slowForMs ?? 60_000 },
      retry: { maxRetries: options.maxRetries ?? 8, maxRetryAfterMs: options.maxRetryAfterMs ?? 60_000 },
      random: options.random ?? Math.random,
      rate: bytesPerSecond === undefined ? undefined : new ByteRate(bytesPerSecond, this.#access.pipeline.clock),
      disk: options.fileSystem ?? nodeFileSystem,
      progressIntervalMs: options.progressIntervalMs ?? 500,
      reserveBytes: options.reserveBytes ?? 16 * 1024 * 1024,
    };
  }

  /**
   * Looks up what sources mean, without asking for any file: that would count against the quota of the account. Sources
   * that lead nowhere are in `failures`, beside the files of the others.
   *
   * @throws DownloadError with code `bad_source` when one cannot even be understood
   */
  async plan(what: Downloadable, options: PlanOptions = {}): Promise<DownloadPlan> {
    return await makePlan(what, options, this.#client, this.#access);
  }

  /**
   * Downloads one file. When it is there already and intact, nothing is requested.
   *
   * @throws AuthenticationError, PermissionError, NotFoundError and RateLimitError as the site refuses it; ConnectionError
   * and TimeoutError when the network does not last; DownloadError for everything else; the reason of the signal.
   * `failureClassOf` sorts them by what helps.
   */
  async download(what: Downloadable, target: DownloadTarget, options: DownloadOptions = {}): Promise<DownloadedFile> {
    const file = chooseOne(await this.plan(what, options));
    return await this.#linked(options.signal, async (signal) => {
      const path = await targetPath(file, target);
      const folders = new NewFolders();
      try {
        return await this.#download(file, path, options, { signal, folders, beforeLink: () => undefined });
      } finally {
        await folders.removeEmpty();
      }
    });
  }

  /**
   * Downloads many files. A failure ends that file only: what happened to each is in the result.
   *
   * @throws DownloadError with code `bad_source` or `name_collision`, before anything is requested; the reason of the signal
   */
  async batch(what: Downloadable, target: DownloadTarget, options: BatchOptions = {}): Promise<BatchResult> {
    const plan = await this.plan(what, options);
    const placed = await placeNames(plan.files, target, options.onCollision ?? 'suffix');
    return await this.#linked(options.signal, async (signal) => {
      const folders = new NewFolders();
      try {
        return await runBatch(placed, plan.failures, options, {
          clock: this.#access.pipeline.clock,
          maxConcurrentFiles: this.#maxConcurrentFiles,
          pauseBetweenMs: this.#pauseBetweenMs,
          signal,
          download: ({ file, path }, beforeLink) =>
            this.#download(file, path, options, { signal, folders, beforeLink }),
        });
      } finally {
        await folders.removeEmpty();
      }
    });
  }

  /**
   * Downloads the images of a version, and writes down how they were made. What fails is in the result, as an image is no
   * reason to go without the model.
   *
   * @param what - a planned file, or its version
   * @throws the reason of the signal
   */
  async images(
    what: PlannedFile | PlannedFile['version'],
    directory: string,
    options: ImageOptions = {},
  ): Promise<ImagesResult> {
    const version = 'version' in what ? what.version : what;
    return await this.#linked(options.signal, (signal) =>
      downloadImages(version, directory, options, this.#client, {
        access: this.#access,
        settings: this.#settings,
        signal,
        overwrite: options.overwrite ?? false,
      }),
    );
  }

  async #download(
    file: PlannedFile,
    path: string,
    options: DownloadOptions,
    parts: Pick<DownloadParts, 'beforeLink' | 'folders' | 'signal'>,
  ): Promise<DownloadedFile> {
    const result = await downloadFile(file, path, options, {
      client: this.#client,
      access: this.#access,
      settings: this.#settings,
      ...parts,
    });
    options.onEvent?.({ type: 'done', file, result });
    return result;
  }

  async #linked<T>(signal: AbortSignal | undefined, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const controller = new AbortController();
    // Every file has its waits on it.
    setMaxListeners(0, controller.signal);
    const unlink = linkSignal(signal, controller, this.#access.pipeline.signals);
    try {
      return await work(controller.signal);
    } finally {
      unlink();
    }
  }
}

/**
 * Makes a downloader that works through a client: with its key, its proxy, its limits.
 *
 * @throws RangeError for options out of range; TypeError for anything but a `CivitaiClient`
 *
 * @example
 * ```ts
 * import { createCivitaiClient } from '@civitkit/core/client';
 * import { createDownloader } from '@civitkit/core/files';
 *
 * using civitai = createCivitaiClient();
 * const downloader = createDownloader(civitai, { bytesPerSecond: 20_000_000 });
 * const { path, sha256 } = await downloader.download('v:128713', { directory: 'models' }, {
 *   onEvent: (event) => {
 *     if (event.type === 'progress') console.log(`${event.doneBytes} of ${event.totalBytes} bytes`);
 *   },
 * });
 * console.log(path, sha256);
 * ```
 */
export function createDownloader(client: FilesClient, options: DownloaderOptions = {}): Downloader {
  return new Downloader(client, options);
}
