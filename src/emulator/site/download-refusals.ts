import { emptyReply, jsonReply, type Reply, textReply } from '../http/reply.js';
import type { SiteRequest } from './endpoint.js';
import { errorText } from './site-errors.js';

/** What every download route says about caches. */
export const DOWNLOAD_HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store, max-age=0',
  'access-control-allow-origin': '*',
};

const BROWSER_MARKS: readonly string[] = ['mozilla', 'chrome', 'safari', 'firefox', 'opera', 'edge'];

/** Whether the agent counts as a browser; `edge` anywhere is enough, as in `knowledge-bot` (contract §1). */
export function isBrowser({ headers }: SiteRequest): boolean {
  const agent = headers['user-agent']?.toLowerCase() ?? '';
  return BROWSER_MARKS.some((mark) => agent.includes(mark));
}

/** An error as text for browsers and as E1 for everything else. */
export function plainRefusal(status: number, text: string, asText: boolean): Reply {
  return asText ? textReply(status, text) : errorText(status, text);
}

/** Sends a browser to the login page, and tells everything else. */
export function loginNeeded(returnTo: string, asRedirect: boolean): Reply {
  if (asRedirect) {
    return emptyReply(307, { location: `/login?returnUrl=${encodeURIComponent(returnTo)}&reason=download-auth` });
  }
  return jsonReply(401, {
    error: 'Unauthorized',
    message: 'The creator of this asset requires you to be logged in to download it',
  });
}

/** Told to browsers as JSON too. */
export function downloadsDisabled(): Reply {
  return jsonReply(401, {
    error: 'Unauthorized',
    message: 'The creator of this asset has disabled downloads on this file',
  });
}

/** Paid or early access that was not bought. */
export function earlyAccess(versionId: number, deadline: Date | null, asRedirect: boolean): Reply {
  if (asRedirect) return emptyReply(307, { location: `/model-versions/${versionId}` });
  return jsonReply(403, {
    error: 'Early Access',
    deadline: deadline ?? undefined,
    message: 'This asset is in Early Access. You can use Buzz access it now!',
  });
}
