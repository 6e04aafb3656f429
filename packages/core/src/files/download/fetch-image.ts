import { isCivitaiError } from '../../errors/civitai-error.js';
import { DownloadError } from '../../errors/download-error.js';
import type { ClientPipeline } from '../../transport/pipeline-access.js';
import type { StreamedAnswer } from '../../transport/streamed-answer.js';
import { correctExtension } from '../formats/correct-extension.js';
import { formatFacts, isMedia } from '../formats/file-format.js';
import { sniffFormat } from '../formats/sniff-format.js';
import { peekBody } from '../peek-body.js';
import { type SavedStream, saveStream } from '../save-stream.js';
import { checkLocation } from '../transfer/check-location.js';
import { pause } from '../transfer/pause.js';
import { RetryBudget } from '../transfer/retry-budget.js';
import type { TransferSettings } from '../transfer/transfer-job.js';

const mostHops = 5;
const mostRetries = 3;

/** What it takes to fetch an image. */
export interface ImageParts {
  readonly access: ClientPipeline;
  readonly settings: TransferSettings;
  readonly signal: AbortSignal;
  readonly overwrite: boolean;
}

/**
 * Fetches an image or a video and saves it under the name that its content asks for. The key is never sent: images are
 * public, and their address is somebody else's.
 *
 * @throws DownloadError with code `wrong_content` for anything but a picture, a video or a sound
 */
export async function fetchImage(url: string, path: string, parts: ImageParts): Promise<SavedStream> {
  const { access, settings, signal } = parts;
  const budget = new RetryBudget({ ...settings.retry, maxRetries: mostRetries }, settings.random);
  for (;;) {
    try {
      return await fetchOnce(url, path, parts);
    } catch (error) {
      if (signal.aborted || !isCivitaiError(error)) throw error;
      await pause(access.pipeline.clock, budget.spend(error), signal);
    }
  }
}

async function fetchOnce(address: string, path: string, parts: ImageParts): Promise<SavedStream> {
  const { access, overwrite, settings, signal } = parts;
  let url = checkLocation(address, access.baseUrl, access.allowInsecureHttp);
  for (let hops = 0; ; hops += 1) {
    const answer = await open(url, parts);
    try {
      if (answer.status < 300) {
        const { body, head } = await peekBody(answer.body);
        const format = sniffFormat(head);
        if (format === undefined || !isMedia(formatFacts(format).kind)) throw notAnImage(url);
        const limited = settings.rate === undefined ? body : slowed(body, settings, signal);
        return await saveStream(correctExtension(path, head), limited, { overwrite, signal, ...lengthOf(answer) });
      }
      if (hops >= mostHops) throw notAnImage(url);
      url = checkLocation(answer.headers['location'], url, access.allowInsecureHttp);
    } finally {
      answer.cancel();
    }
  }
}

function open(url: string, { access, settings, signal }: ImageParts): Promise<StreamedAnswer> {
  return access.pipeline.open(
    {
      operation: 'files.image',
      method: 'GET',
      path: [],
      url,
      redirect: 'manual',
      authentication: 'none',
      timeoutMs: settings.headersTimeoutMs,
      attemptTimeoutMs: null,
      headers: { accept: 'image/*, video/*, */*' },
    },
    { signal, maxRetries: 0, idleTimeoutMs: settings.stallTimeoutMs },
  );
}

async function* slowed(
  body: AsyncIterable<Uint8Array>,
  { rate }: TransferSettings,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  for await (const bytes of body) {
    await rate?.take(bytes.byteLength, signal);
    yield bytes;
  }
}

function lengthOf({ headers }: StreamedAnswer): { readonly expectedBytes?: number } {
  const length = headers['content-length'];
  return length !== undefined && /^\d{1,15}$/.test(length) ? { expectedBytes: Number(length) } : {};
}

function notAnImage(url: string): DownloadError {
  return new DownloadError(
    `What ${new URL(url).host} sent is no picture, video or sound. Nothing of it was saved; it may have been removed.`,
    { code: 'wrong_content' },
  );
}
