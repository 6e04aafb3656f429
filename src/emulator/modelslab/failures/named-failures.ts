import { htmlReply, jsonReply, type Reply } from '../../http/reply.js';
import { type ErrorsAt, type Failure, failure, failureReply } from './failure.js';
import {
  invalidKey,
  isRequired,
  keyRequired,
  modelNotFound,
  noCredits,
  noImageUrl,
  queueFull,
  rateLimited,
  wrongPlan,
} from './failures.js';

/** Said by status or inside a 200, as the emulator is told. */
export type Refusal =
  | 'invalidKey'
  | 'keyRequired'
  | 'credits'
  | 'plan'
  | 'featureUnavailable'
  | 'rateLimit'
  | 'queueFull'
  | 'missingPrompt'
  | 'wrongWidth'
  | 'noImageUrl'
  | 'unreachableImage'
  | 'modelNotFound'
  | 'content'
  | 'serverError'
  | 'unavailable';

/** Said inside a 200 whatever the emulator is told. */
export type Within200 =
  | 'tryAgain'
  | 'modelLoading'
  | 'failed'
  | 'failedSilently'
  | 'errorsOnly'
  | 'tipOnly'
  | 'misspelled';

/** Failures that can be planned by name. */
export type FailureName = Refusal | Within200 | 'html' | 'emptyBody';

const REFUSALS: Readonly<Record<Refusal, Failure>> = {
  invalidKey,
  keyRequired,
  credits: noCredits,
  plan: wrongPlan,
  featureUnavailable: failure(403, 'Feature not available'),
  rateLimit: rateLimited(1),
  queueFull: queueFull(5, 1),
  missingPrompt: isRequired('prompt'),
  wrongWidth: failure(400, 'width must be between 256 and 1024'),
  noImageUrl: noImageUrl('init_image'),
  unreachableImage: failure(400, 'Unable to fetch image from provided URL'),
  modelNotFound: modelNotFound('no-such-model'),
  content: failure(400, 'The prompt was rejected: NSFW content is not allowed.'),
  serverError: failure(500, 'Internal server error.'),
  unavailable: failure(503, 'Service temporarily unavailable.'),
};

const WITHIN_200: Readonly<Record<Within200, object>> = {
  tryAgain: { status: 'error', message: 'Try Again' },
  modelLoading: { status: 'error', message: 'Model is loading, try again after a few minutes' },
  failed: { status: 'failed', id: '', message: 'Failed, Try Again', output: '' },
  failedSilently: { status: 'failed', id: '', output: '' },
  errorsOnly: { status: 'error', errors: { prompt: ['The prompt is too long.'] } },
  tipOnly: { status: 'error', message: '', tip: 'Contact support to raise your limits.' },
  misspelled: { status: 'error', messege: 'Something went wrong' },
};

const PAGE = '<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body>Bad gateway</body></html>';

/** Their names. */
export const FAILURE_NAMES: readonly FailureName[] = [
  ...(Object.keys(REFUSALS) as Refusal[]),
  ...(Object.keys(WITHIN_200) as Within200[]),
  'html',
  'emptyBody',
];

function isIn<T extends object>(table: T, name: PropertyKey): name is keyof T {
  return Object.hasOwn(table, name);
}

/** The answer of a failure. */
export function namedFailure(name: FailureName, errorsAt: ErrorsAt): Reply {
  if (isIn(REFUSALS, name)) return failureReply(REFUSALS[name], errorsAt);
  if (isIn(WITHIN_200, name)) return jsonReply(200, WITHIN_200[name]);
  return name === 'html' ? htmlReply(502, PAGE) : { ...jsonReply(200, null), body: '' };
}
