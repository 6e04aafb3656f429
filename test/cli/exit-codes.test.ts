import {
  AuthenticationError,
  ConnectionError,
  DownloadError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  TimeoutError,
} from '@civitkit/core/client';
import { type FailureClass, failureClassOf } from '@civitkit/core/files';
import { describe, expect, it } from 'vitest';
import { exitCodeOf } from '../../src/exit-code-of.js';

const codes: Readonly<Record<Exclude<FailureClass, 'cancelled' | 'other'>, number>> = {
  usage: 2,
  auth: 3,
  not_found: 4,
  network: 5,
  rate: 6,
  integrity: 7,
  storage: 8,
  safety: 9,
};

const downloadCodes = [
  'ambiguous_file',
  'archived',
  'bad_source',
  'disk_full',
  'downloads_disabled',
  'file_exists',
  'file_not_stored',
  'hash_mismatch',
  'hash_missing',
  'incomplete_download',
  'link_rejected',
  'locked',
  'name_collision',
  'no_such_file',
  'not_writable',
  'oversized_download',
  'unexpected_content_type',
  'unexpected_redirect',
  'unsafe_file',
  'unsafe_redirect',
  'unsafe_target',
  'write_failed',
  'wrong_content',
  'wrong_range',
];

describe('exit codes', () => {
  it.each([
    ...downloadCodes.map((code) => new DownloadError('x', { code })),
    new AuthenticationError('x', { code: 'unauthorized' }),
    new PermissionError('x', { code: 'early_access' }),
    new PermissionError('x', { code: 'region_blocked' }),
    new NotFoundError('x', { code: 'gone' }),
    new ConnectionError('x', { code: 'connection_failed' }),
    new TimeoutError('x', { code: 'body_stalled' }),
    new RateLimitError('x', { code: 'quota_exceeded' }),
  ])('of $name $code is that of what helps, as the library sees it', (error) => {
    const kind = failureClassOf(error);
    expect(exitCodeOf(error)).toBe(codes[kind as keyof typeof codes]);
  });
});
