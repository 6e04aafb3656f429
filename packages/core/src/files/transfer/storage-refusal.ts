import { CivitaiError, type CivitaiErrorInit } from '../../errors/civitai-error.js';
import { DownloadError } from '../../errors/download-error.js';

/** What the storage said is wrong with a link. */
export type LinkProblem = 'expired' | 'signature' | 'forbidden' | 'token';

/** The link does not work (any more); a new one may. Never seen by callers. */
export class LinkRefused extends CivitaiError {
  readonly problem: LinkProblem;

  constructor(problem: LinkProblem, message: string, status: number) {
    super(message, { code: 'link_rejected', status });
    this.problem = problem;
  }
}

/** The storage has no bytes where the range begins. Never seen by callers. */
export class RangeUnsatisfiable extends CivitaiError {
  /** How long the file is, if it said so. */
  readonly totalBytes: number | undefined;

  constructor(message: string, contentRange: string | undefined) {
    super(message, { code: 'wrong_range', status: 416 });
    const total = /^bytes \*\/(\d+)$/.exec(contentRange ?? '')?.[1];
    this.totalBytes = total === undefined ? undefined : Number(total);
  }
}

/**
 * The storage's own word for what is wrong, in either dialect: `<Code>AccessDenied</Code>` or `{"code":"expired_auth_token"}`.
 */
export function storageCodeOf(body: string): string {
  return (
    /<Code>\s*([\w.-]{1,64})\s*<\/Code>/.exec(body)?.[1] ?? /"code"\s*:\s*"([\w.-]{1,64})"/.exec(body)?.[1] ?? 'no code'
  );
}

/**
 * Says what a refusal of the storage means: one about the link becomes {@link LinkRefused}, for a new link may help. What
 * the storage wrote is not passed on: it repeats parts of the link.
 */
export function explainStorage(error: CivitaiError, headers: Readonly<Record<string, string>>): CivitaiError {
  const { body = '', requestId, retryAfterMs, status = 0 } = error;
  const code = storageCodeOf(body);
  const said = `The storage answered ${status} (${code}).`;
  const init = (more: Partial<CivitaiErrorInit> & { readonly code: string }): CivitaiErrorInit => ({
    status,
    requestId,
    retryAfterMs,
    details: { storageCode: code },
    ...more,
  });
  if (status === 416) return new RangeUnsatisfiable(said, headers['content-range']);
  if (status === 404 || code === 'NoSuchKey') {
    return new DownloadError(
      `${said} It has lost the file; only the site can help.`,
      init({ code: 'file_not_stored' }),
    );
  }
  const problem = linkProblem(status, code, body);
  if (problem !== undefined) return new LinkRefused(problem, said, status);
  if (status >= 500 || status === 429 || status === 408 || code === 'SlowDown') {
    return new CivitaiError(`${said} It is overloaded or in trouble; what has arrived is kept. Try again later.`, {
      ...init({ code: status === 429 ? 'rate_limited' : error.code, retryable: true }),
    });
  }
  return new CivitaiError(`${said} The download cannot go on; try again later.`, init({ code: error.code }));
}

function linkProblem(status: number, code: string, body: string): LinkProblem | undefined {
  if (code === 'SignatureDoesNotMatch') return 'signature';
  if (code === 'expired_auth_token' || code === 'ExpiredToken' || /has expired/i.test(body)) return 'expired';
  if (code === 'bad_auth_token' || (status === 400 && /^Invalid(?:Argument|Request)$/.test(code))) return 'token';
  return status === 401 || status === 403 ? 'forbidden' : undefined;
}
