import { type CivitaiError, isCivitaiError } from '../../errors/civitai-error.js';
import { DownloadError } from '../../errors/download-error.js';
import type { ClientPipeline } from '../../transport/pipeline-access.js';
import type { StreamedAnswer } from '../../transport/streamed-answer.js';
import { checkLocation } from './check-location.js';
import { refuseContentType } from './content-check.js';
import { explainRefusal, refusalByRedirect } from './link-refusal.js';

/** How a link is got. */
export interface LinkParts {
  readonly access: ClientPipeline;
  /** The download route of the file, at the site's own origin. */
  readonly url: string;
  readonly fileName: string;
  readonly headersTimeoutMs: number;
  /** Called before each request for a link: they count against the quota of the account. Throws to prevent it. */
  readonly beforeRequest: () => void;
  /** Called after each link. */
  readonly onLink: (count: number) => void;
}

/**
 * The address of a file's bytes, asked for once and kept while it works, for each new one counts against the account's
 * quota. Many connections share it.
 */
export class SignedLink {
  readonly #parts: LinkParts;
  #current: Promise<string> | undefined;
  #count = 0;

  constructor(parts: LinkParts) {
    this.#parts = parts;
  }

  /** How many were asked for. */
  get count(): number {
    return this.#count;
  }

  /**
   * The link that works, as far as is known.
   *
   * @throws the refusal of the site; DownloadError with code `unsafe_redirect`
   */
  get(signal: AbortSignal): Promise<string> {
    const pending = (this.#current ??= this.#request(signal));
    // One that failed is not kept: the next one who asks tries again.
    pending.catch(() => {
      if (this.#current === pending) this.#current = undefined;
    });
    return pending;
  }

  /** `url` does not work any more; whoever asks next gets a new one. */
  async discard(url: string): Promise<void> {
    const pending = this.#current;
    if ((await pending?.catch(() => undefined)) === url && this.#current === pending) this.#current = undefined;
  }

  async #request(signal: AbortSignal): Promise<string> {
    const { access, beforeRequest, headersTimeoutMs, onLink, url } = this.#parts;
    beforeRequest();
    this.#count += 1;
    const { pipeline } = access;
    const answer = await pipeline.open(
      {
        operation: 'files.link',
        method: 'GET',
        path: [],
        url,
        redirect: 'manual',
        timeoutMs: headersTimeoutMs,
        attemptTimeoutMs: null,
        // The site tells browsers from programs by their agent; this makes sure of JSON where it looks at this instead.
        headers: { accept: 'application/json, */*' },
        mapError: (error) => explainRefusal(error, pipeline.clock.now()),
      },
      { signal, maxRetries: 0 },
    );
    const link = this.#read(answer);
    onLink(this.#count);
    return link;
  }

  #read(answer: StreamedAnswer): string {
    const { access, fileName, url } = this.#parts;
    const location = answer.headers['location'];
    try {
      if (answer.status >= 300 && location !== undefined) {
        const refusal = refusalByRedirect(new URL(location, url), new URL(access.baseUrl).origin);
        if (refusal !== undefined) throw refusal;
        return checkLocation(location, url, access.allowInsecureHttp);
      }
      refuseContentType(answer.headers['content-type'], fileName);
      // Some routes answer with the file itself; then that address is the link.
      return url;
    } finally {
      answer.cancel();
    }
  }
}

/** Whether an error is about the account's quota, so that no other link is worth asking for. */
export function isQuotaError(error: unknown): error is CivitaiError {
  return isCivitaiError(error) && error.code === 'quota_exceeded';
}

/** For a link that the storage took never. */
export function linkRejected(why: string, status: number | undefined): DownloadError {
  return new DownloadError(
    `The storage refuses the links that the site gives (${why}). The clock of this machine or of the site may be wrong, ` +
      'or something in between changes addresses. What has arrived is kept; try again later.',
    { code: 'link_rejected', status },
  );
}
