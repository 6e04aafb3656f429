import { type Failure, failure } from './failure.js';

/** The key that came is none of this server. */
export const invalidKey: Failure = failure(
  401,
  'Invalid API key',
  {},
  {
    message: 'Invalid Api Key',
    tip: 'Check the key in your dashboard.',
  },
);

/** No key came, or it came in another place than the route reads. */
export const keyRequired: Failure = failure(401, 'API key required');

export const noCredits: Failure = failure(402, 'Insufficient credits. Please add funds to your wallet.');

export const wrongPlan: Failure = failure(403, 'This feature requires a premium subscription');

/** A limit of requests. */
export function rateLimited(retryAfter: number): Failure {
  return failure(
    429,
    'Rate limit exceeded. Please slow down.',
    { retry_after: retryAfter },
    {
      message: 'Rate limit exceeded',
      tips: 'Wait 30 seconds between requests, or upgrade.',
    },
  );
}

/** Too many unfinished jobs. */
export function queueFull(limit: number, retryAfter: number): Failure {
  const message = `Rate limit exceeded. Maximum ${limit} queued requests allowed.`;
  return failure(429, message, { retry_after: retryAfter }, { message, retry_after: retryAfter });
}

/** A parameter that is missing. */
export function isRequired(name: string): Failure {
  return failure(400, `${name} is required`, {}, { message: { [name]: [`The ${name} field is required.`] } });
}

/** A picture that is neither an address nor announced as base64. */
export function noImageUrl(name: string): Failure {
  const words = name.replaceAll('_', ' ');
  return failure(400, { [name]: [`The ${words} must be a valid url when base64 is either not present or is false.`] });
}

export function modelNotFound(model: string): Failure {
  return failure(400, `Model not found: ${model}`, {}, { message: 'Model id not found' });
}

/** Something asked for by an id that is unknown. */
export function notFound(what: string): Failure {
  return failure(404, `${what} not found`);
}
