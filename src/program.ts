import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import type { CommandIo } from './command-io.js';
import { addConfigCommand } from './commands/config.js';
import { addEmulatorCommand } from './commands/emulator.js';
import { addSecretsCommand } from './commands/secrets.js';
import { type ExitCode, exitCode } from './exit-code.js';

// Only commander and tiny files may be imported here: `civitkit --help` is to start as fast as node itself. What a
// command needs, its action imports when it runs.

/** A command whose options are loaded when it is named, so that the others do not wait for them. */
interface LazyCommand {
  readonly name: string;
  readonly description: string;
  /** Loads what gives the command its options, its subcommands and what it does. */
  readonly load: () => Promise<(command: Command, io: CommandIo) => void>;
}

const lazyCommands: readonly LazyCommand[] = [
  {
    name: 'generate',
    description: 'make images, videos and more; shows the price and asks before it spends Buzz',
    load: async () => (await import('./commands/generate.js')).defineGenerateCommand,
  },
  {
    name: 'cost',
    description: 'ask what it would cost to generate something',
    load: async () => (await import('./commands/cost.js')).defineCostCommand,
  },
  {
    name: 'workflows',
    description: 'list, look at, follow and cancel what is being generated',
    load: async () => (await import('./commands/workflows.js')).defineWorkflowsCommand,
  },
];

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
  for (const { name, description } of lazyCommands) program.command(name).description(description);
  return program;
}

/** Completes the commands that are named, wherever that is: `help generate` wants the options, too. */
export async function completeCommands(program: Command, names: readonly string[], io: CommandIo): Promise<void> {
  for (const { name, load } of lazyCommands) {
    const command = names.includes(name) ? program.commands.find((one) => one.name() === name) : undefined;
    if (command !== undefined) (await load())(command, io);
  }
}

/** Runs one command line to its end; prints errors itself and returns the exit code. */
export async function runProgram(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const program = buildProgram(io);
  try {
    await completeCommands(program, args, io);
    await program.parseAsync([...args], { from: 'user' });
    return exitCode.ok;
  } catch (error) {
    // commander has printed its own complaint; its exit code is 0 for --help and --version, 1 for any misuse
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.ok : exitCode.usage;
    const { describeError } = await import('./output/describe-error.js');
    const debug = program.opts<{ verbose?: boolean }>().verbose === true || (io.env['CIVITKIT_DEBUG'] ?? '') !== '';
    for (const line of describeError(error, { stack: debug })) io.err(line);
    const { exitCodeOf } = await import('./exit-code-of.js');
    return exitCodeOf(error);
  }
}

function packageVersion(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
