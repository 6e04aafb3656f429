/* oxlint-disable vitest/expect-expect -- the compiler asserts: `tsc -p tsconfig.test.json` */
import {
  type Answer,
  type CivitaiClient,
  CivitaiError,
  CivitaiPromise,
  chainResult,
  type ErrorCode,
  isCivitaiError,
  type Me,
  type Model,
  mapResult,
  matchResult,
  NotFoundError,
  type RateLimitError,
  type ResponseInfo,
  type Result,
  unwrapResult,
  unwrapResultOr,
} from '@civitkit/core';
import { describe, expectTypeOf, it } from 'vitest';
import { compiles } from './compiles.js';

type Get = CivitaiClient['models']['get'];

describe('CivitaiPromise', () => {
  it('is what every call returns, and awaits to the value', () => {
    expectTypeOf<ReturnType<Get>>().toEqualTypeOf<CivitaiPromise<Model>>();
    expectTypeOf<Awaited<CivitaiPromise<Model>>>().toEqualTypeOf<Model>();
    expectTypeOf<Awaited<ReturnType<CivitaiClient['me']['get']>>>().toEqualTypeOf<Me>();
    expectTypeOf<CivitaiPromise<Model>>().toExtend<Promise<Model>>();
  });

  it('stays a promise of the value in Promise.all', () => {
    compiles((one: CivitaiPromise<Model>, two: CivitaiPromise<Me>) => {
      expectTypeOf(Promise.all([one, two])).resolves.toEqualTypeOf<[Model, Me]>();
    });
  });

  it('gives plain promises from then, catch and finally', () => {
    expectTypeOf<CivitaiPromise<Model>['catch']>().returns.not.toExtend<CivitaiPromise<Model>>();
    compiles((promise: CivitaiPromise<Model>) => {
      expectTypeOf(promise.then(({ id }) => id)).toEqualTypeOf<Promise<number>>();
    });
  });

  it('gives the answer with withResponse', () => {
    expectTypeOf<CivitaiPromise<Model>['withResponse']>().returns.resolves.toEqualTypeOf<Answer<Model>>();
    expectTypeOf<Answer<Model>['data']>().toEqualTypeOf<Model>();
    expectTypeOf<Answer<Model>['response']>().toEqualTypeOf<ResponseInfo>();
    compiles((info: ResponseInfo) => expectTypeOf(info.headers['etag']).toEqualTypeOf<string | undefined>());
  });
});

describe('Result', () => {
  it('is what asResult resolves to', () => {
    expectTypeOf<CivitaiPromise<Model>['asResult']>().returns.resolves.toEqualTypeOf<Result<Model>>();
    compiles((outcome: Result<Model>) => !outcome.ok && expectTypeOf(outcome.error).toEqualTypeOf<CivitaiError>());
  });

  it('narrows by ok', () => {
    compiles((outcome: Result<Model>) => {
      if (outcome.ok) {
        expectTypeOf(outcome.value).toEqualTypeOf<Model>();
        expectTypeOf(outcome).not.toHaveProperty('error');
      } else {
        expectTypeOf(outcome.error).toEqualTypeOf<CivitaiError>();
        expectTypeOf(outcome).not.toHaveProperty('value');
      }
      // @ts-expect-error -- not before asking
      expectTypeOf(outcome.value).toBeAny();
    });
  });

  it('goes through its helpers', () => {
    compiles((outcome: Result<number, NotFoundError>, next: (value: number) => Result<string, RateLimitError>) => {
      expectTypeOf(mapResult(outcome, String)).toEqualTypeOf<Result<string, NotFoundError>>();
      expectTypeOf(chainResult(outcome, next)).toEqualTypeOf<Result<string, NotFoundError | RateLimitError>>();
      const matched = matchResult(outcome, { ok: (value) => value, error: ({ code }) => code });
      expectTypeOf(matched).toEqualTypeOf<number | ErrorCode>();
      expectTypeOf(unwrapResult(outcome)).toEqualTypeOf<number>();
      expectTypeOf(unwrapResultOr(outcome, null)).toEqualTypeOf<number | null>();
    });
  });
});

describe('errors', () => {
  it('are found by a guard and told apart by class', () => {
    compiles((error: unknown) => {
      if (error instanceof NotFoundError) expectTypeOf(error).toExtend<CivitaiError>();
      else if (isCivitaiError(error)) {
        expectTypeOf(error).toEqualTypeOf<CivitaiError>();
        expectTypeOf(error.retryAfterMs).toEqualTypeOf<number | undefined>();
        expectTypeOf(error.code).toEqualTypeOf<ErrorCode>();
      }
    });
    expectTypeOf(CivitaiError).instance.toExtend<Error>();
  });

  it('a call cannot be made with a wrong id or a wrong option', () => {
    compiles((get: Get) => {
      // @ts-expect-error -- ids are numbers
      void get('827184');
      // @ts-expect-error -- in milliseconds, and called so
      void get(827184, { timeout: 1000 });
      // @ts-expect-error -- a promise of an answer is not an answer
      expectTypeOf(new CivitaiPromise(Promise.resolve(1))).toBeAny();
    });
  });
});
