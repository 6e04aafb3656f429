import { describe, expect, test } from 'vitest';
import { Secret } from '../../src/secrets/secret.js';
import { bindValue, problemsOf } from './support/bind-value.js';

describe('keys', () => {
  const long = '0123456789abcdef0123456789abcdef';

  test.each([long, ` ${long}\r\n`, `\t${long}`, `\uFEFF${long}`, 'a.b-c_d~e+f/g=', 'bearerish'])('%j', (value) => {
    for (const { apiKey } of bindValue('apiKey', value)) expect(apiKey?.reveal()).toBe(value.trim());
  });

  test.each([
    [`Bearer ${long}`, 'starts with "Bearer".'],
    [`bearer\t${long}`, 'starts with "Bearer".'],
    ['Bearer', 'starts with "Bearer".'],
    ['Authorization: Bearer x', 'contains whitespace.'],
    ['two words', 'contains whitespace.'],
    ['two\nlines', 'contains whitespace.'],
    ['non\u00a0breaking', 'contains whitespace.'],
    ['zero\0byte', 'contains control characters.'],
    ['escape\u001b[0m', 'contains control characters.'],
    [`"${long}"`, 'contains quotation marks.'],
    [`'${long}'`, 'contains quotation marks.'],
    [`\u201c${long}\u201d`, 'contains quotation marks.'],
    ['ключ', 'contains characters that no key has.'],
    ['zero\u200bwidth', 'contains characters that no key has.'],
  ])('%j is refused and not repeated', (value, message) => {
    expect(problemsOf('apiKey', value)).toEqual([
      `CivitaiApi:ApiKey (the configuration object) ${message}`,
      `CivitaiApi:ApiKey (options) ${message}`,
    ]);
    expect(problemsOf('apiKey', new Secret(value))).toHaveLength(2);
  });

  test.each([12_345_678, true])('%j is no text', (value) => {
    for (const problem of problemsOf('apiKey', value)) expect(problem).toMatch(/must be text\.$/);
  });

  test('a Secret is taken, also one that needs trimming', () => {
    for (const { apiKey } of bindValue('apiKey', new Secret(' abc\n'))) expect(apiKey?.reveal()).toBe('abc');
  });
});

describe('addresses', () => {
  test.each([
    ['https://civitai.com/', 'https://civitai.com'],
    ['HTTP://LocalHost:8080', 'http://localhost:8080'],
    [' https://proxy.example/civitai/mirror// ', 'https://proxy.example/civitai/mirror'],
    ['http://[::1]:9', 'http://[::1]:9'],
    [new URL('https://example.com/a/'), 'https://example.com/a'],
  ])('%s', (value, expected) => {
    for (const { baseUrl } of bindValue('baseUrl', value)) expect(baseUrl).toBe(expected);
  });

  test.each([
    'civitai.com',
    '//civitai.com',
    'ftp://civitai.com',
    'https:civitai.com',
    'https:/civitai.com',
    'https:///civitai.com',
    'https://',
    'https://civi tai.com',
    'https://civitai.com\\x',
    'https://a:99999',
    'javascript:alert(1)',
    true,
  ])('%j is none', (value) => {
    for (const problem of problemsOf('baseUrl', value)) expect(problem).toMatch(/must be (an absolute http|a URL)/);
  });

  test.each(['https://canary@example.com', 'https://user:canary@example.com/x', 'https://@example.com'])(
    '%s has a user, and is not repeated',
    (value) => {
      for (const problem of problemsOf('baseUrl', value)) {
        expect(problem).toContain('must not contain a user name or a password');
        expect(problem).not.toContain('canary');
      }
    },
  );

  test.each(['https://example.com?', 'https://example.com/?a=canary', 'https://example.com/#x'])('%s', (value) => {
    for (const problem of problemsOf('baseUrl', value)) expect(problem).toContain('a query or a fragment');
  });

  test.each(['v1/../..', '..', 'v 1', 'v1/', 'v1?'])('version %j is none', (value) => {
    for (const problem of problemsOf('apiVersion', value)) expect(problem).toContain('must consist of letters');
  });

  test('a version may be a number in a file', () => {
    expect(bindValue('apiVersion', 2)[0].apiVersion).toBe('2');
  });

  test.each(['my-app/1.2', ''])('suffix %j', (value) => {
    for (const { userAgentSuffix } of bindValue('userAgentSuffix', value)) expect(userAgentSuffix).toBe(value);
  });

  test.each(['a\r\nX-Evil: 1', 'ü', 'x'.repeat(257)])('suffix %j is refused', (value) => {
    for (const problem of problemsOf('userAgentSuffix', value)) expect(problem).toContain('printable ASCII');
  });
});

describe('proxies', () => {
  test.each(['environment', 'none', ' NONE '])('%j is a word', (value) => {
    for (const { proxy } of bindValue('proxy', value)) expect(proxy).toBe(value.trim().toLowerCase());
  });

  test.each(['http://user:canary@proxy:3128', new URL('https://proxy:3128'), new Secret('http://proxy:1')])(
    '%s is a secret',
    (value) => {
      for (const { proxy } of bindValue('proxy', value)) {
        expect(proxy).toBeInstanceOf(Secret);
        expect((proxy as Secret).reveal()).toMatch(/^https?:\/\//);
      }
    },
  );

  test.each([
    'proxy:3128',
    'socks5://canary@proxy',
    'http://proxy/path',
    'http://proxy?x',
    'http://canary:p%zz@proxy',
    'direct',
    5,
  ])('%j', (value) => {
    for (const problem of problemsOf('proxy', value)) {
      expect(problem).toContain('must be "environment", "none"');
      expect(problem).not.toContain('canary');
    }
  });
});
