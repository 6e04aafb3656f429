import { AuthenticationError } from '../../errors/authentication-error.js';
import type { CivitaiError, CivitaiErrorInit } from '../../errors/civitai-error.js';
import { ConnectionError } from '../../errors/connection-error.js';
import { DownloadError } from '../../errors/download-error.js';
import { NotFoundError } from '../../errors/not-found-error.js';
import { PermissionError } from '../../errors/permission-error.js';
import { RateLimitError } from '../../errors/rate-limit-error.js';

/** Says what a refusal of the download route means, which its status alone does not. */
export function explainRefusal(error: CivitaiError, now: number): CivitaiError {
  const { attempts, details, requestId, retryAfterMs, status } = error;
  const init = (code: string, more: Partial<CivitaiErrorInit> = {}): CivitaiErrorInit => ({
    code,
    status,
    requestId,
    attempts,
    details,
    ...more,
  });
  if (details?.['cfMitigated'] !== undefined) {
    return new ConnectionError(
      'Cloudflare wants a browser to prove itself before this download. It is not about the key: try another network, ' +
        'or later.',
      init('connection_failed', { retryable: true, retryAfterMs: retryAfterMs ?? 5000 }),
    );
  }
  switch (status) {
    case 401:
      return /disabled downloads/i.test(error.message)
        ? new PermissionError(
            "The creator has switched downloads of this version off. A key does not help; only the creator's own does.",
            init('downloads_disabled'),
          )
        : error;
    case 403:
      return error.code === 'early_access'
        ? new PermissionError(earlyAccessText(details?.['deadline'], now), init('early_access'))
        : new PermissionError(
            'This account may not download the file: the version is private, or the account or address is blocked.',
            init('forbidden'),
          );
    case 404:
      return new NotFoundError(
        'The site has no such file to give: the id is wrong, or it was removed or is not published (any more). ' +
          'Look at the files of the version, or look the file up by its hash.',
        init('not_found'),
      );
    case 410:
      return new DownloadError('The model is archived: its files cannot be downloaded any more.', init('archived'));
    case 429:
      return retryAfterMs === undefined
        ? new RateLimitError(
            'The download quota of this account is used up. It counts over the last 24 hours: try again later. What ' +
              'has arrived is kept.',
            init('quota_exceeded'),
          )
        : error;
    case 451:
      return new PermissionError(
        'Civitai does not serve this file to the region of this network.',
        init('region_blocked'),
      );
    default:
      return error;
  }
}

/** What a redirect to a page of the site means, as agents get it that look like browsers; `undefined` for a real link. */
export function refusalByRedirect(location: URL, siteOrigin: string): CivitaiError | undefined {
  if (location.origin !== siteOrigin) return undefined;
  if (location.pathname === '/login') {
    return new AuthenticationError(
      'The download was sent to the login page: it needs a key, and there was none or it was not accepted. Create one ' +
        'under "API Keys" at https://civitai.com/user/account and set it as CIVITAI_API_KEY.',
      { code: 'unauthorized' },
    );
  }
  if (/^\/model-versions\/\d+$/.test(location.pathname)) {
    return new PermissionError(earlyAccessText(undefined, 0), { code: 'early_access' });
  }
  return undefined;
}

/** Early access in words, with its end if that is known. */
export function earlyAccessText(deadline: unknown, now: number): string {
  const ends = typeof deadline === 'string' ? Date.parse(deadline) : Number.NaN;
  const days = Math.ceil((ends - now) / 86_400_000);
  const until = Number.isNaN(ends)
    ? ''
    : ` It becomes free on ${new Date(ends).toISOString().slice(0, 16).replace('T', ' ')} UTC${days > 0 ? `, in ${days} day${days === 1 ? '' : 's'}` : ''}.`;
  return `The version is in early access, and this account has not bought it.${until} Buy it on the site, or wait.`;
}
