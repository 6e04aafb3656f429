import { type TokenGrant, USER_READ } from '../accounts/token-registry.js';
import { jsonReply, type Reply } from '../http/reply.js';
import type { Endpoint, Site, SiteRequest } from './endpoint.js';
import type { View } from './file-views.js';
import type { SiteBehaviour } from './site-behaviour.js';
import { errorText } from './site-errors.js';

const EMAIL: View = { email: 'you@example.com', emailVerified: true };
const MEMBER: View = { tier: 'gold', status: 'active', isMember: true, subscriptions: ['yellow'] };
const NO_MEMBER: View = { status: 'active', isMember: false, subscriptions: [] };
const OAUTH_BUDGET: View = { type: 'sliding', limit: 5000, window: 'day', unit: 7 };
const OAUTH_SCOPE = 114_689;

/** What the emulator's own key pretends to be when a behaviour says so. */
const DISGUISES: Readonly<Record<NonNullable<SiteBehaviour['tokenKind']>, Partial<TokenGrant>>> = {
  apiKey: {},
  apiKeyWithoutUserRead: { id: 992, scope: 4 },
  oauth: { kind: 'oauth', id: '5f1f9a0e-1111-4222-8333-123456789abc', scope: OAUTH_SCOPE },
};

function getMe({ session }: SiteRequest, { behaviour }: Site): Reply {
  if (session === null) return errorText(401, 'Unauthorized');
  const disguise = session.grant.kind === 'apiKey' ? behaviour.tokenKind : undefined;
  const grant = { ...session.grant, ...DISGUISES[disguise ?? 'apiKey'] };
  const member = behaviour.withoutMembership !== true && disguise !== 'apiKeyWithoutUserRead';
  return jsonReply(200, {
    id: session.userId,
    username: session.username,
    ...(member ? MEMBER : NO_MEMBER),
    ...(behaviour.muted === true ? { status: 'muted' } : {}),
    // Without this scope the address is hidden, the only thing a scope does on this API (contract §2.3).
    ...((grant.scope & USER_READ) === 0 ? {} : EMAIL),
    tokenScope: grant.scope,
    buzzLimit: grant.kind === 'oauth' ? [OAUTH_BUDGET] : null,
    subject: { type: grant.kind, id: grant.id },
  });
}

/** `GET /api/v1/me`: the only route that tells a valid token from a wrong one. */
export const GET_ME: Endpoint = {
  path: '/api/v1/me',
  access: 'authed',
  handle: getMe,
};
