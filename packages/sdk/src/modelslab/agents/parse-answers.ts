import { Secret } from '@civitkit/core/client';
import { isJsonObject, type Parser } from '@civitkit/core/internal';
import { given } from '../../waiting/given.js';
import { textOf } from '../answers/read-fields.js';
import { coverSecrets } from './cover-secrets.js';
import type { AgentData, AgentLogin, AgentUser } from './types.js';

/**
 * What an answer tells: its `data`, or, where it has no such envelope, all of it. A list stands in `items`; nothing is an
 * empty object.
 */
export const unwrap: Parser<AgentData> = (json, context) => {
  const data: unknown = isJsonObject(json) && 'data' in json ? json['data'] : json;
  if (data === undefined || data === null) return {};
  if (Array.isArray(data)) return { items: data };
  if (!isJsonObject(data)) throw context.wrongShape('"data", an object');
  return data;
};

/** The same, its secrets under cover. */
export const unwrapSecrets: Parser<AgentData> = (json, context) => coverSecrets(unwrap(json, context)) as AgentData;

/** A token and whose it is. */
export const parseLogin: Parser<AgentLogin> = (json, context) => {
  const raw = unwrapSecrets(json, context);
  const accessToken = raw['access_token'] ?? raw['token'];
  if (!(accessToken instanceof Secret)) throw context.wrongShape('"data.access_token"');
  const user = isJsonObject(raw['user']) ? (raw['user'] as AgentUser) : undefined;
  return {
    accessToken,
    ...given({ tokenExpiry: textOf(raw['token_expiry']), expiresAt: textOf(raw['expires_at']), user }),
    raw,
  };
};
