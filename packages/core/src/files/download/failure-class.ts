import { isCivitaiError } from '../../errors/civitai-error.js';

/**
 * What kind of failure it is, by what helps: `usage` another argument, `auth` a key or a purchase, `not_found` nothing,
 * `network` to try again, `rate` to try later, `integrity` maybe to try again, `storage` room or permissions on this
 * machine, `safety` an explicit word, `cancelled` nothing is wrong, `other` who knows.
 */
export type FailureClass =
  | 'usage'
  | 'auth'
  | 'not_found'
  | 'network'
  | 'rate'
  | 'integrity'
  | 'storage'
  | 'safety'
  | 'cancelled'
  | 'other';

const classes: Readonly<Record<string, FailureClass>> = {
  bad_source: 'usage',
  ambiguous_file: 'usage',
  invalid_argument: 'usage',
  missing_api_key: 'auth',
  unauthorized: 'auth',
  credential_unavailable: 'auth',
  forbidden: 'auth',
  payment_required: 'auth',
  early_access: 'auth',
  downloads_disabled: 'auth',
  region_blocked: 'auth',
  not_found: 'not_found',
  gone: 'not_found',
  archived: 'not_found',
  no_such_file: 'not_found',
  file_not_stored: 'not_found',
  rate_limited: 'rate',
  quota_exceeded: 'rate',
  hash_mismatch: 'integrity',
  hash_missing: 'integrity',
  wrong_content: 'integrity',
  oversized_download: 'integrity',
  disk_full: 'storage',
  not_writable: 'storage',
  write_failed: 'storage',
  file_not_found: 'storage',
  not_a_file: 'storage',
  not_readable: 'storage',
  file_changed: 'storage',
  read_failed: 'storage',
  file_exists: 'safety',
  unsafe_redirect: 'safety',
  unexpected_redirect: 'safety',
  unsafe_file: 'safety',
  unsafe_target: 'safety',
  name_collision: 'safety',
  locked: 'safety',
  connection_failed: 'network',
  timeout: 'network',
  attempt_timeout: 'network',
  body_stalled: 'network',
  circuit_open: 'network',
  link_rejected: 'network',
  wrong_range: 'network',
  incomplete_download: 'network',
  unexpected_content_type: 'network',
};

/**
 * The kind of a failure, for exit codes and for what to say in the end.
 *
 * @example
 * ```ts
 * import { failureClassOf } from '@civitkit/core/files';
 * import { NotFoundError } from '@civitkit/core/client';
 *
 * console.log(failureClassOf(new NotFoundError('gone', { code: 'gone' }))); // not_found
 * ```
 */
export function failureClassOf(error: unknown): FailureClass {
  if (!isCivitaiError(error)) return isAbort(error) ? 'cancelled' : 'other';
  const known = Object.hasOwn(classes, error.code) ? classes[error.code] : undefined;
  if (known !== undefined) return known;
  return error.status !== undefined && error.status >= 500 ? 'network' : 'other';
}

function isAbort(error: unknown): boolean {
  // By its name: where modules have globals of their own, as in Jest, it is no `instanceof` theirs.
  const name = (error as Partial<Error> | null | undefined)?.name;
  return name === 'AbortError' || name === 'TimeoutError';
}
