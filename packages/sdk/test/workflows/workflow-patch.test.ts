import { jsonPointer, workflowPatch } from '@civitkit/sdk/client';
import { describe, expect, it } from 'vitest';

describe('a patch', () => {
  it('is built operation by operation, each step a new value', () => {
    const empty = workflowPatch();
    const full = empty
      .test('/status', 'processing')
      .setMetadata('a~b/c', { x: 1 })
      .setMetadata(['list', 0], null)
      .removeMetadata('old')
      .addTag('t')
      .setTags(['u'])
      .allowMatureContent(true)
      .move('/metadata/a', ['metadata', 'b'])
      .copy(['metadata', 'b'], '/metadata/c')
      .cancel();
    expect(JSON.parse(JSON.stringify(full))).toEqual([
      { op: 'test', path: '/status', value: 'processing' },
      { op: 'add', path: '/metadata/a~0b~1c', value: { x: 1 } },
      { op: 'add', path: '/metadata/list/0', value: null },
      { op: 'remove', path: '/metadata/old' },
      { op: 'add', path: '/tags/-', value: 't' },
      { op: 'replace', path: '/tags', value: ['u'] },
      { op: 'add', path: '/allowMatureContent', value: true },
      { op: 'move', from: '/metadata/a', path: '/metadata/b' },
      { op: 'copy', from: '/metadata/b', path: '/metadata/c' },
      { op: 'replace', path: '/status', value: 'canceled' },
    ]);
    expect(empty.operations).toEqual([]);
    expect(Object.isFrozen(full)).toBe(true);
    expect(Object.isFrozen(full.operations)).toBe(true);
  });

  it.each(['metadata/a', '/a~2b', '/a~'])('refuses %j, which is no pointer', (path) => {
    expect(() => workflowPatch().remove(path)).toThrow(TypeError);
  });

  it('takes the whole document for a place', () => {
    expect(workflowPatch().test('', {}).operations).toEqual([{ op: 'test', path: '', value: {} }]);
  });

  it('refuses a value that would be lost on the way', () => {
    expect(() => workflowPatch().setMetadata('a', undefined)).toThrow('undefined cannot be sent');
  });
});

describe('jsonPointer', () => {
  it('escapes its segments', () => {
    expect(jsonPointer('a/b', '~1', 0, '')).toBe('/a~1b/~01/0/');
    expect(jsonPointer()).toBe('');
  });
});
