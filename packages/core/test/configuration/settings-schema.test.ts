import { Ajv } from 'ajv';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bindSection } from '../../src/configuration/binding/bind-section.js';
import { placeFields } from '../../src/configuration/binding/placed-field.js';
import { civitaiApiSection } from '../../src/configuration/civitai-api-section.js';
import { Configuration } from '../../src/configuration/configuration.js';
import { settingsSchema } from '../../src/configuration/json-schema/settings-schema.js';
import type { FieldDefinition } from '../../src/configuration/section-schema.js';

const schema = settingsSchema([civitaiApiSection]);
const ajv = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true });
for (const keyword of ['allowComments', 'allowTrailingCommas', 'patternErrorMessage']) ajv.addKeyword(keyword);
const accepts = ajv.compile(schema);

/** Whether configuration takes this file: what stands in it, not what it adds up to. */
function binds(file: Record<string, unknown>): boolean {
  try {
    bindSection(Configuration.from(file), { ...civitaiApiSection, check: () => undefined });
    return true;
  } catch {
    return false;
  }
}

const section = (settings: unknown): Record<string, unknown> => ({ CivitaiApi: settings });

describe('a settings file with these lines', () => {
  it.each([
    [{}],
    [{ $schema: './node_modules/@civitkit/core/schemas/appsettings.json', Logging: { LogLevel: 'Warning' } }],
    [section(null)],
    [section({ $comment: 'ours', TimeoutSeconds: 45.5, Retry: { MaxRetries: 0, $note: 1 } })],
    [section({ TimeoutSeconds: ' 60 ', ApiVersion: 1, StrictJsonParsing: 'YES', Cache: { Enabled: 1 } })],
    [section({ timeoutseconds: 60, 'Retry:MaxRetries': 3, retry__maxdelayseconds: '8' })],
    [{ 'CivitaiApi:Retry:MaxRetries': 3, civitaiapi: { ApiKey: 'a'.repeat(32) } }],
    [{ 'CivitaiApi:Retry': { MaxRetries: 1 }, CIVITAI_API_KEY: 'abc' }],
    [
      section({
        BaseUrl: 'HTTPS://mirror.example:8443/prefix@1',
        Proxy: 'http://me:pw@proxy.example:3128',
        ApiKey: '',
      }),
    ],
    [section({ Proxy: 'None', RateLimit: { Buckets: 'articles=30, images=100' }, UserAgentSuffix: 'my-app/1.2' })],
  ])('%j is one, and is read', (file) => {
    expect([accepts(file), accepts.errors]).toEqual([true, null]);
    expect(binds(file)).toBe(true);
  });

  it.each([
    ['an unknown key', section({ TimeoutSecond: 60 })],
    ['an unknown key in a group', section({ Retry: { Retries: 1 } })],
    ['too large a number', section({ TimeoutSeconds: 301 })],
    ['too small a number, spelt otherwise', section({ retry: { maxretries: -1 } })],
    ['too small a number in one key', { 'CivitaiApi:Retry:MaxRetries': -1 }],
    ['a unit', section({ TimeoutSeconds: '30s' })],
    ['a fraction', section({ Retry: { MaxRetries: 1.5 } })],
    ['a wrong boolean', section({ StrictJsonParsing: 'maybe' })],
    ['a number that is no boolean', section({ StrictJsonParsing: 2 })],
    ['a list', section({ Retry: [1] })],
    ['a group in place of a value', section({ ApiKey: { Value: 'x' } })],
    ['a value in place of a group', section({ Retry: 3 })],
    ['a header in place of a key', section({ ApiKey: 'Bearer abc' })],
    ['a key with a space', section({ ApiKey: 'abc def' })],
    ['a key in quotes, under its other name', { CIVITAI_API_KEY: '"abc"' }],
    ['another protocol', section({ BaseUrl: 'ftp://civitai.com' })],
    ['a password in an address', section({ BaseUrl: 'https://me:pw@civitai.com' })],
    ['a query in an address', section({ BaseUrl: 'https://civitai.com/?a=1' })],
    ['no proxy', section({ Proxy: 'proxy.example' })],
    ['buckets without numbers', section({ RateLimit: { Buckets: 'articles' } })],
    ['a path in a version', section({ ApiVersion: '../admin' })],
  ])('%s is none, and is refused', (_, file) => {
    expect(accepts(file)).toBe(false);
    expect(binds(file)).toBe(false);
  });
});

/** Values that are meant to hit and to miss. */
const anyValue = fc.oneof(
  fc.integer({ min: -2, max: 400 }),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1, max: 2000 }),
  fc.boolean(),
  fc.constantFrom(
    null,
    '',
    ' ',
    'true',
    'OFF',
    '12',
    ' 0.5 ',
    '1e3',
    '30s',
    'environment',
    'v1',
    'https://a.example/b',
    'x y',
  ),
  fc.string({ maxLength: 12 }),
  // not empty: that says nothing to configuration, and something wrong to whoever wrote it
  fc.constantFrom<unknown>({ A: 1 }, ['a']),
);
const fields = placeFields(civitaiApiSection.fields);
const anyCase = (key: string): fc.Arbitrary<string> =>
  fc.mixedCase(fc.constant(key), {
    toggleCase: (letter) => (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()),
  });
const anyKey = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .constantFrom(...fields.map(({ key }) => key))
      .chain((key) => fc.oneof(fc.constant(key), anyCase(key))),
  },
  fc.constantFrom('$schema', 'TimeoutSecond', 'Retry:$note', 'Cache', 'Cache:Size', 'ApiToken'),
);

/** Settings whose keys differ in more than their case: the same key twice is for configuration to find. */
const sectionOf = (value: fc.Arbitrary<unknown>, maxLength: number): fc.Arbitrary<Record<string, unknown>> =>
  fc
    .uniqueArray(fc.tuple(anyKey, value), { maxLength, selector: ([key]) => key.toLowerCase() })
    .map((entries) => section(Object.fromEntries(entries)));

/** An unknown key without a value: nothing to configuration, and still a mistake to point out in an editor. */
function hasBlankStranger({ CivitaiApi: settings }: Record<string, unknown>): boolean {
  const known = new Set(fields.map(({ key }) => key.toLowerCase()));
  return Object.entries(settings as object).some(
    ([key, value]) => !known.has(key.toLowerCase()) && !key.includes('$') && String(value ?? '').trim() === '',
  );
}

describe('for any section', () => {
  it('the schema never refuses what configuration takes', () => {
    fc.assert(
      fc.property(sectionOf(anyValue, 4), (file) => {
        fc.pre(!hasBlankStranger(file));
        fc.pre(binds(file));
        expect([accepts(file), accepts.errors]).toEqual([true, null]);
      }),
      { numRuns: 500 },
    );
  });

  it('configuration takes no number, boolean or key that the schema refuses, nor the other way round', () => {
    const typed = fc.oneof(
      fc.integer({ min: -2, max: 2000 }),
      fc.double({ noNaN: true, min: -1, max: 2000 }),
      fc.boolean(),
    );
    fc.assert(
      fc.property(sectionOf(typed, 3), (file) => {
        expect({ file, accepted: accepts(file) }).toEqual({ file, accepted: binds(file) });
      }),
      { numRuns: 500 },
    );
  });
});

describe('the schema', () => {
  const placed = fields.map(({ key, field }) => [key, field] as const);

  it.each(placed)('has %s with its doc, its range, its default and what it is', (key, field: FieldDefinition) => {
    const node = nodeAt(key);
    expect(node['description']).toContain(field.doc);
    expect([node['minimum'], node['maximum']]).toEqual(field.kind === 'boolean' ? [0, 1] : [field.min, field.max]);
    expect(node['default']).toEqual(field.default ?? undefined);
    expect(node['writeOnly']).toBe(field.kind === 'secret' ? true : undefined);
    for (const alias of field.aliases ?? []) expect(node['description']).toContain(alias);
  });

  function nodeAt(key: string): Record<string, unknown> {
    const path = `definitions:CivitaiApi:properties:${key.split(':').join(':properties:')}`;
    return path
      .split(':')
      .reduce<Record<string, unknown>>(
        (node, name) => node[name] as Record<string, unknown>,
        schema as unknown as Record<string, unknown>,
      );
  }
});
