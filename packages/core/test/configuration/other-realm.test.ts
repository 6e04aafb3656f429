import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { systemCodeOf } from '../../src/errors/system-code.js';
import { failureClassOf } from '../../src/files/download/failure-class.js';

// Test runners such as Jest give modules globals of their own, whose Error is not that of node:fs.
const foreign = (code: string): unknown => runInNewContext(code) as unknown;

describe('an error of another realm', () => {
  it('has its system code, or a missing file would look like a broken one', () => {
    const error = foreign(`Object.assign(new Error('no such file'), { code: 'ENOENT' })`);
    expect(error).not.toBeInstanceOf(Error);
    expect(systemCodeOf(error)).toBe('ENOENT');
    expect([undefined, null, 'text', new Error('x')].map(systemCodeOf)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('is an abort by its name', () => {
    const error = foreign(`Object.assign(new Error('stop'), { name: 'AbortError' })`);
    expect(failureClassOf(error)).toBe('cancelled');
    expect(failureClassOf(foreign(`new Error('x')`))).toBe('other');
  });
});
