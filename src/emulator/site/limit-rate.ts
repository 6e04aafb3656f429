import { jsonReply } from '../http/reply.js';
import type { Guard } from './endpoint.js';

/** Counts requests to one bucket by account, or by address without a valid token, before anything is validated (§5.1). */
export function limitRate(bucket: string): Guard {
  return ({ session, address }, { minutes, limits }) => {
    const who = session === null ? `address ${address}` : `account ${session.userId}`;
    const limit = session === null ? limits.anonymousPerMinute : limits.signedInPerMinute;
    const seconds = minutes.take(`${bucket} ${who}`, limit);
    if (seconds === undefined) return undefined;
    return jsonReply(
      429,
      { error: 'Too many requests, please try again later' },
      { 'retry-after': String(seconds), 'cache-control': 'no-store' },
    );
  };
}
