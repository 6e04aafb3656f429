import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  hasOAuthScope,
  type OAuthScope,
  oauthScopeBits,
  oauthScopeNames,
  oauthScopePresets,
  oauthScopes,
} from '../../src/client.js';

const names = Object.keys(oauthScopes) as OAuthScope[];

describe('scopes', () => {
  it('are the 27 bits from 1 on', () => {
    expect(Object.values(oauthScopes)).toEqual(Array.from({ length: 27 }, (_, bit) => 2 ** bit));
  });

  it('go into a number and come back', () => {
    fc.assert(
      fc.property(fc.subarray(names), (chosen) => {
        const bits = oauthScopeBits([...chosen, ...chosen]);
        expect(oauthScopeNames(bits)).toEqual(chosen);
        for (const name of names) expect(hasOAuthScope(bits, name)).toBe(chosen.includes(name));
      }),
    );
  });

  it('of the presets are the ones that their names promise', () => {
    const { AIServices, Creator, Full, ReadOnly } = oauthScopePresets;
    expect(oauthScopeNames(ReadOnly).filter((name) => !name.endsWith('Read'))).toEqual([]);
    expect(oauthScopeNames(ReadOnly)).toHaveLength(names.filter((name) => name.endsWith('Read')).length);
    expect(oauthScopeNames(AIServices)).toEqual(['UserRead', 'AIServicesRead', 'AIServicesWrite', 'BuzzRead']);
    expect(oauthScopeNames(Creator)).toContain('ModelsWrite');
    expect(oauthScopeNames(Full)).toEqual(names.slice(0, 25));
  });

  it('that this version does not know pass', () => {
    expect(oauthScopeBits(2 ** 40 + 1)).toBe(2 ** 40 + 1);
    expect(oauthScopeNames(2 ** 40 + 1)).toEqual(['UserRead']);
  });

  it.each([-1, 1.5, Number.NaN, 2 ** 60])('are never %d', (bits) => {
    expect(() => oauthScopeBits(bits)).toThrow(RangeError);
  });

  it('with a misspelt name are refused', () => {
    expect(() => oauthScopeBits(['UserReed' as OAuthScope])).toThrow(/"UserReed" is no scope/);
    expect(() => oauthScopeBits(['constructor' as OAuthScope])).toThrow(RangeError);
  });
});
