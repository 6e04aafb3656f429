import { jsonReply, type Reply } from '../../http/reply.js';

/** Where errors are said: by the HTTP status, or inside a 200. The real server does both; which one where is unknown. */
export type ErrorsAt = 'status' | 'ok';

type Members = Readonly<Record<string, unknown>>;

/** Something that a route refuses to do. */
export interface Failure {
  /** Used with `errorsAt: 'status'`. */
  readonly httpStatus: number;
  readonly body: Members;
  /** How the same is said inside a 200, where the wording is another. */
  readonly bodyWithin200?: Members;
}

/** A refusal in the usual envelope. */
export function failure(httpStatus: number, message: unknown, more: Members = {}, within200?: Members): Failure {
  return {
    httpStatus,
    body: { status: 'error', message, ...more },
    ...(within200 === undefined ? {} : { bodyWithin200: { status: 'error', ...within200 } }),
  };
}

/** Whether an outcome is a refusal. */
export function isFailure(outcome: Reply | Failure): outcome is Failure {
  return 'httpStatus' in outcome;
}

/** Writes a refusal. */
export function failureReply({ body, bodyWithin200, httpStatus }: Failure, errorsAt: ErrorsAt): Reply {
  return errorsAt === 'ok' ? jsonReply(200, bodyWithin200 ?? body) : jsonReply(httpStatus, body);
}
