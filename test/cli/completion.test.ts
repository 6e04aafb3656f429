import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSandbox, runCli, type Sandbox } from './run-cli.js';

let sandbox: Sandbox;

beforeEach(() => {
  sandbox = createSandbox();
  for (const name of ['a folder', 'folder-b']) mkdirSync(join(sandbox.project, name));
});

afterEach(() => {
  sandbox.remove();
});

async function script(shell: string): Promise<string> {
  const { code, stderr, stdout } = await runCli(sandbox, ['completion', shell]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

function has(shell: string): boolean {
  return spawnSync(shell, ['-c', 'exit 0']).status === 0;
}

/** Runs a script in a shell, and gives the lines it prints. */
function run(shell: string, text: string): readonly string[] {
  const path = join(sandbox.home, `script.${shell}`);
  writeFileSync(path, text);
  const { status, stderr, stdout } = spawnSync(shell, [path], {
    cwd: sandbox.project,
    env: { ...sandbox.env },
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout.split('\n');
}

const nouns = ['articles', 'collections', 'completion', 'config', 'cost', 'creators', 'emulator', 'generate'];

describe.runIf(has('bash'))('civitkit completion bash', () => {
  /** What bash would offer for the words, of which the last is being typed. */
  async function offered(...lines: readonly (readonly string[])[]): Promise<readonly (readonly string[])[]> {
    const asks = lines.map((words) => {
      const typed = ['civitkit', ...words].map((word) => `'${word.replaceAll("'", String.raw`'\''`)}'`).join(' ');
      return `COMP_WORDS=(${typed}); COMP_CWORD=${words.length}; __civitkit; (IFS='|'; echo "\${COMPREPLY[*]}")`;
    });
    const printed = run('bash', `set -u\n${await script('bash')}\n${asks.join('\n')}\n`);
    return lines.map((_, index) => (printed[index] ?? '').split('|').filter((text) => text !== ''));
  }

  it('offers commands, options and values', async () => {
    const [commands = [], models, searches, options, sorts, more, optional, shells, help] = await offered(
      [''],
      ['models', ''],
      ['models', 'se'],
      ['models', 'search', '--per'],
      ['models', 'search', '--sort', 'Most D'],
      ['models', 'search', '--sort', 'newest', '--types', 'LO'],
      ['images', 'search', '--nsfw', 'M'],
      ['completion', ''],
      ['help', 'mod'],
    );
    expect(commands).toEqual(expect.arrayContaining(nouns));
    expect(models).toEqual(['search', 'get', 'help']);
    expect(searches).toEqual(['search']);
    expect(options).toEqual(['--period', '--period-mode']);
    expect(sorts).toEqual([String.raw`Most\ Downloaded`, String.raw`Most\ Discussed`]);
    expect(more).toEqual(['LORA']);
    expect(optional).toEqual(['Mature']);
    expect(shells).toEqual(['bash', 'zsh', 'fish', 'powershell']);
    expect(help).toEqual(['models']);
  });

  it('knows where the shell splits words, and what is typed in quotes', async () => {
    const [equals, behind, escaped, quoted] = await offered(
      ['models', 'search', '--sort', '='],
      ['models', 'search', '--sort', '=', 'New'],
      ['models', 'search', '--sort', String.raw`Most\ L`],
      ['models', 'search', '--sort', '"Most L'],
    );
    expect(equals).toContain('Newest');
    expect(behind).toEqual(['Newest']);
    expect(escaped).toEqual([String.raw`Most\ Liked`]);
    expect(quoted).toEqual(['Most Liked']);
  });

  it('takes the value of an option for no command, and offers files where they are meant', async () => {
    const [command, files, nothing] = await offered(
      ['--verbose', 'models', 'search', '--tag', 'models', '--per'],
      ['config', 'explain', '--project', 'folder'],
      ['models', 'get', ''],
    );
    expect(command).toEqual(['--period', '--period-mode']);
    expect(files).toEqual(['folder-b']);
    // There is nothing to offer but options.
    expect(nothing).toEqual(['--description', '--json', '--fields', '--project', '--help']);
  });

  it('offers no option that is hidden', async () => {
    const [options] = await offered(['models', 'search', '--']);
    expect(options?.filter((option) => /token|key/.test(option))).toEqual([]);
  });
});

describe.runIf(has('fish'))('civitkit completion fish', () => {
  it('offers commands, options and values', async () => {
    const ask = (line: string): string => `complete -C '${line}' | string join '|'`;
    const asks = ['civitkit models ', 'civitkit models search --sort Most\\ L', 'civitkit models search --per'];
    const lines = run('fish', `${await script('fish')}\n${asks.map(ask).join('\n')}\n`);
    expect(lines[0]).toMatch(/^get\t.*\|help\t.*\|search\t/);
    expect(lines[1]).toBe('Most Liked\torder');
    expect(lines[2]).toMatch(/^--period\t.*\|--period-mode\t/);
  });
});

describe.runIf(has('zsh'))('civitkit completion zsh', () => {
  it('is a script that zsh can read', async () => {
    const lines = run(
      'zsh',
      `compdef() { print -r -- "$@" }\n${await script('zsh')}\n_civitkit_after models; print -r -- $subcommands`,
    );
    expect(lines[0]).toBe('_civitkit civitkit');
    expect(lines[1]).toContain('search:search models');
  });
});

describe('civitkit completion', () => {
  it.each(['bash', 'zsh', 'fish', 'powershell'])('has every command and option for %s', async (shell) => {
    const text = await script(shell);
    for (const noun of nouns) expect(text).toContain(`'${noun}`);
    expect(text).toContain('model-version-ids');
    expect(text).toContain('Most Downloaded');
    expect(text).not.toContain('api-token');
  });

  it('quotes for PowerShell what it takes for quotes', async () => {
    const [, nodes = ''] = /\$nodes = @\{([\s\S]*)\$at = ''/.exec(await script('powershell')) ?? [];
    expect(nodes.length).toBeGreaterThan(10_000);
    const outside = nodes.replaceAll(/'(?:[^'\u2018-\u201b]|''|[\u2018-\u201b]{2})*'/g, '');
    expect(outside).not.toMatch(/['\u2018-\u201b]/);
  });

  it.each([[[]], [['tcsh']]])('%j is a usage error', async (args) => {
    const { code, stderr, stdout } = await runCli(sandbox, ['completion', ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/shell/);
  });
});
