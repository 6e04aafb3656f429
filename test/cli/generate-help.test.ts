import { tmpdir } from 'node:os';
import { ValidationError } from '@civitkit/core/client';
import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { CommandFailure } from '../../src/exit-code.js';
import { exitCodeOf } from '../../src/exit-code-of.js';
import { buildProgram, completeCommands, runProgram } from '../../src/program.js';
import { fakeIo } from './fake-io.js';

const io = () => fakeIo({ cwd: tmpdir(), homeDirectory: tmpdir() });

describe('commands whose options are loaded when they are named', () => {
  it('are in the list of commands, and describe every option once they are', async () => {
    const fake = io();
    const program = buildProgram(fake);
    const lazy = ['generate', 'cost', 'workflows'];
    expect(program.commands.map((command) => command.name())).toEqual(expect.arrayContaining(lazy));
    await completeCommands(program, lazy, fake);
    const described = (command: Command): boolean =>
      command.description() !== '' &&
      command.options.every(({ description }) => description !== '') &&
      command.commands.every((child) => described(child));
    expect(described(program)).toBe(true);
    expect(program.commands.find((command) => command.name() === 'workflows')?.commands).toHaveLength(4);
  });

  it.each([
    [['generate', '--help'], '--max-cost <buzz>'],
    [['help', 'generate'], '--max-cost <buzz>'],
    [['cost', '--help'], '--template <file>'],
    [['workflows', 'watch', '--help'], '--save <folder>'],
    [['workflows', 'help', 'list'], '--exclude-tag <text>'],
  ])('%j prints the options', async (args, option) => {
    const fake = io();
    expect(await runProgram(args, fake)).toBe(0);
    expect(fake.outLines.join('\n')).toContain(option);
    // refused, and so no option that anybody should see
    expect(fake.outLines.join('\n')).not.toContain('--api-token');
  });
});

describe('exit codes', () => {
  const named = (name: string, members: object = {}): Error => Object.assign(new Error('x'), { name }, members);

  it.each([
    [new Error('x'), 1],
    ['a text', 1],
    [new CommandFailure('x', 11), 11],
    [new ValidationError('x', { code: 'invalid_request', issues: [] }), 2],
    [named('AuthenticationError', { code: 'unauthorized' }), 3],
    [named('PermissionError', { code: 'insufficient_buzz' }), 3],
    [named('PermissionError', { code: 'max_cost_exceeded' }), 9],
    [named('NotFoundError', { code: 'not_found' }), 4],
    [named('ConnectionError', { code: 'connection_failed' }), 5],
    [named('TimeoutError', { code: 'timeout' }), 5],
    [named('InvalidResponseError', { code: 'invalid_json' }), 5],
    [named('CivitaiError', { code: 'server_error', status: 500 }), 5],
    [named('CivitaiError', { code: 'circuit_open' }), 5],
    [named('CivitaiError', { code: 'conflict', status: 409 }), 9],
    [named('CivitaiError', { code: 'http_error', status: 418 }), 1],
    [named('RateLimitError', { code: 'rate_limited' }), 6],
    [named('DownloadError', { code: 'incomplete_download' }), 5],
    [named('DownloadError', { code: 'disk_full' }), 8],
    [named('DownloadError', { code: 'file_exists' }), 9],
    [named('WorkflowError', { code: 'workflow_gone' }), 10],
    [named('ConfigurationError', { code: 'invalid_configuration' }), 78],
  ])('%s is %i', (error, code) => {
    expect(exitCodeOf(error)).toBe(code);
  });
});
