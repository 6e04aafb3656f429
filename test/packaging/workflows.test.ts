// The workflows cannot run here; what can be known of them without GitHub is.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { repository } from './support/pack.js';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly environment?: string | { readonly name: string };
  readonly needs?: string;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const folder = join(repository, '.github', 'workflows');
const names = readdirSync(folder);
const { scripts } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};

function read(name: string): Workflow {
  const document = parseDocument(readFileSync(join(folder, name), 'utf8'), { uniqueKeys: true });
  expect([...document.errors, ...document.warnings]).toEqual([]);
  return document.toJS() as Workflow;
}

it('there are those that check and that release', () => {
  expect(names).toEqual(expect.arrayContaining(['ci.yml', 'release.yml']));
});

describe.each(names)('%s', (name) => {
  const jobs = (): readonly Job[] => Object.values(read(name).jobs);
  const steps = (): readonly Step[] => jobs().flatMap((job) => job.steps);

  it('names a version of every action, and runs nothing without an end', () => {
    const actions = steps().flatMap(({ uses }) => uses ?? []);
    expect(actions.length).toBeGreaterThan(0);
    for (const action of actions) expect(action).toMatch(/^[\w-]+\/[\w-]+@(?:v\d+|[\da-f]{40})$/);
    for (const job of jobs()) expect(job['timeout-minutes']).toBeGreaterThan(0);
  });

  it('runs scripts that there are', () => {
    const commands = steps().flatMap(({ run }) => run?.split('\n') ?? []);
    const scriptsOf = commands.flatMap((command) => /^npm (?:run )?(?!ci|install)([\w:-]+)/.exec(command)?.[1] ?? []);
    expect(commands.length).toBeGreaterThan(0);
    for (const script of scriptsOf) expect(Object.keys(scripts)).toContain(script);
    for (const command of commands.filter((line) => line.startsWith('.'))) {
      expect(existsSync(join(repository, command))).toBe(true);
    }
  });

  it('puts no text of others into a shell', () => {
    for (const { run = '' } of steps()) expect(run).not.toContain('${{');
  });

  it('gives the job that installs no more than it needs', () => {
    expect(read(name).permissions).toBeDefined();
    expect(Object.values(read(name).permissions ?? {})).not.toContain('write');
  });
});

describe('release', () => {
  it('publishes with provenance, by identity and not by token, after somebody has agreed', () => {
    const { publish } = read('release.yml').jobs;
    expect(publish).toMatchObject({ environment: 'npm', needs: 'version' });
    expect(publish?.permissions).toEqual({ contents: 'write', 'id-token': 'write' });
    const step = publish?.steps.find(({ run }) => run?.includes('release:publish'));
    expect(step?.run).toContain(' --provenance ');
    expect(readFileSync(join(folder, 'release.yml'), 'utf8')).not.toMatch(/NPM_TOKEN|NODE_AUTH_TOKEN/);
  });

  it('is the only one that npm trusts', () => {
    const jobs = names.flatMap((name) => Object.entries(read(name).jobs));
    const trusted = jobs.filter(([, { permissions }]) => permissions?.['id-token'] === 'write');
    // another identity may be wanted for another place, such as GitHub Pages; npm looks at workflow and environment
    expect(trusted.filter(([, { environment }]) => environment === undefined)).toEqual([]);
    expect(jobs.filter(([, { environment }]) => environment === 'npm').map(([job]) => job)).toEqual(['publish']);
  });
});
