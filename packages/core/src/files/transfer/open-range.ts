import { DownloadError } from '../../errors/download-error.js';
import type { ClientPipeline } from '../../transport/pipeline-access.js';
import type { StreamedAnswer } from '../../transport/streamed-answer.js';
import { checkLocation } from './check-location.js';
import { refuseContentType } from './content-check.js';
import { explainStorage } from './storage-refusal.js';

/** What is asked of the storage. */
export interface RangeRequest {
  readonly url: string;
  readonly fileName: string;
  /** The first byte that is wanted. */
  readonly start: number;
  /** The byte behind the last; `undefined` for all there are. */
  readonly end: number | undefined;
  /** Asks for a range even when everything is wanted, to learn whether the storage knows ranges. */
  readonly probe: boolean;
  /** Sent as `If-Range`. */
  readonly validator: string | undefined;
}

/** What the storage gives. */
export interface RangeAnswer {
  /** `whole`: the file from its first byte, whatever was asked. */
  readonly kind: 'whole' | 'part';
  /** Length of the whole file; `undefined` if it does not say. */
  readonly totalBytes: number | undefined;
  /** How many bytes follow; `undefined` if it does not say. */
  readonly bodyBytes: number | undefined;
  readonly etag: string | undefined;
  readonly lastModified: string | undefined;
  readonly storageHost: string;
  readonly answer: StreamedAnswer;
}

/** How long to wait for what. */
export interface RangeTimes {
  readonly headersTimeoutMs: number;
  readonly stallTimeoutMs: number;
}

const mostHops = 5;

/**
 * Asks the storage for bytes and checks that what it announces is what was asked.
 *
 * @throws what explainStorage makes of a refusal; DownloadError with code `wrong_range`, `unsafe_redirect` or
 * `unexpected_content_type`
 */
export async function openRange(
  access: ClientPipeline,
  request: RangeRequest,
  times: RangeTimes,
  signal: AbortSignal,
): Promise<RangeAnswer> {
  let { url } = request;
  for (let hops = 0; ; hops += 1) {
    const answer = await send(access, { ...request, url }, times, signal);
    try {
      if (answer.status < 300) return read(answer, request, url);
      if (hops >= mostHops) throw tooManyHops();
      url = checkLocation(answer.headers['location'], url, access.allowInsecureHttp);
    } catch (error) {
      answer.cancel();
      throw error;
    }
    answer.cancel();
  }
}

function send(
  { baseUrl, pipeline }: ClientPipeline,
  { end, probe, start, url, validator }: RangeRequest,
  { headersTimeoutMs, stallTimeoutMs }: RangeTimes,
  signal: AbortSignal,
): Promise<StreamedAnswer> {
  const ranged = start > 0 || end !== undefined || probe;
  return pipeline.open(
    {
      operation: 'files.download',
      method: 'GET',
      path: [],
      url,
      redirect: 'manual',
      // A link at the site's own origin is signed too, unless the site gives the file itself.
      ...(new URL(url).origin === new URL(baseUrl).origin ? {} : { authentication: 'none' as const }),
      timeoutMs: headersTimeoutMs,
      attemptTimeoutMs: null,
      headers: {
        ...(ranged ? { range: `bytes=${start}-${end === undefined ? '' : end - 1}` } : {}),
        ...(ranged && validator !== undefined ? { 'if-range': validator } : {}),
      },
      mapError: explainStorage,
    },
    { signal, maxRetries: 0, idleTimeoutMs: stallTimeoutMs },
  );
}

function read(answer: StreamedAnswer, request: RangeRequest, url: string): RangeAnswer {
  const { headers, status } = answer;
  refuseContentType(headers['content-type'], request.fileName);
  const encoded = (headers['content-encoding'] ?? 'identity') !== 'identity';
  const bodyBytes = encoded ? undefined : countOf(headers['content-length']);
  const common = {
    bodyBytes,
    etag: headers['etag'],
    lastModified: headers['last-modified'],
    storageHost: new URL(url).host,
    answer,
  };
  if (status !== 206) return { ...common, kind: 'whole', totalBytes: bodyBytes };
  const totalBytes = checkPart(headers, request, encoded);
  return { ...common, kind: 'part', totalBytes };
}

function checkPart(
  headers: Readonly<Record<string, string>>,
  { end, start }: RangeRequest,
  encoded: boolean,
): number | undefined {
  const [, first, last, total] = /^bytes (\d+)-(\d+)\/(\d+|\*)$/.exec(headers['content-range'] ?? '') ?? [];
  const isPart = first !== undefined && last !== undefined && Number(last) >= Number(first);
  const fits = Number(first) === start && (end === undefined || Number(last) < end);
  if (!isPart || !fits || encoded || /^multipart\//i.test(headers['content-type'] ?? '')) {
    throw new DownloadError(
      'The storage answered with other bytes than those it was asked for. They were not used; a proxy in between may ' +
        'be at fault.',
      { code: 'wrong_range', retryable: true, status: 206 },
    );
  }
  return total === '*' ? undefined : Number(total);
}

function countOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

function tooManyHops(): DownloadError {
  return new DownloadError(`The download was sent on more than ${mostHops} times. Try another network, or later.`, {
    code: 'unsafe_redirect',
  });
}
