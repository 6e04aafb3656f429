import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { articlesParameters } from '../../packages/core/src/resources/articles/filter.js';
import { imagesParameters } from '../../packages/core/src/resources/images/filter.js';
import { modelsParameters } from '../../packages/core/src/resources/models/filter.js';
import { articleFlags } from '../../src/commands/articles.js';
import { collectionFlags } from '../../src/commands/collections.js';
import { creatorFlags } from '../../src/commands/creators.js';
import { imageFlags } from '../../src/commands/images.js';
import { modelFlags } from '../../src/commands/models.js';
import type { AnyFilterFlags } from '../../src/commands/site-filter-flags.js';
import { tagFlags } from '../../src/commands/tags.js';
import { buildProgram, completeOtherCommands, runProgram } from '../../src/program.js';
import { fakeIo } from './fake-io.js';
import { createSandbox, runCli, type Sandbox } from './run-cli.js';

let sandbox: Sandbox;

beforeEach(() => {
  sandbox = createSandbox();
});

afterEach(() => {
  sandbox.remove();
});

const own = [
  ['models search', 'models get', 'versions get', 'images search', 'images get', 'tags search', 'creators search'],
  ['users search', 'users get', 'articles search', 'articles get', 'collections search', 'collections get'],
  ['whoami', 'login', 'logout', 'completion'],
].flat();

/** The examples in a help, as arguments; a redirection ends one. */
function examplesIn(help: string): readonly (readonly string[])[] {
  return [...help.matchAll(/^ {2}civitkit ([^<>\n]+)/gm)].map(([, line = '']) =>
    Array.from(line.trim().matchAll(/"([^"]*)"|(\S+)/g), ([, quoted, plain]) => quoted ?? plain ?? ''),
  );
}

async function wholeProgram(): Promise<Command> {
  const io = fakeIo({ cwd: tmpdir(), homeDirectory: tmpdir() });
  const program = buildProgram(io);
  await completeOtherCommands(program, undefined, io);
  return program;
}

describe('help', () => {
  it.each(own)('of %s has examples that are understood', async (name) => {
    const { code, stderr, stdout } = await runCli(sandbox, [...name.split(' '), '--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const examples = examplesIn(stdout);
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) {
      expect(example.slice(0, name.split(' ').length).join(' ')).toBe(name);
      const program = await wholeProgram();
      const command = name
        .split(' ')
        .reduce((at, word) => at.commands.find((one) => one.name() === word) ?? at, program);
      const run: unknown[] = [];
      command.action((...args: readonly unknown[]) => void run.push(args));
      await program.parseAsync([...example], { from: 'user' });
      expect(run).toHaveLength(1);
    }
  });

  it('has an example of every command', async () => {
    const names = (command: Command, path: readonly string[]): readonly (readonly string[])[] =>
      command.commands.length === 0
        ? [path]
        : command.commands.flatMap((child) => names(child, [...path, child.name()]));
    const without: string[] = [];
    for (const path of names(await wholeProgram(), [])) {
      const io = fakeIo({ cwd: tmpdir(), homeDirectory: tmpdir() });
      expect(await runProgram([...path, '--help'], io)).toBe(0);
      if (!io.outLines.some((line) => line.startsWith(`  civitkit ${path.join(' ')}`))) without.push(path.join(' '));
    }
    expect(without).toEqual([]);
  });

  it('shows the words that are known, and says that others pass', async () => {
    const { stdout } = await runCli(sandbox, ['help', 'models', 'search']);
    const bare = await runCli(sandbox, ['models', 'search', '--help']);
    expect(bare.stdout.replaceAll(/\s+/g, ' ')).toContain('"Highest Rated", "Most Downloaded"');
    expect(bare.stdout).toContain('Words that are not listed here are sent as they are typed');
    expect(stdout).toContain('search');
  });

  it('describes every command and option of them all', async () => {
    const described = (command: Command): boolean =>
      command.description() !== '' &&
      command.options.every(({ description }) => description !== '') &&
      command.commands.every((child) => described(child));
    expect(described(await wholeProgram())).toBe(true);
  });

  it.each([
    [['model', 'search'], "error: unknown command 'model'\n(Did you mean models?)"],
    [['models', 'serch'], "error: unknown command 'serch'\n(Did you mean search?)"],
    [['images', 'search', '--browsing-levels', '1'], "error: unknown option '--browsing-levels'"],
    [['users', 'get'], "error: missing required argument 'name|id|url'"],
    [['tags', 'get', '1'], "error: unknown command 'get'"],
  ])('%j is a usage error with a hint', async (args, message) => {
    const { code, stderr, stdout } = await runCli(sandbox, args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  it.each(own)('of %s loads neither client nor transport', async (name) => {
    const record = join(sandbox.home, 'coverage');
    await runCli(sandbox, [...name.split(' '), '--help'], { env: { NODE_V8_COVERAGE: record } });
    const loaded = readdirSync(record).flatMap((file) => {
      const { result } = JSON.parse(readFileSync(join(record, file), 'utf8')) as { result: { url: string }[] };
      return result.map(({ url }) => url).filter((url) => url.startsWith('file:'));
    });
    expect(loaded.length).toBeGreaterThan(3);
    const others = loaded.filter((url) => !url.includes('/node_modules/commander/'));
    expect(others.filter((url) => !/\/dist\/(?:[\w-]+|commands\/[\w-]+)\.js$/.test(url))).toEqual([]);
  });
});

describe('flags', () => {
  const kinds: Readonly<Record<string, readonly string[]>> = {
    text: ['text'],
    integer: ['integer', 'levels'],
    boolean: ['boolean'],
    flag: ['switch'],
    textOrBoolean: ['textOrBoolean'],
    textList: ['texts'],
    pairedList: ['texts'],
    integerList: ['integers'],
  };

  it.each<readonly [string, AnyFilterFlags, Readonly<Record<string, string>>]>([
    ['models', modelFlags, modelsParameters],
    ['images', imageFlags, imagesParameters],
    ['articles', articleFlags, articlesParameters],
    ['tags', tagFlags, { query: 'text', sort: 'text' }],
    ['creators', creatorFlags, { query: 'text' }],
    ['collections', collectionFlags, { query: 'text', nsfw: 'boolean', sort: 'text' }],
  ])('of %s are what the client takes', (_, flags, parameters) => {
    expect(Object.keys(flags)).toEqual(Object.keys(parameters));
    for (const [name, { kind, no }] of Object.entries(flags)) {
      expect(kinds[parameters[name] ?? '']).toContain(kind);
      expect(no === undefined).toBe(kind !== 'boolean' && kind !== 'textOrBoolean');
    }
  });
});
