import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as modelsLab from '@civitkit/sdk/modelslab';
import * as checks from '@civitkit/sdk/modelslab/checks';
import { createModelsLabClient, ModelsLabClient } from '@civitkit/sdk/modelslab/client';
import { describe, expect, it } from 'vitest';
import { jobFamilies } from '../../packages/sdk/src/modelslab/generated/operations.js';
import { documents, packageSources, prose, read, root, tableRow } from './support/markdown.js';
import { membersOf, publicMethods } from './support/sources.js';

const sources = 'packages/sdk/src/modelslab';
const page = 'docs/modelslab.md';
using client = createModelsLabClient({ apiKey: 'a-key-of-no-account' });
const nouns = Object.entries(client).filter(([, value]) => typeof value === 'object') as [string, object][];
/** Those that are no families of jobs. */
const clients = nouns.filter(([, value]) => Object.getPrototypeOf(value) !== Object.prototype);

/** What is not in a document in backticks, alone or with something behind it. */
function missingIn(file: string, names: readonly string[]): readonly string[] {
  const text = read(file);
  return names.filter((name) => !new RegExp(`\`${name.replaceAll('.', '\\.')}[\`(]`).test(text));
}

describe('docs/modelslab.md', () => {
  it.each(Object.entries(jobFamilies))('has every kind of job of %s', (name, { jobs }) => {
    const [group, member = ''] = name.split('.');
    const family = group === 'enterprise' ? member : name;
    const heading = group === 'enterprise' ? '## Enterprise' : '## What can be made';
    const table = prose(page).join('\n').split(`\n${heading}\n`)[1]?.split('\n## ')[0] ?? '';
    const row = table.split('\n').find((line) => (line.split('|')[1] ?? '').includes(`\`${family}\``)) ?? '';
    const listed = [...(row.split('|')[2] ?? '').matchAll(/`(\w+)`/g)].map(([, method = '']) => method);
    expect(listed.toSorted()).toEqual(Object.keys(jobs).toSorted());
  });

  it('has every option, and every member of a job, of its progress, its result and its outputs', () => {
    const members = [
      ...['WaitOptions', 'JobOptions'].flatMap((name) => membersOf(read(`${sources}/jobs/job-options.ts`), name)),
      ...membersOf(read(`${sources}/jobs/job-progress.ts`)),
      ...membersOf(read(`${sources}/jobs/job-result.ts`)),
      ...membersOf(read(`${sources}/outputs/modelslab-output.ts`)),
      ...membersOf(read(`${sources}/configuration/modelslab-settings.ts`), 'ModelsLabOptions').filter(
        (name) => name !== 'apiKey',
      ),
    ];
    expect(members.length).toBeGreaterThan(28);
    const text = read(page).toLowerCase();
    expect(members.filter((name) => !new RegExp(`\`(?:\\w+: )?${name}\\b`, 'i').test(text))).toEqual([]);
  });

  it('has every code that is thrown, and errors.md too', () => {
    const thrown = packageSources()
      .filter((file) => file.startsWith(sources) && !file.includes('/checks/'))
      .flatMap((file) =>
        [...read(file).matchAll(/code: '(\w+)'|^ {2}\w+: '(\w+)',$/gm)].map(([, a, b]) => a ?? b ?? ''),
      );
    const union = read('packages/core/src/errors/error-code.ts').matchAll(/\| '(\w+)'/g);
    const known = new Set(Array.from(union, ([, code = '']) => code));
    const codes = [...new Set(thrown)].filter((code) => known.has(code));
    expect(codes.length).toBeGreaterThan(14);
    const text = read(page);
    const elsewhere = new Set([
      'invalid_argument',
      'invalid_event',
      'file_exists',
      'response_too_large',
      'unexpected_redirect',
    ]);
    expect(codes.filter((code) => !elsewhere.has(code) && !text.includes(`\`${code}\``))).toEqual([]);
    expect(codes.filter((code) => tableRow('docs/errors.md', `${code}\``) === undefined)).toEqual([]);
  });

  it('names tests that are there', () => {
    const named = prose(page).flatMap((line) => [...line.matchAll(/`([\w/.-]+\.test\.ts)`/g)]);
    expect(named.length).toBeGreaterThan(20);
    const paths = named.map(([, path = '']) => (path.startsWith('test/') ? path : `packages/sdk/test/${path}`));
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

describe('docs/api.md', () => {
  it.each(clients)('has every call of %s of ModelsLab', (noun, value) => {
    const calls = publicMethods(value).map((name) => `${noun}.${name}`);
    expect(calls.length).toBeGreaterThan(0);
    expect(missingIn('docs/api.md', calls)).toEqual([]);
  });

  it('has every property and method of its client', () => {
    const names = [...nouns.map(([noun]) => noun), ...publicMethods(ModelsLabClient.prototype)];
    expect(names.length).toBeGreaterThan(24);
    expect(missingIn('docs/api.md', names)).toEqual([]);
    expect(missingIn('packages/sdk/README.md', names)).toEqual([]);
  });
});

describe('documents', () => {
  it.each(Object.entries({ modelsLab, checks }))('mention every function and class of %s', (_, entry) => {
    const text = documents().map(read).join('\n');
    expect(Object.keys(entry).filter((name) => !new RegExp(`\\b${name}\\b`).test(text))).toEqual([]);
  });

  it('has every token of the container', () => {
    const names = Object.keys(modelsLab.modelsLabTokens).map((name) => `modelsLabTokens.${name}`);
    expect(missingIn('docs/container.md', names)).toEqual([]);
  });
});
