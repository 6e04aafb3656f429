import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textWithoutSecrets, withoutSecrets } from '../../../src/files/sidecars/without-secrets.js';
import { canary } from '../../support.js';

describe('textWithoutSecrets', () => {
  it.each([
    [`https://civitai.com/api/download/models/1?token=${canary}`, 'https://civitai.com/api/download/models/1'],
    [`https://x/1?type=VAE&token=${canary}&format=SafeTensor`, 'https://x/1?type=VAE&format=SafeTensor'],
    [`https://x/1?token=${canary}&type=VAE`, 'https://x/1?type=VAE'],
    [`https://x/1?TOKEN=${canary}#top`, 'https://x/1#top'],
    [
      'https://b.r2.dev/m?X-Amz-Algorithm=AWS4&X-Amz-Credential=a%2Fb&X-Amz-Date=2025&X-Amz-Expires=86400&X-Amz-Signature=ff&X-Amz-SignedHeaders=host&response-content-disposition=a',
      'https://b.r2.dev/m?response-content-disposition=a',
    ],
    ['https://f.b2.com/m?Authorization=3_2025', 'https://f.b2.com/m'],
    ['https://a.blob/m?sv=2023&sig=abc%3D&se=2025&sp=r', 'https://a.blob/m'],
    [
      `<a href="https://x/1?a=1&amp;token=${canary}&amp;b=2">get</a> <img src='https://y/?token=${canary}'>`,
      `<a href="https://x/1?a=1&amp;b=2">get</a> <img src='https://y/'>`,
    ],
    ['https://x/1?type=VAE&format=SafeTensor', 'https://x/1?type=VAE&format=SafeTensor'],
    ['Why? Because.', 'Why? Because.'],
    ['Is it https://x/1 or y?', 'Is it https://x/1 or y?'],
    ['my token=abc is text', 'my token=abc is text'],
  ])('makes %j %j', (text, expected) => {
    expect(textWithoutSecrets(text)).toBe(expected);
  });

  it('leaves no key in any address, wherever it stands', () => {
    const name = fc.constantFrom('token', 'Token', 'api_key', 'apikey', 'X-Amz-Signature', 'sig', 'access_token');
    const other = fc.constantFrom('a=1', 'type=VAE', 'b', '');
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            other,
            name.map((one) => `${one}=${canary}`),
          ),
          { maxLength: 8 },
        ),
        (members) => {
          for (const separator of ['&', '&amp;']) {
            const clean = textWithoutSecrets(`see https://x/y?${members.join(separator)} and more`);
            expect(clean).not.toContain(canary);
            expect(clean).toMatch(/^see https:\/\/x\/y.* and more$/u);
          }
        },
      ),
    );
  });
});

it('withoutSecrets goes through everything, and changes nothing else', () => {
  const url = `https://x/?token=${canary}`;
  const value = { a: [url, 1, null, { b: url, c: true }], d: 'text', ['__proto__']: { e: url } };
  const clean = withoutSecrets(value);
  expect(JSON.stringify(clean)).not.toContain(canary);
  expect(clean.a).toEqual(['https://x/', 1, null, { b: 'https://x/', c: true }]);
  expect(value.a[0]).toBe(url);
  const deep = JSON.parse(`${'['.repeat(5000)}"${url}"${']'.repeat(5000)}`) as unknown;
  expect(JSON.stringify(withoutSecrets(deep))).not.toContain(canary);
});
