import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { CivitaiError, isCivitaiError } from '../../src/errors/civitai-error.js';
import { readErrorBody } from '../../src/errors/error-body.js';
import { errorFromResponse, type FailedResponse } from '../../src/errors/from-response.js';

const issues = JSON.stringify([{ code: 'too_big', path: ['limit'], message: 'Too big: expected number to be <=100' }]);
const limitIssue = { path: 'limit', message: 'Too big: expected number to be <=100', code: 'too_big' };

describe('readErrorBody understands', () => {
  it.each<[string, string, object]>([
    ['E1 {error}', '{"error":"No model with id 5"}', { message: 'No model with id 5', issues: [] }],
    [
      'E2 {error, message}',
      '{"error":"Early Access","deadline":"2026-12-01T00:00:00Z","message":"Buy it"}',
      { message: 'Early Access: Buy it', deadline: '2026-12-01T00:00:00Z' },
    ],
    [
      'E3 {error: ZodError}',
      JSON.stringify({ error: { name: 'ZodError', message: issues } }),
      { message: 'limit: Too big: expected number to be <=100', issues: [limitIssue] },
    ],
    ['E4 a bare ZodError', JSON.stringify({ name: 'ZodError', message: issues }), { issues: [limitIssue] }],
    ['E5 a list of issues', issues, { message: 'limit: Too big: expected number to be <=100', issues: [limitIssue] }],
    [
      'E6 prettified text',
      JSON.stringify({ error: '✖ Invalid input: expected number, received NaN\n  → at id' }),
      {
        message: 'id: Invalid input: expected number, received NaN',
        issues: [{ path: 'id', message: 'Invalid input: expected number, received NaN' }],
      },
    ],
    [
      'E7 text with a list inside',
      JSON.stringify({ error: `Request must include an array of SHA256 Hashes. ${issues}` }),
      { issues: [limitIssue] },
    ],
    ['E8 {message}', '{"message":"User not found"}', { message: 'User not found', issues: [] }],
    [
      'E9 {error, code}',
      '{"error":"User not found","code":"NOT_FOUND"}',
      { message: 'User not found', serverCode: 'NOT_FOUND' },
    ],
    [
      'E10 with an empty error',
      '{"message":"An unexpected error occurred","error":{}}',
      { message: 'An unexpected error occurred', issues: [] },
    ],
    ['E10 with a text', '{"message":"An unexpected error occurred","error":"boom"}', { message: 'boom' }],
    [
      'E11 field errors',
      '{"error":"Invalid request body","details":{"formErrors":[],"fieldErrors":{"id":["Required"]}}}',
      { message: 'id: Required', issues: [{ path: 'id', message: 'Required' }] },
    ],
    [
      'E12 region',
      '{"error":"Not available in your region","code":"REGION_BLOCKED"}',
      { serverCode: 'REGION_BLOCKED' },
    ],
    [
      'E13 OAuth',
      '{"error":"invalid_grant","error_description":"Expired"}',
      { message: 'invalid_grant', serverCode: 'invalid_grant' },
    ],
    ['plain text', 'Internal Server Error', { message: 'Internal Server Error', issues: [] }],
    ['HTML', '<!doctype html><h1>503</h1>', { issues: [] }],
    ['nothing', '', { issues: [] }],
    ['an empty object', '{}', { issues: [] }],
    ['a number', '42', { message: '42' }],
    ['issues of a strange kind', '[null, 1, {"path":1,"message":2}]', { issues: [] }],
  ])('%s', (_name, text, expected) => {
    expect(readErrorBody(text)).toMatchObject(expected);
  });

  it('never takes a web page for a message', () => {
    expect(readErrorBody('  <html>attention required</html>')).toEqual({ issues: [] });
  });
});

const failed: FailedResponse = {
  operation: 'models.get',
  status: 404,
  headers: {},
  text: '{"error":"No model with id 5"}',
  requestId: 'r-1',
  attempts: 1,
  retryAfterMs: undefined,
  authenticated: true,
  credentialHelp: 'Set CIVITAI_API_KEY.',
};

describe('errorFromResponse', () => {
  it.each([
    [400, 'ValidationError', 'invalid_request'],
    [401, 'AuthenticationError', 'unauthorized'],
    [402, 'PermissionError', 'payment_required'],
    [403, 'PermissionError', 'forbidden'],
    [404, 'NotFoundError', 'not_found'],
    [405, 'CivitaiError', 'method_not_allowed'],
    [408, 'CivitaiError', 'http_error'],
    [409, 'CivitaiError', 'conflict'],
    [410, 'NotFoundError', 'gone'],
    [413, 'ValidationError', 'invalid_request'],
    [418, 'CivitaiError', 'http_error'],
    [420, 'ValidationError', 'invalid_request'],
    [422, 'ValidationError', 'invalid_request'],
    [429, 'RateLimitError', 'rate_limited'],
    [451, 'PermissionError', 'region_blocked'],
    [500, 'CivitaiError', 'server_error'],
    [502, 'CivitaiError', 'bad_gateway'],
    [503, 'CivitaiError', 'service_unavailable'],
    [504, 'CivitaiError', 'gateway_timeout'],
    [522, 'CivitaiError', 'server_error'],
  ])('maps %i to %s with code %s', (status, name, code) => {
    const error = errorFromResponse({ ...failed, status });
    expect(error).toMatchObject({ name, code, status, requestId: 'r-1', attempts: 1 });
    expect(isCivitaiError(error)).toBe(true);
    expect(error).toBeInstanceOf(CivitaiError);
  });

  it('says what happened and what to do', () => {
    expect(errorFromResponse({ ...failed, status: 401, text: '{"error":"Unauthorized"}' }).message).toBe(
      'models.get: the server answered 401: Unauthorized. (request r-1) ' +
        'The key was sent but not accepted: check that it is complete and not revoked. Set CIVITAI_API_KEY.',
    );
    expect(errorFromResponse({ ...failed, status: 401, authenticated: false }).message).toMatch(
      /\(request r-1\) Set CIVITAI_API_KEY\.$/,
    );
    expect(errorFromResponse({ ...failed, status: 429, retryAfterMs: 1500 }).message).toMatch(/Wait 2 s\.$/);
    expect(errorFromResponse({ ...failed, status: 503, retryAfterMs: 90_000 }).message).toMatch(/Wait 90 s\.$/);
    expect(errorFromResponse({ ...failed, status: 503, text: '<html>' }).message).toContain(
      '503: a web page instead of data.',
    );
  });

  it('tells early access, a quota and a Cloudflare challenge apart', () => {
    const early = errorFromResponse({
      ...failed,
      status: 403,
      text: '{"error":"Early Access","deadline":"2026-12-01T00:00:00Z"}',
    });
    expect(early).toMatchObject({ code: 'early_access', details: { deadline: '2026-12-01T00:00:00Z' } });
    expect(
      errorFromResponse({ ...failed, status: 429, text: '{"error":"Daily download limit reached"}' }),
    ).toMatchObject({
      code: 'quota_exceeded',
      retryable: false,
    });
    const challenge = errorFromResponse({
      ...failed,
      status: 403,
      text: '<html>',
      headers: { 'cf-mitigated': 'challenge', 'cf-ray': '8a1' },
    });
    expect(challenge).toMatchObject({ code: 'forbidden', details: { cfRay: '8a1', cfMitigated: 'challenge' } });
    expect(challenge.message).toContain('UserAgentSuffix');
  });

  it('keeps the beginning of the body out of sight', () => {
    const error = errorFromResponse({ ...failed, text: `{"error":"x","big":"${'y'.repeat(5000)}"}` });
    expect(error.body).toHaveLength(2048);
    expect(Object.keys(error)).not.toContain('body');
    expect(inspect(error)).not.toContain('yyy');
    expect(JSON.stringify(error)).not.toContain('yyy');
    expect(JSON.parse(JSON.stringify(error))).toMatchObject({
      name: 'NotFoundError',
      code: 'not_found',
      message: error.message,
    });
  });
});
