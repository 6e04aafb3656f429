import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import type { CommandIo } from './command-io.js';
import { addConfigCommand } from './commands/config.js';
import { addEmulatorCommand } from './commands/emulator.js';
import { addSecretsCommand } from './commands/secrets.js';
import { CommandFailure, type ExitCode, exitCode } from './exit-code.js';

// Only commander and tiny files may be imported here: `civitkit --help` is to start as fast as node itself. What a
// command needs, its action imports when it runs.

/** The whole command line as a commander program; it throws instead of ending the process. */
export function buildProgram(io: CommandIo): Command {
  const program = new Command('civitkit')
    .description('Civitai from the command line')
    .version(packageVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .option('--verbose', 'print the stack of an error (so does CIVITKIT_DEBUG=1)')
    .showHelpAfterError('(add --help for how it is used)')
    .configureOutput({
      writeOut: (text) => io.out(text.trimEnd()),
      writeErr: (text) => io.err(text.trimEnd()),
      // `--some-key=secret`, misspelt, would be repeated with its value
      outputError: (text, write) => write(text.replaceAll(/('--?[^'=]+)=[^']*'/g, "$1=…'")),
      getOutHelpWidth: () => io.columns ?? 100,
      getErrHelpWidth: () => io.columns ?? 100,
    })
    .exitOverride();
  addConfigCommand(program, io);
  addSecretsCommand(program, io);
  addEmulatorCommand(program, io);
  return program;
}

/** Runs one command line to its end; prints errors itself and returns the exit code. */
export async function runProgram(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const program = buildProgram(io);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return exitCode.ok;
  } catch (error) {
    // commander has printed its own complaint; its exit code is 0 for --help and --version, 1 for any misuse
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.ok : exitCode.usage;
    const { describeError } = await import('./output/describe-error.js');
    const debug = program.opts<{ verbose?: boolean }>().verbose === true || (io.env['CIVITKIT_DEBUG'] ?? '') !== '';
    for (const line of describeError(error, { stack: debug })) io.err(line);
    return exitCodeOf(error);
  }
}

function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof CommandFailure) return error.exitCode;
  // by name: `instanceof` would load the library only to find out that it was not used
  return error instanceof Error && error.name === 'ConfigurationError' ? exitCode.configuration : exitCode.failure;
}

function packageVersion(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
