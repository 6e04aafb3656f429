import { ACCOUNT_ID, ACCOUNT_NAME } from '../catalogue/creators.js';
import { jsonReply } from '../http/reply.js';
import type { Endpoint } from './endpoint.js';
import type { View } from './file-views.js';
import type { SiteBehaviour } from './site-behaviour.js';

const EMAIL: View = { email: 'you@example.com', emailVerified: true };
const MEMBER: View = { tier: 'gold', status: 'active', isMember: true, subscriptions: ['yellow'] };

/** What each kind of token is told (contract §7.17). Without the scope UserRead the address is hidden. */
const ANSWERS: Readonly<Record<NonNullable<SiteBehaviour['tokenKind']>, View>> = {
  apiKey: { ...MEMBER, ...EMAIL, tokenScope: 33_554_431, buzzLimit: null, subject: { type: 'apiKey', id: 991 } },
  apiKeyWithoutUserRead: {
    status: 'active',
    isMember: false,
    subscriptions: [],
    tokenScope: 4,
    buzzLimit: null,
    subject: { type: 'apiKey', id: 992 },
  },
  oauth: {
    ...MEMBER,
    ...EMAIL,
    tokenScope: 114_689,
    buzzLimit: [{ type: 'sliding', limit: 5000, window: 'day', unit: 7 }],
    subject: { type: 'oauth', id: '5f1f9a0e-1111-4222-8333-123456789abc' },
  },
};

/** `GET /api/v1/me`: the only route that tells a valid token from a wrong one. */
export const GET_ME: Endpoint = {
  path: '/api/v1/me',
  access: 'authed',
  handle: (_request, site) =>
    jsonReply(200, { id: ACCOUNT_ID, username: ACCOUNT_NAME, ...ANSWERS[site.behaviour.tokenKind ?? 'apiKey'] }),
};
