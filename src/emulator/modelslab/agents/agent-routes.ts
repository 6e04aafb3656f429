import { jsonReply, type Reply, withHeaders } from '../../http/reply.js';
import type { ModelsLabRequest, ModelsLabRoute } from '../route.js';
import type { ModelsLabWorkshop } from '../workshop.js';
import { createAgentAccountCalls } from './account-calls.js';
import { type AgentCall, type AgentOutcome, refused } from './agent-call.js';
import { createAgentLimits } from './agent-limits.js';
import { createAuthCalls } from './auth-calls.js';
import { createBillingCalls } from './billing-calls.js';
import { createWalletCalls } from './wallet-calls.js';

const BASE = '/agents/v1';
/** Requests a minute, by the part of the API. */
const LIMITS = { auth: 20, billing: 15, general: 120 } as const;
const BILLING = /^\/(?:billing|payments|subscriptions|wallet)\b/;

const TOO_MANY = refused(429, 'rate_limited', 'Too many requests. Please wait.');

function groupOf(path: string): keyof typeof LIMITS {
  if (path.startsWith('/auth/')) return 'auth';
  return BILLING.test(path) ? 'billing' : 'general';
}

/** The control plane: its own token, envelope and limits; an idempotency key counts where money is concerned. */
export function createAgentRoutes(workshop: ModelsLabWorkshop): readonly ModelsLabRoute[] {
  const count = createAgentLimits();
  /** What was answered under an idempotency key. */
  const answered = new Map<string, Reply>();
  let replies = 0;

  const reply = ({ data = null, error, isBare = false, status }: AgentOutcome): Reply => {
    replies += 1;
    return jsonReply(status, isBare ? data : { data, error: error ?? null, meta: { request_id: `req_${replies}` } });
  };
  const limited = (group: keyof typeof LIMITS, credential: string, answer: () => Reply): Reply => {
    const { isExceeded, remaining, resetsAt } = count(`${group} ${credential}`, LIMITS[group]);
    const headers = { 'x-ratelimit-remaining': String(remaining), 'x-ratelimit-reset': String(resetsAt) };
    return withHeaders(isExceeded ? reply(TOO_MANY) : answer(), headers);
  };
  const handle = ({ answer, path }: AgentCall, request: ModelsLabRequest): Reply => {
    const group = groupOf(path);
    const key = request.headers['idempotency-key'];
    return limited(group, request.credential, () => {
      if (group !== 'billing' || request.method === 'GET' || typeof key !== 'string') return reply(answer(request));
      const name = `${request.method} ${request.path} ${key}`;
      const before = answered.get(name) ?? reply(answer(request));
      answered.set(name, before);
      return before;
    });
  };
  const calls = [
    ...createAuthCalls(workshop),
    ...createAgentAccountCalls(workshop),
    ...createWalletCalls(workshop),
    ...createBillingCalls(),
  ];
  return calls.map((call) => ({
    method: call.method,
    path: `${BASE}${call.path}`,
    key: call.isOpen === true ? 'none' : 'agent',
    handle: (request) => handle(call, request),
  }));
}
