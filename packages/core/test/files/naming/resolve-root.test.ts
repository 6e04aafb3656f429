import { homedir } from 'node:os';
import { join } from 'node:path';
import { ConfigurationError } from '@civitkit/core/client';
import { describe, expect, it } from 'vitest';
import { aliasTarget, checkAliases, resolveRoot } from '../../../src/files/naming/resolve-root.js';

const options = { baseFolder: '/work-folder', homeFolder: '/home/me' };

describe('resolveRoot', () => {
  it.each([
    ['models', '/work-folder/models'],
    ['/abs/models', '/abs/models'],
    ['~', '/home/me'],
    ['~/models', '/home/me/models'],
    ['~\\models', '/home/me/models'],
    ['~other/models', '/work-folder/~other/models'],
    ['@m', '/home/me/models'],
    ['@m/x/y', '/home/me/models/x/y'],
    ['@loras/style', '/home/me/models/loras/style'],
    ['@root/a', '/srv/a'],
    ['@rel/a', '/work-folder/sub/a'],
    ['x/@m', '/work-folder/x/@m'],
    ['toString/a', '/work-folder/toString/a'],
  ])('makes %j %j', (path, expected) => {
    const aliases = { '@m': '~/models', '@loras': '@m/loras', '@root': '/srv/', '@rel': 'sub' };
    expect(resolveRoot(path, { ...options, aliases })).toBe(expected);
  });

  it('uses the working directory and the home of the user', () => {
    expect(resolveRoot('models')).toBe(join(process.cwd(), 'models'));
    expect(resolveRoot('~/models')).toBe(join(homedir(), 'models'));
  });

  it('says which aliases lead back to themselves', () => {
    const aliases = { a: 'b/x', b: 'c', c: 'a', d: 'd' };
    expect(() => resolveRoot('a/y', { aliases })).toThrow(ConfigurationError);
    expect(() => resolveRoot('a/y', { aliases })).toThrow('a -> b -> c -> a');
    expect(() => resolveRoot('d', { aliases })).toThrow('d -> d');
  });
});

describe('checkAliases', () => {
  it('finds everything at once', () => {
    const problems = checkAliases({ 'a/b': 'x', '': 'x', e: ' ', p: 'q', q: 'p/deep', fine: 'p' });
    expect(problems.map(({ key }) => key)).toEqual(['alias "a/b"', 'alias ""', 'alias e', 'alias p', 'alias q']);
    expect(checkAliases({ '@m': '~/models', '@l': '@m/loras' })).toEqual([]);
  });
});

describe('aliasTarget', () => {
  it('keeps what follows another alias or the home, and makes the rest absolute', () => {
    const aliases = { '@m': '/models' };
    expect(aliasTarget('@m/loras', { ...options, aliases })).toBe('@m/loras');
    expect(aliasTarget('~/models', { ...options, aliases })).toBe('~/models');
    expect(aliasTarget('loras', { ...options, aliases })).toBe('/work-folder/loras');
  });
});
