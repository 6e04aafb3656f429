import type { Members, ModelsLabRequest } from '../route.js';
import type { ModelsLabWorkshop } from '../workshop.js';
import { type AgentCall, type AgentOutcome, agentCall, done, lacking, refused } from './agent-call.js';

const DAY_MS = 86_400_000;
/** How long a token may live; `never` has no end. */
const LIVES: Readonly<Record<string, number>> = { '1_week': 7, '1_month': 30, '3_months': 90 };
const AUTH = '/auth';

/** The user of the emulated account. */
export const USER: Members = { id: 123, name: 'Agent', email: 'agent@example.com', username: 'agent', verified: true };

function tell(message: string): () => AgentOutcome {
  return () => done({ message });
}

/** A call that wants some members and says something. */
function ask(path: string, required: readonly string[], message: string): AgentCall {
  return agentCall('POST', `${AUTH}/${path}`, ({ body }) => lacking(body, required) ?? done({ message }), true);
}

function signup({ body }: ModelsLabRequest): AgentOutcome {
  const created = { message: 'Check your email.', user: { ...USER, verified: false } };
  return lacking(body, ['email', 'password']) ?? done(created, 201);
}

/** Logging in and out. Any password opens the account but `wrong`. */
export function createAuthCalls({ credentials }: ModelsLabWorkshop): readonly AgentCall[] {
  const { agentTokens } = credentials;
  let count = 0;

  const give = (life: unknown): AgentOutcome => {
    const token_expiry = typeof life === 'string' ? life : '1_month';
    const days = LIVES[token_expiry];
    if (days === undefined && token_expiry !== 'never') {
      const details = { token_expiry: ['The selected token_expiry is invalid.'] };
      return refused(422, 'validation_failed', 'The given data was invalid.', details);
    }
    count += 1;
    const access_token = `${122 + count}|agent-token-${count}`;
    agentTokens.add(access_token);
    const expires_at = days === undefined ? null : new Date(Date.now() + days * DAY_MS).toISOString();
    const token = { access_token, token_type: 'Bearer', token_expiry, expires_at };
    return done({ ...token, user: USER, api_key: null });
  };
  const login = ({ body }: ModelsLabRequest): AgentOutcome => {
    const incomplete = lacking(body, ['email', 'password']);
    if (incomplete !== undefined) return incomplete;
    if (body['password'] === 'wrong') return refused(401, 'invalid_credentials', 'Invalid email or password.');
    return give(body['token_expiry']);
  };
  return [
    agentCall('POST', `${AUTH}/login`, login, true),
    agentCall('POST', `${AUTH}/signup`, signup, true),
    ask('verify-email', ['email'], 'Email verified.'),
    ask('resend-verification', ['email'], 'Verification sent.'),
    ask('forgot-password', ['email'], 'Reset link sent.'),
    ask('reset-password', ['email', 'password'], 'Password changed.'),
    agentCall('POST', `${AUTH}/refresh`, ({ body, credential }) => {
      const given = give(body['token_expiry']);
      if (given.error === undefined) agentTokens.delete(credential);
      return given;
    }),
    agentCall('POST', `${AUTH}/logout`, ({ credential }) => {
      agentTokens.delete(credential);
      return tell('Logged out.')();
    }),
    agentCall('POST', `${AUTH}/logout-all`, () => {
      agentTokens.clear();
      return tell('Logged out everywhere.')();
    }),
  ];
}
