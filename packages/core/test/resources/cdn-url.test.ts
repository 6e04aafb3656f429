import { describe, expect, it } from 'vitest';
import { siteFixture } from '../../../../test/support/fixture.js';
import { cdnUrl } from '../../src/resources/cdn-url.js';

const likeUrl = 'https://image.civitai.com/xG1nkqKTMzGDvpLrqFT7WA/0007a121-1111/original=true/500001.jpeg';
const key = '00015895-1111-4222-8333-000000015895';

describe('cdnUrl', () => {
  it('builds the address of a key like another one', () => {
    const base = 'https://image.civitai.com/xG1nkqKTMzGDvpLrqFT7WA';
    expect(cdnUrl(key, { likeUrl })).toBe(`${base}/${key}/width=450/${key}.jpeg`);
    expect(cdnUrl(key, { likeUrl, width: 96 })).toBe(`${base}/${key}/width=96/${key}.jpeg`);
    expect(cdnUrl(key, { likeUrl, width: 'original' })).toBe(`${base}/${key}/original=true/${key}.jpeg`);
  });

  it('follows the deployment, wherever its part of the address is', () => {
    const elsewhere = 'http://127.0.0.1:8080/cdn/token-2/key/width=450/key.mp4?x=1';
    expect(cdnUrl('a b', { likeUrl: elsewhere })).toBe('http://127.0.0.1:8080/cdn/token-2/a%20b/width=450/a%20b.jpeg');
  });

  it('gives the address that the server itself builds for a cover', () => {
    const { coverImageUrl } = siteFixture('collections.get') as { coverImageUrl: string };
    expect(cdnUrl('000004b1-1111-4222-8333-0000000004b1', { likeUrl })).toBe(coverImageUrl);
  });

  it('leaves alone what is a URL already', () => {
    const avatar = 'https://lh3.googleusercontent.com/a/x';
    expect(cdnUrl(avatar, { likeUrl })).toBe(avatar);
  });

  it.each<[string, () => string, typeof Error]>([
    ['an empty key', () => cdnUrl(' ', { likeUrl }), RangeError],
    ['a key that is no text', () => cdnUrl(5 as unknown as string, { likeUrl }), TypeError],
    ['a URL that is no image', () => cdnUrl(key, { likeUrl: 'https://civitai.com/models/5' }), RangeError],
    ['a URL that is none', () => cdnUrl(key, { likeUrl: 'image.jpeg' }), RangeError],
    ['no URL', () => cdnUrl(key, {} as { likeUrl: string }), TypeError],
    ['a width of nothing', () => cdnUrl(key, { likeUrl, width: 0 }), RangeError],
    ['half a pixel', () => cdnUrl(key, { likeUrl, width: 1.5 }), RangeError],
  ])('refuses %s', (_name, call, type) => {
    expect(call).toThrow(type);
  });
});
