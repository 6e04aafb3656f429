import { tmpdir } from 'node:os';
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { buildProgram, runProgram } from '../../src/program.js';
import { type FakeIo, fakeIo } from './fake-io.js';

const canary = 'canary0123456789abcdef0123456789';

function io(env: Readonly<Record<string, string>> = {}): FakeIo {
  return fakeIo({ cwd: tmpdir(), homeDirectory: tmpdir(), env });
}

describe('civitkit', () => {
  it('prints its help and ends well', async () => {
    const fake = io();
    expect(await runProgram(['--help'], fake)).toBe(0);
    expect(fake.outLines[0]).toBe('Usage: civitkit [options] [command]');
    expect(fake.outLines.join('\n')).toMatch(/config[\s\S]*secrets[\s\S]*emulator/);
    expect(fake.errLines).toEqual([]);
  });

  it('describes every command and option', () => {
    const described = (command: Command): boolean =>
      command.description() !== '' &&
      command.options.every(({ description }) => description !== '') &&
      command.commands.every((child) => described(child));
    expect(described(buildProgram(io()))).toBe(true);
  });

  it.each([
    [[], 'Usage: civitkit'],
    [['nonsense'], "error: unknown command 'nonsense'"],
    [['secrets'], 'Usage: civitkit secrets'],
    [['config', 'explain', 'more'], 'error: too many arguments'],
    [['emulator', '--port', '70000'], 'It must be a port from 0 to 65535.'],
    [['emulator', '--port', '1e3'], 'It must be a port from 0 to 65535.'],
    [['emulator', '--seed', '-1'], 'It must be a whole number'],
    [['secrets', 'set'], "error: missing required argument 'key'"],
  ])('%j is a usage error', async (args, message) => {
    const fake = io();
    expect(await runProgram(args, fake)).toBe(2);
    expect(fake.errLines.join('\n')).toContain(message);
    expect(fake.outLines).toEqual([]);
  });

  it('does not repeat the value of an option it does not know', async () => {
    const fake = io();
    expect(await runProgram(['config', 'explain', `--api-key=${canary}`], fake)).toBe(2);
    expect(fake.errLines[0]).toBe("error: unknown option '--api-key=…'");
  });

  it('refuses a secret on the command line, whatever its form, and does not repeat it', async () => {
    const forms = [
      ['CivitaiApi:ApiKey', canary],
      [`CivitaiApi:ApiKey=${canary}`],
      ['CivitaiApi:ApiKey', `--value=${canary}`],
      ['CivitaiApi:ApiKey', '--value', canary],
      ['CivitaiApi:ApiKey', 'part', canary],
    ];
    for (const form of forms) {
      const fake = io();
      expect(await runProgram(['secrets', 'set', ...form], fake)).toBe(2);
      const printed = [...fake.outLines, ...fake.errLines].join('\n');
      expect(printed).toContain('every process on this machine can see it');
      expect(printed).not.toContain(canary);
    }
  });
});
