import { readdirSync, readFileSync } from 'node:fs';
import * as core from '@civitkit/core';
import { civitaiApiSection, coreTokens } from '@civitkit/core';
import { CivitaiClient, createCivitaiClient } from '@civitkit/core/client';
import { civitaiSdkSection } from '@civitkit/sdk';
import { modelsLabSection } from '@civitkit/sdk/modelslab/client';
import { describe, expect, it } from 'vitest';
import { FAULT_FORMS, headerName } from '../../src/emulator/faults/fault-grammar.js';
import { documents, foldersIn, packageSources, prose, read, tableRow } from './support/markdown.js';
import { membersOf, publicMethods } from './support/sources.js';

interface DocumentedField {
  readonly default?: string | number | boolean | null;
  readonly min?: number;
  readonly max?: number;
  readonly aliases?: readonly string[];
  readonly fallbacks?: readonly string[];
}

describe('docs/errors.md', () => {
  const codes = [...read('packages/core/src/errors/error-code.ts').matchAll(/\| '(\w+)'/g)].map(
    ([, code = '']) => code,
  );
  const table = prose('docs/errors.md').join('\n').split('## Every code')[1]?.split('\n## ')[0] ?? '';
  const documented = [...table.matchAll(/^\| (`\w+`(?:, `\w+`)*) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/\w+/g)].map(String),
  );

  it('has every code, and no other', () => {
    expect(codes.length).toBeGreaterThan(30);
    expect(documented.toSorted()).toEqual(codes.toSorted());
  });
});

describe('docs/configuration.md', () => {
  const sections = [
    { name: 'CivitaiApi', fields: fieldsOf(civitaiApiSection.fields), column: 4 },
    { name: 'CivitaiSdk', fields: fieldsOf(civitaiSdkSection.fields), column: 5 },
    { name: 'ModelsLab', fields: fieldsOf(modelsLabSection.fields), column: 6 },
  ];

  it.each(sections)('has every key of $name with its default, its range and its other names', ({ fields, column }) => {
    expect(fields.length).toBeGreaterThan(10);
    expect(fields.flatMap(([key, field]) => problemsOf(key, field, column))).toEqual([]);
  });
});

describe('docs/dependencies.md', () => {
  const manifests = ['.', ...foldersIn('packages'), ...foldersIn('examples')].map((folder) => `${folder}/package.json`);

  it.each(manifests)('has everything that %s depends on, in the same version', (manifest) => {
    const { dependencies, devDependencies, peerDependencies } = JSON.parse(read(manifest)) as Readonly<
      Record<string, Readonly<Record<string, string>> | undefined>
    >;
    const wanted = Object.entries({ ...dependencies, ...devDependencies, ...peerDependencies })
      .filter(([name]) => !/^(?:@civitkit\/|civitkit$)/.test(name))
      .map(([name, version]) => `\`${name}\` ${version}`);
    const rows = prose('docs/dependencies.md');
    expect(wanted.filter((start) => !rows.some((row) => row.startsWith(`| ${start} `)))).toEqual([]);
  });
});

describe('docs/emulator.md', () => {
  it('has every fault with its options', () => {
    const missing = Object.entries(FAULT_FORMS).flatMap(([kind, form]) => {
      const row = tableRow('docs/emulator.md', headerName(kind))?.join(' | ') ?? '';
      const fields = Object.keys(form.fields).map((field) =>
        field === form.mainField ? `\`${field}\`` : `${headerName(field)}=`,
      );
      return [`\`${kind}\``, ...fields].filter((text) => !row.includes(text)).map((text) => `${kind}: ${text}`);
    });
    expect(missing).toEqual([]);
  });

  it('has every behavior', () => {
    const source = read('src/emulator/site/site-behaviour.ts');
    const members = [...source.matchAll(/readonly (\w+)\?:/g)].map(([, member = '']) => member);
    expect(members.length).toBeGreaterThan(5);
    expect(members.filter((member) => tableRow('docs/emulator.md', `${member}\``) === undefined)).toEqual([]);
  });
});

describe('docs/emulator.md', () => {
  it.each([
    ['emulator-options.ts', 10],
    ['limits.ts', 5],
    ['oauth/oauth-behaviour.ts', 7],
    ['running-emulator.ts', 15],
  ])('has every member of %s', (file, atLeast) => {
    const members = membersOf(read(`src/emulator/${file}`));
    expect(members.length).toBeGreaterThanOrEqual(atLeast);
    const text = read('docs/emulator.md');
    expect(members.filter((member) => !new RegExp(`\`${member}[\`(]`).test(text))).toEqual([]);
  });

  it('has every route of the site, of the OAuth host and of the controls', () => {
    const text = read('docs/emulator.md');
    const routes = [
      ...endpointPaths().map((path) => path.replace(/^\/api\/(?:v1|download)/, '')),
      ...[...read('src/emulator/oauth/auth-host.ts').matchAll(/'\/api\/auth\/oauth\/([\w-]+)': \{/g)].map(
        ([, name]) => `\`${name}\``,
      ),
      ...[...read('src/emulator/control.ts').matchAll(/\/__emulator\/[\w-]+/g)].map(([path]) => path),
    ];
    expect(routes.length).toBeGreaterThan(45);
    // what a path parameter is called is a matter of taste
    const known = text.replaceAll(/\{\w+\}/g, ':id');
    const written = (route: string): string => route.replaceAll(/:\w+|\*/g, ':id');
    const unlisted = new Set(['/users/:id', '/content', '/partners/generate-token', '/:id']);
    expect(routes.map(written).filter((route) => !unlisted.has(route) && !known.includes(route))).toEqual([]);
  });
});

describe('docs/api.md', () => {
  using civitai = createCivitaiClient({ apiKey: null });
  const nouns = Object.entries(civitai).filter(([, value]) => typeof value === 'object');

  it.each(nouns)('has every call of %s', (noun, client: object) => {
    const text = read('docs/api.md');
    const calls = publicMethods(client).map((name) => `\`${noun}.${name}(`);
    expect(calls.length).toBeGreaterThan(0);
    expect(calls.filter((call) => !text.includes(call))).toEqual([]);
  });

  it('has every property and method of the client', () => {
    const text = read('docs/api.md');
    const methods = publicMethods(CivitaiClient.prototype).map((name) => `\`${name}()\``);
    const members = [...nouns.map(([noun]) => `\`${noun}\``), ...methods];
    expect(members.length).toBeGreaterThan(17);
    expect(members.filter((member) => !text.includes(member))).toEqual([]);
    expect(
      nouns.map(([noun]) => `\`${noun}\``).filter((noun) => !read('packages/core/README.md').includes(noun)),
    ).toEqual([]);
  });
});

describe('documents', () => {
  it('mention every function and class that core exports', () => {
    const text = documents().map(read).join('\n');
    const names = Object.keys(core).filter((name) => !new RegExp(`\\b${name}\\b`).test(text));
    expect(names).toEqual([]);
  });
});

describe('docs/observability.md', () => {
  it('has every channel', () => {
    const sources = packageSources().map(read).join('\n');
    const channels = new Set([...sources.matchAll(/channel\('(civitkit:\w+)'\)/g)].map(([, name = '']) => name));
    expect(channels.size).toBeGreaterThan(9);
    expect([...channels].filter((name) => tableRow('docs/observability.md', `${name}\``) === undefined)).toEqual([]);
  });
});

describe('docs/container.md', () => {
  it('has every token', () => {
    const text = read('docs/container.md');
    expect(Object.keys(coreTokens).filter((name) => !text.includes(`\`coreTokens.${name}\``))).toEqual([]);
  });
});

/** The paths that the emulated site knows. */
function endpointPaths(): readonly string[] {
  const folder = new URL('../../src/emulator/site/', import.meta.url);
  const sources = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));
  return sources.flatMap((source) => [...source.matchAll(/path: '(\/[^']+)'/g)].map(([, path = '']) => path));
}

/** The fields of a section in one list, `Retry:MaxRetries` for those of a group. */
function fieldsOf(fields: object, prefix = ''): readonly (readonly [key: string, field: DocumentedField])[] {
  return Object.entries(fields as Readonly<Record<string, object>>).flatMap(([name, node]) =>
    'kind' in node ? [[`${prefix}${name}`, node as DocumentedField] as const] : fieldsOf(node, `${prefix}${name}:`),
  );
}

/** What is missing in the row of a key; `column` is that of the section's default. */
function problemsOf(key: string, field: DocumentedField, column: number): readonly string[] {
  const row = tableRow('docs/configuration.md', `${key}\``);
  if (row === undefined) return [`${key}: no row`];
  const [, , option, range = '', , , , meaning = ''] = row;
  const byDefault = row[column] ?? '';
  const numbers: readonly string[] = range.match(/\d+(?:\.\d+)?/g) ?? [];
  const limits = [field.min, field.max].filter((limit) => limit !== undefined).map(String);
  const names = [...(field.aliases ?? []), ...(field.fallbacks ?? [])];
  const hasDefault = field.default !== undefined && field.default !== null && field.default !== '';
  const goodDefault = hasDefault ? byDefault === `\`${field.default}\`` : /^(?:none|required)/.test(byDefault);
  return [
    ...(option === `\`${optionOf(key)}\`` ? [] : [`${key}: option ${option}`]),
    ...limits.filter((limit) => !numbers.includes(limit)).map((limit) => `${key}: limit ${limit}`),
    ...(goodDefault ? [] : [`${key}: default ${byDefault}`]),
    ...names.filter((name) => !meaning.includes(name)).map((name) => `${key}: name ${name}`),
  ];
}

function optionOf(key: string): string {
  return key
    .split(':')
    .map((name) => name.charAt(0).toLowerCase() + name.slice(1))
    .join('.');
}
