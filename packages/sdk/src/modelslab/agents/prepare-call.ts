import { isSecret } from '@civitkit/core/client';
import { percentEncode } from '@civitkit/core/internal';
import type { ModelsLabCall } from '../request/modelslab-calls.js';
import { revealSecrets } from '../request/reveal-secrets.js';
import type { AgentCall } from './agent-calls.js';

/** Members of requests that open something, or pay for it. */
const secretNames = [
  'password',
  'password_confirmation',
  'current_password',
  'new_password',
  'token',
  'code',
  'otp',
  'payment_method_id',
  'payment_method',
] as const;

/** The call of a row with its parameters in their places. */
export function prepareCall(operation: string, row: AgentCall, parameters: object): ModelsLabCall {
  const { id, ...members } = parameters as Readonly<Record<string, unknown>>;
  const rest = row.hasId || id === undefined ? members : { ...members, id };
  const values = rest as Readonly<Record<string, unknown>>;
  // What is no text is no secret that could be masked, and the server's business.
  const secret = secretNames.filter((name) => typeof values[name] === 'string' || isSecret(values[name]));
  const revealed = revealSecrets(operation, rest, secret);
  const { confidential, parameters: plain } = revealed;
  return {
    operation,
    method: row.method,
    path: ['agents', 'v1', ...row.path],
    place: row.isOpen ? 'none' : 'bearer',
    answer: 'optional',
    ...placed(operation, row.method, plain),
    ...(row.movesMoney ? { once: true } : {}),
    ...(row.tellsSecrets || confidential.length > 0 ? { confidential } : {}),
  };
}

/** In the query of what reads, else in the body; what is deleted needs none. */
function placed(
  operation: string,
  method: AgentCall['method'],
  members: Readonly<Record<string, unknown>>,
): Pick<ModelsLabCall, 'query' | 'parameters'> {
  if (method === 'GET') return { query: queryEntries(operation, members) };
  return method === 'DELETE' && Object.keys(members).length === 0 ? {} : { parameters: members };
}

function queryEntries(
  operation: string,
  members: Readonly<Record<string, unknown>>,
): NonNullable<ModelsLabCall['query']> {
  return Object.entries(members).flatMap(([name, value]) => {
    if (value === undefined || value === null) return [];
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return [[name, value]];
    throw new TypeError(`modelslab.${operation}: ${percentEncode(name)} must be a text, a number or a flag`);
  });
}
