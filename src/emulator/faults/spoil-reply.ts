import { emptyReply, htmlReply, jsonReply, type Reply, wholeBody, withHeaders } from '../http/reply.js';
import type { Fault, HtmlFault, RateLimitFault, StatusFault } from './fault.js';
import { type Ask, spoilFile } from './spoil-file.js';

const CLOUDFLARE = { server: 'cloudflare', 'cf-ray': '8f0000000000000a-FRA' };

function retryAfter(fault: StatusFault | RateLimitFault): Record<string, string> {
  if (fault.retryAfter === undefined) return {};
  const date = new Date(Date.now() + fault.retryAfter * 1000).toUTCString();
  return { 'retry-after': fault.retryAfterAs === 'date' ? date : String(fault.retryAfter) };
}

function page(title: string, text: string): string {
  return `<!DOCTYPE html><html lang="en"><head><title>${title}</title></head><body><h1>${title}</h1><p>${text}</p></body></html>`;
}

function statusReply(fault: StatusFault): Reply {
  const headers = retryAfter(fault);
  return fault.body === 'empty'
    ? emptyReply(fault.status, headers)
    : jsonReply(fault.status, { error: `Emulated status ${fault.status}` }, headers);
}

function htmlPage(fault: HtmlFault): Reply {
  const status = fault.status ?? 200;
  if (fault.page !== 'cloudflare') {
    return htmlReply(status, page('Civitai | Maintenance', 'We are performing maintenance. We will be back soon.'));
  }
  // The edge marks its own challenge, which no program can solve (contract §4.3).
  const challenge: Record<string, string> = status === 403 ? { 'cf-mitigated': 'challenge' } : {};
  const title = status === 403 ? 'Just a moment...' : `civitai.com | ${status}`;
  return htmlReply(status, page(title, 'Cloudflare'), { ...CLOUDFLARE, ...challenge });
}

async function withHalfBody(healthy: Reply): Promise<Reply> {
  const body = await wholeBody(healthy.body);
  const half = Math.floor(body.length / 2);
  return { ...healthy, body: typeof body === 'string' ? body.slice(0, half) : body.subarray(0, half) };
}

/**
 * Faults that are just another answer, or a damaged one; the rest of them spoil its delivery and leave it as it is. Where
 * something in front of the site answers instead of it (an error, a page, a redirect, a reset), the site is not asked at
 * all: what the request wanted has not happened. In all other cases it has.
 */
export async function spoilReply(fault: Fault, ask: Ask): Promise<Reply> {
  switch (fault.kind) {
    case 'status':
      return statusReply(fault);
    case 'html':
      return htmlPage(fault);
    case 'rateLimit':
      return htmlReply(429, page('Too many requests', 'error code: 1015'), { ...CLOUDFLARE, ...retryAfter(fault) });
    case 'brokenJson':
      return withHalfBody(await ask());
    case 'emptyBody':
      await ask();
      return { status: fault.status ?? 200, headers: { 'content-type': 'application/json; charset=utf-8' }, body: '' };
    case 'wrongContentType':
      return withHeaders(await ask(), { 'content-type': fault.contentType ?? 'text/plain; charset=utf-8' });
    case 'reset':
      // Nobody reads this one: its delivery resets the connection.
      return emptyReply(502);
    case 'errorBodyWith200':
      return jsonReply(200, { error: fault.message ?? 'An unexpected error occurred' });
    case 'redirect':
      return emptyReply(fault.status ?? 302, { location: fault.location });
    default:
      return spoilFile(fault, ask);
  }
}
