import type { Failure } from './failures/failure.js';
import { invalidKey, keyRequired } from './failures/failures.js';
import type { KeyPlace, ModelsLabRequest } from './route.js';

/** What is valid at an emulated ModelsLab. */
export interface Credentials {
  readonly apiKeys: Set<string>;
  readonly enterpriseKeys: Set<string>;
  /** Login tokens of the control plane. */
  readonly agentTokens: Set<string>;
}

/** A credential, or why there is none. */
export interface CheckedCredential {
  readonly credential: string;
  readonly refusal?: Failure;
  /** The refusal has the status, also where others are inside a 200. */
  readonly saysItByStatus: boolean;
}

type Presented = Pick<ModelsLabRequest, 'body' | 'headers' | 'path' | 'query'>;

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function bearer({ headers }: Presented): string | undefined {
  return /^bearer\s+(\S+)\s*$/i.exec(headers.authorization ?? '')?.[1];
}

/** Looks nowhere but in the place of the route. */
const PLACES: Readonly<Record<KeyPlace, (request: Presented) => string | undefined>> = {
  none: () => undefined,
  body: ({ body }) => textOf(body['key']),
  enterprise: ({ body }) => textOf(body['key']),
  header: ({ headers }) => textOf(headers['key']),
  query: ({ query }) => textOf(query['key']),
  bearer,
  agent: bearer,
  chat: (request) => bearer(request) ?? textOf(request.body['key']),
  llm: (request) => textOf(request.headers['x-api-key']) ?? bearer(request),
};

const LLM_PLACES: ReadonlySet<KeyPlace> = new Set(['bearer', 'chat', 'llm']);

function refusalOf(place: KeyPlace, isMissing: boolean, path: string): Failure {
  const common = isMissing ? keyRequired : invalidKey;
  if (place === 'agent') {
    const message = 'Unauthenticated.';
    const meta = { request_id: 'req_unauthenticated' };
    return { httpStatus: 401, body: { data: null, error: { code: 'unauthenticated', message, details: {} }, meta } };
  }
  // The one family with codes.
  if (path.startsWith('/v1/enterprise/3d/')) {
    return { ...common, body: { ...common.body, error_code: 'invalid_api_key' } };
  }
  if (!LLM_PLACES.has(place)) return common;
  // Inside a 200 it is the front that all routes share, with the envelope they share.
  const { body, bodyWithin200 = body } = common;
  const error = { message: body['message'], type: 'authentication_error', code: 'invalid_api_key' };
  return { httpStatus: 401, body: { error }, bodyWithin200 };
}

/** Whether a request brings the right credential in the right place. */
export function checkCredential(place: KeyPlace, request: Presented, credentials: Credentials): CheckedCredential {
  if (place === 'none') return { credential: '', saysItByStatus: false };
  const { agentTokens, apiKeys, enterpriseKeys } = credentials;
  const valid = place === 'agent' ? agentTokens : place === 'enterprise' ? enterpriseKeys : apiKeys;
  const credential = PLACES[place](request);
  if (credential !== undefined && valid.has(credential)) return { credential, saysItByStatus: false };
  return {
    credential: '',
    refusal: refusalOf(place, credential === undefined, request.path),
    saysItByStatus: place === 'agent' || place === 'header',
  };
}
