import { readdirSync, readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { civitaiApiSection } from '@civitkit/core/client';
import { settingsSchema } from '@civitkit/core/internal';
import { civitaiSdkSection } from '@civitkit/sdk';
import { modelsLabSection } from '@civitkit/sdk/modelslab/client';
import { Ajv, type ValidateFunction } from 'ajv';
import { describe, expect, it } from 'vitest';
import { codeBlocks, documents, read } from '../docs/support/markdown.js';

const files = [
  ['packages/core/appsettings.schema.json', [civitaiApiSection]],
  ['packages/sdk/appsettings.schema.json', [civitaiApiSection, civitaiSdkSection, modelsLabSection]],
] as const;

/** What the schema says to editors, and an independent validator does not know. */
const forEditors = ['allowComments', 'allowTrailingCommas', 'patternErrorMessage'];

function compile(file: string): ValidateFunction {
  const ajv = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true });
  for (const keyword of forEditors) ajv.addKeyword(keyword);
  const schema = JSON.parse(read(file)) as object;
  expect([ajv.validateSchema(schema), ajv.errors]).toEqual([true, null]);
  return ajv.compile(schema);
}

/** JSON with comments and trailing commas is an expression of JavaScript. */
function readSettings(text: string): unknown {
  return JSON.parse(JSON.stringify(runInNewContext(`(${text}\n)`))) as unknown;
}

/** Blocks with settings; other JSON in the documents is rules of the emulator. */
const documented = documents()
  .flatMap(codeBlocks)
  .filter(({ language, text }) => language === 'json' && /"(?:CivitaiApi|CivitaiSdk|ModelsLab)[":]/.test(text))
  .map(({ file, line, text }) => [`${file}:${line}`, text] as const);

const inExamples = readdirSync(new URL('../../examples/', import.meta.url))
  .flatMap((example) => {
    const folder = new URL(`../../examples/${example}/`, import.meta.url);
    return readdirSync(folder)
      .filter((name) => /^appsettings(?:\..+)?\.json$/.test(name))
      .map((name) => `examples/${example}/${name}`);
  })
  .map((file) => [file, read(file)] as const);

describe.each(files)('%s', (file, sections) => {
  it('is what the sections give; else run npm run schemas', () => {
    expect(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')).toBe(
      `${JSON.stringify(settingsSchema(sections), undefined, 2)}\n`,
    );
  });

  it('is a schema to a strict validator', () => {
    expect(compile(file)({})).toBe(true);
  });
});

describe('the schema of the sdk', () => {
  const accepts = compile('packages/sdk/appsettings.schema.json');

  it('finds what it is to check', () => {
    expect(documented.length).toBeGreaterThan(4);
    expect(inExamples.length).toBeGreaterThan(3);
  });

  it.each([...documented, ...inExamples])('accepts the settings in %s', (_, text) => {
    expect([accepts(readSettings(text)), accepts.errors]).toEqual([true, null]);
  });

  it.each([
    ['a misspelt key', { CivitaiSdk: { TimeoutSecond: 60 } }],
    ['the key of another section', { CivitaiSdk: { ApiKey: 'abc' } }],
    ['a limit of another section', { CivitaiApi: { TimeoutSeconds: 600 } }],
    ['a token with a space', { CivitaiSdk: { ApiToken: 'abc def' } }],
    ['a list of sections', { ModelsLab: [] }],
    ['no number', { ModelsLab: { MaxUnfinishedJobs: 'many' } }],
    ['a key that ModelsLab does not have', { ModelsLab: { ApiVersion: 'v6' } }],
    ['a wrong value in another spelling', { modelslab: { retry: { maxretries: 11 } } }],
  ])('refuses %s', (_, settings) => {
    expect(accepts(settings)).toBe(false);
  });

  it('tells secrets apart, and warns of committing them', () => {
    const { definitions } = JSON.parse(read('packages/sdk/appsettings.schema.json')) as {
      definitions: Record<string, { properties: Record<string, { writeOnly?: boolean; description?: string }> }>;
    };
    const secrets = Object.entries(definitions).flatMap(([section, { properties }]) =>
      Object.entries(properties).flatMap(([key, node]) =>
        node.writeOnly === true ? [{ key: `${section}:${key}`, node }] : [],
      ),
    );
    expect(secrets.map(({ key }) => key)).toEqual([
      'CivitaiApi:ApiKey',
      'CivitaiSdk:ApiToken',
      'ModelsLab:ApiKey',
      'ModelsLab:EnterpriseKey',
      'ModelsLab:AgentToken',
    ]);
    for (const { node } of secrets) expect(node.description).toContain('not for a file that is committed');
  });
});
