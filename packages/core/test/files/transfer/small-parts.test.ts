import { describe, expect, it } from 'vitest';
import { TestClock } from '../../../../../test/support/test-clock.js';
import { CivitaiError } from '../../../src/errors/civitai-error.js';
import { contradictionOf, refuseContentType, refuseText } from '../../../src/files/transfer/content-check.js';
import { pause } from '../../../src/files/transfer/pause.js';
import { ProgressMeter } from '../../../src/files/transfer/progress-meter.js';
import { ByteRate } from '../../../src/files/transfer/rate-limit.js';
import { RetryBudget } from '../../../src/files/transfer/retry-budget.js';
import { explainStorage, LinkRefused, storageCodeOf } from '../../../src/files/transfer/storage-refusal.js';
import { isOther, validatorOf } from '../../../src/files/transfer/validator.js';
import { bestHash } from '../../../src/files/transfer/verify-part.js';

const broken = (more: object = {}): CivitaiError =>
  new CivitaiError('it broke', { code: 'connection_failed', retryable: true, ...more });

describe('RetryBudget', () => {
  const rules = { maxRetries: 3, maxRetryAfterMs: 60_000 };

  it('waits up to twice as long each time, over the whole of it', () => {
    expect(
      [1, 2, 3]
        .map((_, index, all) => all.slice(0, index + 1))
        .map((tries) => {
          const budget = new RetryBudget(rules, () => 0.5);
          return tries.map(() => budget.spend(broken())).at(-1);
        }),
    ).toEqual([500, 1000, 2000]);
    expect(new RetryBudget(rules, () => 0).spend(broken())).toBe(0);
  });

  it('never waits longer than half a minute of its own accord', () => {
    const budget = new RetryBudget({ ...rules, maxRetries: 20 }, () => 0.999_999);
    const waits = Array.from({ length: 20 }, () => budget.spend(broken()));
    expect(Math.max(...waits)).toBeLessThanOrEqual(30_000);
  });

  it('gives up after as many failures without a byte, and counts anew after bytes', () => {
    const budget = new RetryBudget(rules, () => 0);
    for (let round = 0; round < 5; round += 1) {
      for (let failure = 0; failure < 3; failure += 1) budget.spend(broken());
      budget.progressed();
    }
    for (let failure = 0; failure < 3; failure += 1) budget.spend(broken());
    expect(() => budget.spend(broken())).toThrow('it broke');
  });

  it('ends even with a connection that breaks after every byte', () => {
    const budget = new RetryBudget(rules, () => 0);
    const spend = (): void => {
      for (let failure = 0; failure < 5000; failure += 1) {
        budget.spend(broken());
        budget.progressed();
      }
    };
    expect(spend).toThrow('it broke');
  });

  it('waits as long as the server asks, without spreading, or not at all', () => {
    expect(new RetryBudget(rules, () => 0).spend(broken({ retryAfterMs: 7000 }))).toBe(7000);
    expect(() => new RetryBudget(rules, () => 0).spend(broken({ retryAfterMs: 60_001 }))).toThrow('it broke');
    expect(() => new RetryBudget(rules, () => 0).spend(broken({ retryable: false }))).toThrow('it broke');
  });
});

describe('ByteRate', () => {
  it('spreads bytes over time, for all that share it', async () => {
    const clock = new TestClock(60_000);
    const rate = new ByteRate(1000, clock);
    const startedAt = clock.now();
    for (let piece = 0; piece < 20; piece += 1) await rate.take(500, undefined);
    // 10 000 bytes at 1000 a second, but for what may run ahead.
    expect(clock.now() - startedAt).toBeGreaterThanOrEqual(9900);
    expect(clock.now() - startedAt).toBeLessThanOrEqual(10_000);
  });

  it('does not save up what was not used', async () => {
    const clock = new TestClock(60_000);
    const rate = new ByteRate(1000, clock);
    clock.advance(3_600_000);
    const startedAt = clock.now();
    await rate.take(2000, undefined);
    expect(clock.now() - startedAt).toBeGreaterThanOrEqual(1900);
  });

  it('lets go at once when it is cancelled, and leaves no timer', async () => {
    const clock = new TestClock(0);
    const controller = new AbortController();
    const pending = new ByteRate(1, clock).take(1000, controller.signal);
    controller.abort(new Error('enough'));
    await expect(pending).rejects.toThrow('enough');
    expect(clock.pending).toBe(0);
    await expect(pause(clock, 5, controller.signal)).rejects.toThrow('enough');
  });
});

describe('ProgressMeter', () => {
  it('measures what comes, not what was there, and tells how long the rest takes', () => {
    const clock = new TestClock(0);
    const meter = new ProgressMeter(clock, 5000, 1000);
    expect(meter.isDue).toBe(true);
    clock.advance(1000);
    expect(meter.measure(6000, 11_000)).toEqual({ bytesPerSecond: 1000, remainingMs: 5000 });
    expect(meter.isDue).toBe(false);
    clock.advance(1000);
    expect(meter.isDue).toBe(true);
    const { bytesPerSecond } = meter.measure(9000, undefined);
    expect(bytesPerSecond).toBeGreaterThan(1000);
    expect(bytesPerSecond).toBeLessThan(3000);
  });

  it('says no time where there is no speed', () => {
    expect(new ProgressMeter(new TestClock(0), 0, 0).measure(0, 100)).toEqual({ bytesPerSecond: 0 });
  });
});

describe('validators', () => {
  const lastModified = 'Thu, 01 Jan 2026 00:00:00 GMT';

  it.each([
    [{ etag: '"a"', lastModified }, '"a"'],
    [{ etag: 'W/"a"', lastModified }, lastModified],
    [{ etag: 'unquoted' }, undefined],
    [{ lastModified: 'yesterday' }, undefined],
    [{}, undefined],
  ])('of %o is %s', (names, expected) => {
    expect(validatorOf(names)).toBe(expected);
  });

  it('tell another file by what both sides know', () => {
    expect(isOther({ etag: '"a"' }, { etag: '"b"' })).toBe(true);
    expect(isOther({ etag: '"a"' }, { etag: '"a"' })).toBe(false);
    expect(isOther({ etag: 'W/"a"' }, { etag: 'W/"b"' })).toBe(false);
    expect(isOther({ lastModified }, { lastModified: 'Fri, 02 Jan 2026 00:00:00 GMT' })).toBe(true);
    expect(isOther({ etag: '"a"' }, {})).toBe(false);
  });
});

describe('what a file is', () => {
  it.each([
    ['text/html; charset=utf-8', 'a.safetensors'],
    ['application/json', 'a.safetensors'],
    ['application/problem+json', 'a.zip'],
    ['application/xml', 'a.gguf'],
    ['text/xml', 'a.json'],
  ])('%s is no %s', (type, name) => {
    expect(() => refuseContentType(type, name)).toThrow(
      expect.objectContaining({ code: 'unexpected_content_type', retryable: true }) as Error,
    );
  });

  it.each([
    ['application/octet-stream', 'a.safetensors'],
    [undefined, 'a.safetensors'],
    ['application/json', 'workflow.json'],
    ['text/html', 'page.html'],
    ['binary/octet-stream', 'a'],
  ])('%s may be a %s', (type, name) => {
    expect(() => {
      refuseContentType(type, name);
    }).not.toThrow();
  });

  it.each([
    ['<!DOCTYPE html><html>', 'a.safetensors'],
    ['\n  <html lang="en">', 'a.pt'],
    ['<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>', 'a.zip'],
    ['<Error><Code>NoSuchKey</Code></Error>', 'a.zip'],
    ['{"error":"Unauthorized"}', 'a.safetensors'],
  ])('beginning with %s is no %s', (text, name) => {
    expect(() => {
      refuseText(Buffer.from(text), name);
    }).toThrow(expect.objectContaining({ code: 'unexpected_content_type' }) as Error);
  });

  it.each([
    ['{"error":"a field of it"}', 'workflow.json'],
    ['<html>', 'page.html'],
    ['GGUF\u0003', 'a.gguf'],
  ])('beginning with %s may be a %s', (text, name) => {
    expect(() => {
      refuseText(Buffer.from(text), name);
    }).not.toThrow();
  });

  it.each([
    [Buffer.from('\u0010\0\0\0\0\0\0\0{"a":{}}       ', 'latin1'), 'a.safetensors', undefined],
    [Buffer.from('PK\u0003\u0004'), 'a.safetensors', 'safetensors'],
    [Buffer.from('GGUF\u0003\0\0\0'), 'A.GGUF', undefined],
    [Buffer.from('gguf'), 'a.gguf', 'GGUF'],
    [Buffer.from('PK\u0003\u0004'), 'a.zip', undefined],
    [Buffer.from([0x80, 2, 0x7d]), 'a.ckpt', undefined],
    [Buffer.from('PK\u0003\u0004'), 'a.pt', undefined],
    [Buffer.from('whatever'), 'a.pt', 'pickle'],
    [Buffer.from('whatever'), 'a.onnx', undefined],
  ])('%o is what %s says, or not: %s', (first, name, expected) => {
    expect(contradictionOf(first, name) ?? 'none').toContain(expected ?? 'none');
  });
});

describe('refusals of the storage', () => {
  const refusal = (status: number, body: string): CivitaiError =>
    explainStorage(new CivitaiError('x', { code: status >= 500 ? 'server_error' : 'http_error', status, body }), {});

  it.each([
    [403, '<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>', 'expired'],
    [400, '<Error><Code>ExpiredToken</Code></Error>', 'expired'],
    [401, '{"code":"expired_auth_token","status":401}', 'expired'],
    [401, '{"code":"bad_auth_token"}', 'token'],
    [400, '<Code>InvalidArgument</Code>', 'token'],
    [403, '<Code>SignatureDoesNotMatch</Code><StringToSign>s3cret</StringToSign>', 'signature'],
    [403, '<Code>AccessDenied</Code>', 'forbidden'],
  ])('%i %s means: %s', (status, body, problem) => {
    const error = refusal(status, body);
    expect(error).toBeInstanceOf(LinkRefused);
    expect(error).toMatchObject({ problem });
    expect(JSON.stringify(error)).not.toContain('s3cret');
  });

  it.each([
    [404, '<Code>NoSuchKey</Code>', 'file_not_stored', false],
    [503, '<Code>SlowDown</Code>', 'server_error', true],
    [500, '', 'server_error', true],
    [429, '', 'rate_limited', true],
    [418, '', 'http_error', false],
  ])('%i %s is %s', (status, body, code, retryable) => {
    expect(refusal(status, body)).toMatchObject({ code, retryable, status });
  });

  it('416 tells how long the file is', () => {
    const error = new CivitaiError('x', { code: 'http_error', status: 416 });
    expect(explainStorage(error, { 'content-range': 'bytes */77' })).toMatchObject({ totalBytes: 77 });
    expect(explainStorage(error, {})).toMatchObject({ totalBytes: undefined });
    expect(storageCodeOf('no code in here')).toBe('no code');
  });
});

describe('bestHash', () => {
  const sha256 = 'a'.repeat(64);

  it.each([
    [{ SHA256: sha256, BLAKE3: sha256, CRC32: '12345678' }, 'sha256'],
    [{ BLAKE3: sha256, CRC32: '12345678' }, 'blake3'],
    [{ AutoV2: 'abcdef0123', CRC32: '12345678' }, 'autoV2'],
    [{ CRC32: '12345678' }, 'crc32'],
    [{ SHA256: 'not hex', CRC32: '12345678' }, 'crc32'],
    [{ AutoV3: 'abcdef012345', AutoV1: '12345678' }, undefined],
    [{}, undefined],
  ])('of %o is %s', (hashes, expected) => {
    expect(bestHash(hashes)?.algorithm).toBe(expected);
  });
});
