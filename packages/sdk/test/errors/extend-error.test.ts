import { NotFoundError } from '@civitkit/core/client';
import { expect, test } from 'vitest';
import { extendError } from '../../src/errors/extend-error.js';

test.each([
  ['before its stack is read', (error: Error) => error],
  ['after its stack was read', (error: Error) => (error.stack === undefined ? error : error)],
])('a remedy is said once in the message and once in the stack, %s', (_name, prepare) => {
  const error = new NotFoundError('There is none.', { code: 'not_found', details: { a: 1 } });
  prepare(error);
  const extended = extendError(error, { remedy: 'Look elsewhere ($& $1).', details: { b: 2 } });
  expect(extended).toBe(error);
  expect(extended.message).toBe('There is none. Look elsewhere ($& $1).');
  expect(extended.stack?.split('Look elsewhere ($& $1).')).toHaveLength(2);
  expect(extended.details).toEqual({ a: 1, b: 2 });
});

test('without anything to add it stays as it is', () => {
  const error = new NotFoundError('There is none.', { code: 'not_found' });
  expect(extendError(error, {}).message).toBe('There is none.');
  expect('details' in error).toBe(false);
});

test('what is not known is left out, and nothing is said twice', () => {
  const error = new NotFoundError('It failed. Do this.', { code: 'not_found', details: { a: 1 } });
  extendError(error, { details: { b: undefined }, remedy: 'Do this.' });
  expect(error.message).toBe('It failed. Do this.');
  expect(Object.keys(error.details ?? {})).toEqual(['a']);
});
