import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { canary, generation } from './generation.js';

const cli = generation();

/** Runs it, and makes sure that nothing was spent and nothing printed as a result. */
async function refused(args: readonly string[], stdin = ''): Promise<{ code: number | null; stderr: string }> {
  const { code, stderr, stdout } = await cli.run(['generate', ...args], { stdin });
  expect(stdout).toBe('');
  expect(cli.submissions()).toBe(0);
  expect(cli.emulator.orchestration.charged).toBe(0);
  return { code, stderr };
}

describe('civitkit generate, before anything is spent', () => {
  it('refuses when nobody can agree to the price, and says how to agree beforehand', async () => {
    const { code, stderr } = await refused(['a cat']);
    expect(code).toBe(2);
    expect(stderr).toContain('Nobody is here to agree to about 4 Buzz.');
    expect(stderr).toContain('Add --yes');
  });

  it('stops above --max-cost, in a dry run too', async () => {
    for (const option of ['--yes', '--dry-run']) {
      const { code, stdout, stderr } = await cli.run(['generate', 'a cat', '--max-cost', '3.5', option]);
      expect(code).toBe(9);
      expect(stderr).toContain('This would cost about 4 Buzz, which is more than --max-cost 3.5.');
      expect(stdout === '').toBe(option === '--yes');
    }
    expect(cli.submissions()).toBe(0);
  });

  it('says plainly that there is too little Buzz', async () => {
    cli.emulator.orchestration.setBalances({ blue: 1, green: 0, yellow: 0 });
    const { code, stderr } = await refused(['a cat', '--yes']);
    expect(code).toBe(3);
    expect(stderr).toContain('The account has too little Buzz of a kind that may be spent on this.');
  });

  it('stops at mistakes that the server would refuse, and sends nothing', async () => {
    const { code, stderr } = await refused(['a cat', '--steps', '500', '--param', 'prmpt=x', '--yes']);
    expect(code).toBe(2);
    expect(stderr).toContain('error: /steps/0/input/steps: 500 is out of range');
    expect(stderr).toContain('warning: /steps/0/input/prmpt');
    expect(stderr).toContain('1 mistake, named above');
    expect(cli.emulator.requests).toEqual([]);
  });

  it('leaves the mistakes to the server with --no-check', async () => {
    const { code, stderr } = await refused(['a cat', '--steps', '500', '--yes', '--no-check']);
    expect(code).toBe(2);
    expect(stderr).toContain('invalid_request');
    expect(cli.emulator.requests).toHaveLength(1);
  });

  it('finds out that files cannot be written before it spends', async () => {
    writeFileSync(join(cli.sandbox.project, 'taken'), 'a file');
    const { code, stderr } = await refused(['a cat', '--yes', '--out', 'taken/images']);
    expect(code).toBe(8);
    expect(stderr).toContain(`Files cannot be written to ${join(cli.sandbox.project, 'taken/images')}`);
  });

  it.each([
    [[], 'There is nothing to make.'],
    [['a cat', '--steps', 'many'], 'It must be a number.'],
    [['a cat', '--seed', '9007199254740993'], 'It must be a whole number'],
    [['a cat', '--param', 'novalue'], '--param "novalue" has no name and value.'],
    [['a cat', '--param', 'prompt=a dog'], 'both say what "prompt" is'],
    [['a cat', '--image', 'missing.png'], 'there is no such file'],
    [['a cat', '--name', '{nonsense}'], 'There is no {nonsense}.'],
    [['a cat', '--name', '../{index}'], 'It names files, not folders'],
    [['--template', 'missing.json'], 'there is no such file'],
    [['--template', '-'], 'stdin is not JSON'],
    [
      ['a cat', '--template', '-', '--width', '3'],
      '--template is the whole workflow, so a prompt, --width cannot be given',
    ],
  ])('%j is a usage error', async (args, message) => {
    const { code, stderr } = await refused([...args, '--yes'], '{ "steps": [');
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });

  it('takes no workflow that is a list', async () => {
    const { code, stderr } = await refused(['--template', '-', '--yes'], '[]');
    expect(code).toBe(2);
    expect(stderr).toContain('it must be an object with "steps"');
  });

  it.each([['--token'], ['--api-token'], ['--api-key']])(
    'never takes a secret as %s, nor repeats it',
    async (option) => {
      for (const form of [[option, canary], [`${option}=${canary}`]]) {
        const { code, stderr } = await refused(['a cat', ...form]);
        expect(code).toBe(2);
        expect(stderr).toContain('a secret is never taken from the command line');
      }
    },
  );

  it('says that a model version is not there', async () => {
    const { code, stderr } = await refused(['a cat', '--model', '99999999', '--yes']);
    expect(code).toBe(4);
    expect(stderr).toContain('[not_found]');
  });

  it('says which key is wrong', async () => {
    cli.emulator.revokeKey(canary);
    const { code, stderr, stdout } = await cli.run(['--verbose', 'generate', 'a cat', '--yes']);
    expect(code).toBe(3);
    expect(stderr).toContain('[unauthorized]');
    expect(stderr).toContain('    at ');
    expect(stdout).toBe('');
  });
});
