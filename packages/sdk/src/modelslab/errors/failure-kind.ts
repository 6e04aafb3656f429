/** What a failure is about, whichever status it came with. */
export type FailureKind =
  | 'authentication'
  | 'credits'
  | 'plan'
  | 'rate_limit'
  | 'busy'
  | 'not_found'
  | 'content'
  | 'validation'
  | 'job_failed'
  | 'server'
  | 'other';

/** Statuses that say it all; 400, 404 and 422 leave it to the text, and 200 has nothing to say. */
const byStatus: Readonly<Record<number, FailureKind>> = {
  401: 'authentication',
  402: 'credits',
  403: 'plan',
  429: 'rate_limit',
};

/** What there may be too many of without any limit of requests. */
const countedInputs =
  'images?|inputs?|characters|words|tokens|frames|files|urls?|samples|steps|parameters|fields|items|faces|pixels|loras?';
/** What else than money there may be too little of. */
const otherScarcity = 'memory|vram|resolution|data|length|quality|space|resources|permissions?';

/**
 * In the order of asking: of a text that fits several, the first is meant. There are no codes to go by. What is certain
 * about keys, money and plans comes before the advice to try again, which is given with anything.
 */
const byText: readonly (readonly [RegExp, FailureKind])[] = [
  [
    /\b(invalid|missing|wrong|incorrect|expired) api.?key|api.?key (is |has )?(required|missing|invalid|not valid|incorrect|wrong|expired)|unauthori[sz]ed|unauthenticated/i,
    'authentication',
  ],
  [new RegExp(`rate limit|queued requests|too many(?! (?:\\w+ )?(?:${countedInputs})\\b)`, 'i'), 'rate_limit'],
  [/internal (server )?error|service (is )?(temporarily )?unavailable|under maintenance/i, 'server'],
  [/\b(insufficient|not enough|out of|no) (\w+ )?(credits?|balance|funds)\b/i, 'credits'],
  [/\brequires? (an? )?(\w+ )?(premium|paid|subscription)|feature (is )?not available/i, 'plan'],
  // "error loading image" is no model that is being loaded.
  [/try again|\bloading\b(?! (the )?(image|file|audio|video|url))|warming|overload|server is busy/i, 'busy'],
  [
    new RegExp(
      `credits?\\b|insufficient(?! (?:\\w+ )?(?:${otherScarcity})\\b)|(?<!white )\\bbalance\\b|out of funds|\\bquota\\b`,
      'i',
    ),
    'credits',
  ],
  [/subscri|\bupgrade\b|\bpremium\b|(?<!floor )\bplan\b/i, 'plan'],
  [/\bmodel\b.*not found|not found.*\bmodel\b/i, 'not_found'],
  [/\bnsfw\b|moderation|\bsafety\b|prohibited|inappropriate|content policy|not allowed content/i, 'content'],
  [
    /\brequired\b|\bmust be\b|\bmust have\b|\binvalid\b|valid url|unable to (fetch|read|load)|not supported|should be|\btoo (many|few|long|short|large|small|big)\b/i,
    'validation',
  ],
];

/** What the server said, as far as it decides the kind. */
export interface FailureFacts {
  readonly httpStatus: number;
  /** `status` in the body. */
  readonly bodyStatus: unknown;
  /** Text and advice. */
  readonly said: string;
  readonly hasIssues: boolean;
}

/**
 * The kind of a failure. The same one has the same kind whether it came as an HTTP status or inside a 200.
 *
 * A job that `failed` has ended: what its text says changes nothing about that, unless it is about money or rights.
 */
export function failureKind({ bodyStatus, hasIssues, httpStatus, said }: FailureFacts): FailureKind {
  const certain = byStatus[httpStatus];
  if (certain !== undefined) return certain;
  const meant = byText.find(([pattern]) => pattern.test(said))?.[1];
  if (httpStatus >= 500) return meant === 'busy' ? meant : 'server';
  if (bodyStatus === 'failed') return meant === 'credits' || meant === 'content' ? meant : 'job_failed';
  if (hasIssues) return 'validation';
  if (meant !== undefined) return meant;
  if (httpStatus === 404) return 'not_found';
  return httpStatus === 400 || httpStatus === 422 ? 'validation' : 'other';
}
