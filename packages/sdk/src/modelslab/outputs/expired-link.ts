import { type CivitaiError, NotFoundError } from '@civitkit/core/client';

/** What storages say in XML about a link that is no good any more. */
const expiredCodes = /<Code>(?:AccessDenied|ExpiredToken|NoSuchKey|NoSuchBucket|RequestExpired|InvalidToken)<\/Code>/;
const goneStatuses: ReadonlySet<number> = new Set([403, 404, 410]);

/** The error for an output that is not there any more; any other error as it is. */
export function explainMissing(error: CivitaiError, headers: Readonly<Record<string, string>>): CivitaiError {
  const { attempts, body, requestId, status = 0 } = error;
  // A page that asks whether the client is a browser says nothing about the file.
  const refused = headers['cf-mitigated'] !== undefined || headers['www-authenticate'] !== undefined;
  if (refused || !(goneStatuses.has(status) || (status >= 400 && expiredCodes.test(body ?? '')))) return error;
  return new NotFoundError(
    `The output is not there (the server answered ${status}, request ${requestId ?? 'unknown'}): outputs are kept for ` +
      'hours or days, and links of a job that is not done (futureLinks) lead nowhere. Save outputs when the job is done; ' +
      'resume() of the job tells whether there is a newer link, else make it again.',
    { code: 'link_expired', status, requestId, attempts, body },
  );
}
