import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as sdk from '@civitkit/sdk';
import * as checks from '@civitkit/sdk/checks';
import { createOrchestrationClient, OrchestrationClient, steps } from '@civitkit/sdk/client';
import * as jobs from '@civitkit/sdk/jobs';
import * as webhooks from '@civitkit/sdk/webhooks';
import { describe, expect, it } from 'vitest';
import { exitCode } from '../../src/exit-code.js';
import { documents, packageSources, prose, read, root, tableRow } from './support/markdown.js';
import { membersOf, publicMethods, wordsOf } from './support/sources.js';

const sources = 'packages/sdk/src';
using generation = createOrchestrationClient({ apiToken: 'a-token-of-no-account' });
const nouns = Object.entries(generation).filter(([, value]) => typeof value === 'object');

/** What is not in a document in backticks, alone or with something behind it. */
function missingIn(file: string, names: readonly string[]): readonly string[] {
  const text = read(file);
  return names.filter((name) => !new RegExp(`\`${name}[\`(]`).test(text));
}

describe('docs/api.md', () => {
  it.each(nouns)('has every call of %s of the generation API', (noun, client: object) => {
    const calls = publicMethods(client).map((name) => `${noun}.${name}`);
    expect(calls.length).toBeGreaterThan(0);
    expect(missingIn('docs/api.md', calls)).toEqual([]);
  });

  it('has every property and method of its client', () => {
    const names = [...nouns.map(([noun]) => noun), ...publicMethods(OrchestrationClient.prototype)];
    expect(names.length).toBeGreaterThan(12);
    expect(missingIn('docs/api.md', names)).toEqual([]);
    expect(missingIn('packages/sdk/README.md', names)).toEqual([]);
  });
});

describe('docs/generation.md', () => {
  const recipes = publicMethods(Object.getPrototypeOf(Object.getPrototypeOf(generation.recipes)) as object);

  it('has every kind of step and every recipe, and says how many there are', () => {
    const text = read('docs/generation.md');
    const kinds = Object.keys(steps);
    expect(missingIn('docs/generation.md', [...kinds, ...recipes.filter((name) => !kinds.includes(name))])).toEqual([]);
    expect(text).toContain(`${kinds.length} kinds of step`);
    expect(text).toContain(`${recipes.length} recipes`);
  });

  it('has every member of a template, and of an output', () => {
    const types = read(`${sources}/generated/types.ts`);
    const members = [
      ...membersOf(types, 'WorkflowTemplate'),
      ...membersOf(read(`${sources}/outputs/workflow-output.ts`), 'WorkflowOutput'),
    ];
    expect(members.length).toBeGreaterThan(20);
    const text = read('docs/generation.md');
    expect(members.filter((member) => !new RegExp(`\`${member}\\b`).test(text))).toEqual([]);
  });
});

describe('docs/waiting.md', () => {
  it('has every option, every member of a progress and of a failure', () => {
    const members = [
      ...membersOf(read(`${sources}/runs/run-options.ts`), 'RunOptions'),
      ...membersOf(read(`${sources}/runs/workflow-progress.ts`)),
      ...membersOf(read(`${sources}/errors/workflow-error.ts`)),
    ];
    expect(members.length).toBeGreaterThan(25);
    const unlisted = new Set(['constructor', 'id']);
    expect(
      missingIn(
        'docs/waiting.md',
        members.filter((member) => !unlisted.has(member)),
      ),
    ).toEqual([]);
  });
});

describe('docs/checks.md', () => {
  it('has every code of a finding, and no other', () => {
    const table = prose('docs/checks.md').join('\n').split('## Every code')[1]?.split('\n## ')[0] ?? '';
    const documented = [...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, code = '']) => code);
    const codes = wordsOf(read(`${sources}/checks/finding.ts`), 'FindingCode');
    expect(codes.length).toBeGreaterThan(25);
    expect(documented.toSorted()).toEqual(codes.toSorted());
  });
});

describe('docs/webhooks.md', () => {
  it('has every answer of the handler', () => {
    const text = read(`${sources}/webhooks/receive-events.ts`) + read(`${sources}/webhooks/read-request-body.ts`);
    const found = [...text.matchAll(/(?:RequestRefused|answer)\((\d{3})|status: (\d{3})/g)];
    const statuses = new Set(found.map(([, refused, taken]) => refused ?? taken ?? ''));
    expect(statuses.size).toBeGreaterThan(7);
    const rows = prose('docs/webhooks.md');
    expect([...statuses].filter((status) => !rows.some((row) => row.startsWith(`| ${status} |`)))).toEqual([]);
  });

  it('has every option of the handler, and every member of an event', () => {
    const options = membersOf(read(`${sources}/webhooks/webhook-handler.ts`), 'WebhookHandlerOptions');
    expect(options.length).toBeGreaterThan(8);
    expect(options.filter((option) => tableRow('docs/webhooks.md', `${option}\``) === undefined)).toEqual([]);
    const types = read(`${sources}/generated/types.ts`);
    const members = ['WorkflowEvent', 'WorkflowStepEvent', 'WorkflowStepJobEvent'].flatMap((name) =>
      membersOf(types, name),
    );
    expect(members.length).toBeGreaterThan(12);
    expect(missingIn('docs/webhooks.md', members)).toEqual([]);
  });
});

describe('docs/legacy-jobs.md', () => {
  it('has every call', () => {
    const calls = publicMethods(jobs.createLegacyJobsClient(generation)).map((name) => `jobs.${name}`);
    expect(calls.length).toBeGreaterThan(9);
    expect(missingIn('docs/legacy-jobs.md', calls)).toEqual([]);
  });
});

describe('docs/emulator.md', () => {
  it.each([
    ['orchestration-options.ts', 'OrchestrationOptions', 11],
    ['lifecycle/work-pace.ts', 'WorkPace', 6],
    ['orchestration-controls.ts', 'OrchestrationControls', 9],
  ])('has every member of %s', (file, name, atLeast) => {
    const members = membersOf(read(`src/emulator/orchestration/${file}`), name);
    expect(members.length).toBeGreaterThanOrEqual(atLeast);
    expect(missingIn('docs/emulator.md', members)).toEqual([]);
  });

  it('has every marker', () => {
    const names = read('src/emulator/orchestration/steps/markers.ts').matchAll(/`\[emulator:([a-z-]+)/g);
    const markers = new Set(Array.from(names, ([, name = '']) => name));
    expect(markers.size).toBeGreaterThan(6);
    const text = read('docs/emulator.md');
    expect([...markers].filter((name) => !text.includes(`\`[emulator:${name}`))).toEqual([]);
  });

  it('has every route of the generation API', () => {
    const folders = ['blobs', 'chat', 'jobs', 'recipes', 'resources', 'services', 'workflows'];
    const routes = emulatorSources(folders).flatMap((text) =>
      [...text.matchAll(/['`]\/v[12](\/[^'`$]+?)\/?['`$]/g)].map(([, path = '']) => path),
    );
    expect(new Set(routes).size).toBeGreaterThan(18);
    const known = read('docs/emulator.md').replaceAll(/\{\w+\}/g, ':id');
    const written = routes.map((route) => route.replaceAll(/:\w+|\*/g, ':id'));
    expect([...new Set(written)].filter((route) => !known.includes(route))).toEqual([]);
  });
});

describe('docs/command-line.md', () => {
  it('has every exit code', () => {
    const rows = prose('docs/command-line.md').filter((line) => /^\| [\d, ]+ \|/.test(line));
    const documented = rows.flatMap((row) => (row.split('|')[1] ?? '').split(',').map(Number));
    expect(documented.toSorted((a, b) => a - b)).toEqual(Object.values(exitCode).toSorted((a, b) => a - b));
  });
});

describe('docs/quirks.md', () => {
  it('names tests that are there', () => {
    const named = prose('docs/quirks.md').flatMap((line) => [...line.matchAll(/`([\w/.-]+\.test\.ts)`/g)]);
    expect(named.length).toBeGreaterThan(30);
    const paths = named.map(([, path = '']) => (path.startsWith('test/') ? path : `packages/sdk/test/${path}`));
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

describe('documents', () => {
  it.each(Object.entries({ sdk, checks, webhooks, jobs }))('mention every function and class of %s', (_, entry) => {
    const text = documents().map(read).join('\n');
    expect(Object.keys(entry).filter((name) => !new RegExp(`\\b${name}\\b`).test(text))).toEqual([]);
  });

  it('say which error codes the generation API has', () => {
    const thrown = packageSources()
      .filter((file) => file.startsWith(sources) && !file.includes('/checks/'))
      .flatMap((file) => [...read(file).matchAll(/code: '(\w+)'/g)].map(([, code = '']) => code));
    expect(new Set(thrown).size).toBeGreaterThan(10);
    expect([...new Set(thrown)].filter((code) => tableRow('docs/errors.md', `${code}\``) === undefined)).toEqual([]);
  });
});

/** The sources in some folders of the emulated generation API. */
function emulatorSources(folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) => sourcesIn(`src/emulator/orchestration/${folder}`));
}

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder)).map((name) => read(`${folder}/${name}`));
}
