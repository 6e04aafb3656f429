import type { Reply } from '../http/reply.js';
import type { OAuthApp } from './oauth-apps.js';
import { oauthError } from './oauth-errors.js';
import type { AuthHub, OAuthRequest } from './oauth-request.js';

interface Presented {
  readonly clientId: string | undefined;
  readonly clientSecret: string | undefined;
  readonly basic: boolean;
}

/** HTTP Basic works too, although nothing advertises it, and comes first. */
function present({ headers, form }: OAuthRequest): Presented {
  const basic = /^basic\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1];
  if (basic === undefined) {
    return { clientId: form['client_id'] || undefined, clientSecret: form['client_secret'] || undefined, basic: false };
  }
  const text = Buffer.from(basic, 'base64').toString('utf8');
  const mark = text.indexOf(':');
  const [id, secret] = mark === -1 ? [text, ''] : [text.slice(0, mark), text.slice(mark + 1)];
  return { clientId: decodeURIComponent(id), clientSecret: decodeURIComponent(secret), basic: true };
}

/** 401 only when Basic was used (contract §9.2). */
function invalid(text: string, basic: boolean): Reply {
  const reply = oauthError(basic ? 401 : 400, 'invalid_client', `Invalid client: ${text}`);
  return basic ? { ...reply, headers: { ...reply.headers, 'www-authenticate': 'Basic realm="Service"' } } : reply;
}

/**
 * The application that makes a request. A confidential one must say its secret every time; a public one has none to say.
 * `needsSecret` is for grants the library does not know as working without.
 */
export function authenticateClient(request: OAuthRequest, hub: AuthHub, needsSecret: boolean): OAuthApp | Reply {
  const { clientId, clientSecret, basic } = present(request);
  if (clientId === undefined || (needsSecret && clientSecret === undefined)) {
    return invalid('cannot retrieve client credentials', basic);
  }
  const app = hub.apps.get(clientId);
  const right = app?.clientSecret === undefined ? !clientSecret : app.clientSecret === clientSecret;
  return app !== undefined && right ? app : invalid('client is invalid', basic);
}
