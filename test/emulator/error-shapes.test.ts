import type { EmulatorOptions, RunningEmulator } from 'civitkit/emulator';
import { describe, expect, it } from 'vitest';
import { startForTest } from './emulator-calls.js';

/** What the name of a shape in the contract stands for, as far as a client can tell it. */
const SHAPES: Readonly<Record<string, unknown>> = {
  E1: { error: expect.any(String) },
  E2: { error: 'Unauthorized', message: expect.any(String) },
  E3: { error: { name: 'ZodError', message: expect.stringMatching(/^\[/) } },
  E4: { name: 'ZodError', message: expect.stringMatching(/^\[/) },
  E5: [expect.objectContaining({ code: expect.any(String), path: expect.any(Array), message: expect.any(String) })],
  E6: { error: expect.stringMatching(/^✖ .*\n {2}→ at /) },
  E7: { error: expect.stringMatching(/^Request must include an array of SHA256 Hashes\. \[/) },
  E8: { message: expect.any(String) },
  E9: { error: expect.any(String), code: 'NOT_FOUND' },
  E10: { message: 'An unexpected error occurred', error: expect.anything() },
  E11: { error: 'Invalid request body', details: { formErrors: [], fieldErrors: expect.any(Object) } },
  E12: { error: expect.any(String), code: 'REGION_BLOCKED' },
  E13: { error: 'invalid_token', error_description: expect.any(String) },
};

interface Case {
  readonly shape: string;
  readonly status: number;
  readonly path: string;
  readonly method?: string;
  readonly body?: string;
  readonly signed?: boolean;
  readonly options?: EmulatorOptions;
  readonly onAuthHost?: boolean;
}

const CASES: readonly Case[] = [
  { shape: 'E1', status: 404, path: '/api/v1/models/999999' },
  { shape: 'E2', status: 401, path: '/api/download/models/20001', options: { modelCount: 5 } },
  { shape: 'E2', status: 401, path: '/api/v1/partners/supported-models?token=x', method: 'POST', body: '[]' },
  { shape: 'E3', status: 400, path: '/api/v1/models?limit=x' },
  { shape: 'E3', status: 400, path: '/api/v1/articles?limit=0' },
  { shape: 'E4', status: 400, path: '/api/v1/users?email=a' },
  { shape: 'E5', status: 400, path: '/api/v1/tags?limit=0' },
  { shape: 'E5', status: 400, path: `/api/v1/users?ids=${'1,'.repeat(200)}1` },
  { shape: 'E6', status: 400, path: '/api/v1/models/x' },
  { shape: 'E6', status: 400, path: '/api/download/models/x' },
  { shape: 'E7', status: 400, path: '/api/v1/model-versions/by-hash', method: 'POST', body: '{}' },
  { shape: 'E8', status: 404, path: '/api/v1/models?username=nobody' },
  { shape: 'E8', status: 404, path: '/api/v1/articles/999999' },
  { shape: 'E9', status: 404, path: '/api/v1/images?username=nobody' },
  { shape: 'E10', status: 500, path: '/api/v1/vault/all?types=LORA', signed: true },
  { shape: 'E11', status: 400, path: '/api/v1/model-versions/early-access', method: 'POST', body: '{}', signed: true },
  { shape: 'E12', status: 451, path: '/api/v1/me', options: { behaviour: { regionBlocked: true } } },
  { shape: 'E13', status: 401, path: '/api/auth/oauth/userinfo', onAuthHost: true },
];

const ask = (emulator: RunningEmulator, { path, method, body, signed, onAuthHost }: Case): Promise<Response> =>
  fetch((onAuthHost === true ? emulator.authUrl : emulator.siteUrl) + path, {
    ...(method === undefined ? {} : { method }),
    ...(body === undefined ? {} : { body }),
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(signed === true ? { authorization: `Bearer ${emulator.apiKey}` } : {}),
    },
  });

describe('every shape of errors can be had', () => {
  it('from E1 to E13', () => {
    expect(new Set(CASES.map(({ shape }) => shape))).toEqual(new Set(Object.keys(SHAPES)));
  });

  it.each(CASES)('$shape with $status from $path', async (one) => {
    const emulator = await startForTest({ modelCount: 1, imageCount: 0, ...one.options });
    const response = await ask(emulator, one);
    expect([response.status, await response.json()]).toEqual([one.status, SHAPES[one.shape]]);
  });
});
