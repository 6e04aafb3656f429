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
  /** The command whose subcommand it is. Default: none. */
  readonly under?: string;
  readonly description: string;
  /** Loads what gives the command its options, its subcommands and what it does. */
  readonly load: () => Promise<(command: Command, io: CommandIo) => void>;
}

const lazyCommands: readonly LazyCommand[] = [
  {
    name: 'download',
    description: 'download models: resumed, verified, into the folders of your programs',
    load: async () => (await import('./commands/download.js')).defineDownloadCommand,
  },
  {
    name: 'hash',
    description: 'hash files by all the algorithms of Civitai at once, or check them by a list',
    load: async () => (await import('./commands/hash.js')).defineHashCommand,
  },
  {
    name: 'identify',
    description: 'find out which models the files in your folders are; describe and rename them',
    load: async () => (await import('./commands/identify.js')).defineIdentifyCommand,
  },
  {
    name: 'organise',
    description: 'put the files of your folders where your programs look for them; takes it back, too',
    load: async () => (await import('./commands/organise.js')).defineOrganiseCommand,
  },
  {
    name: 'default',
    under: 'config',
    description: 'set what `civitkit download` does unless it is told otherwise',
    load: async () => (await import('./commands/config-default.js')).defineConfigDefaultCommand,
  },
  {
    name: 'sorter',
    under: 'config',
    description: 'give names to your own sorters',
    load: async () => (await import('./commands/config-sorter.js')).defineConfigSorterCommand,
  },
  {
    name: 'alias',
    under: 'config',
    description: 'give short names to folders',
    load: async () => (await import('./commands/config-alias.js')).defineConfigAliasCommand,
  },
  {
    name: 'import',
    under: 'config',
    description: 'take over what you have set in civitdl',
    load: async () => (await import('./commands/config-import.js')).defineConfigImportCommand,
  },
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
  {
    name: 'models',
    description: 'search models; show one with its versions and files',
    load: async () => (await import('./commands/models.js')).defineModelsCommand,
  },
  {
    name: 'versions',
    description: 'show a version of a model, by id, hash, AIR or address',
    load: async () => (await import('./commands/versions.js')).defineVersionsCommand,
  },
  {
    name: 'images',
    description: 'search images; show one and how it was made',
    load: async () => (await import('./commands/images.js')).defineImagesCommand,
  },
  {
    name: 'tags',
    description: 'search tags',
    load: async () => (await import('./commands/tags.js')).defineTagsCommand,
  },
  {
    name: 'creators',
    description: 'search those who have made models',
    load: async () => (await import('./commands/creators.js')).defineCreatorsCommand,
  },
  {
    name: 'users',
    description: 'find users',
    load: async () => (await import('./commands/users.js')).defineUsersCommand,
  },
  {
    name: 'articles',
    description: 'search articles; show one',
    load: async () => (await import('./commands/articles.js')).defineArticlesCommand,
  },
  {
    name: 'collections',
    description: 'search collections; show one',
    load: async () => (await import('./commands/collections.js')).defineCollectionsCommand,
  },
  {
    name: 'whoami',
    description: 'say whose key is configured, and where it comes from',
    load: async () => (await import('./commands/whoami.js')).defineWhoamiCommand,
  },
  {
    name: 'login',
    description: 'sign in with Civitai, or keep an API key',
    load: async () => (await import('./commands/login.js')).defineLoginCommand,
  },
  {
    name: 'logout',
    description: 'forget a sign-in, or a key',
    load: async () => (await import('./commands/logout.js')).defineLogoutCommand,
  },
  {
    name: 'completion',
    description: 'print what makes a shell complete civitkit',
    load: async () => {
      const { defineCompletionCommand } = await import('./commands/completion.js');
      return (command, io) =>
        defineCompletionCommand(command, io, (program) => completeOtherCommands(program, command, io));
    },
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
  for (const { name, description, under } of lazyCommands) {
    parentOf(program, under)?.command(name).description(description);
  }
  return program;
}

/** Completes the commands that are named, wherever that is: `help generate` wants the options, too. */
export async function completeCommands(program: Command, names: readonly string[], io: CommandIo): Promise<void> {
  for (const { name, load, under } of lazyCommands) {
    const isNamed = names.includes(name) && (under === undefined || names.includes(under));
    const command = isNamed ? parentOf(program, under)?.commands.find((one) => one.name() === name) : undefined;
    if (command !== undefined) (await load())(command, io);
  }
}

/** Completes every command but one, which is complete already. */
export async function completeOtherCommands(
  program: Command,
  complete: Command | undefined,
  io: CommandIo,
): Promise<void> {
  for (const { name, load, under } of lazyCommands) {
    const command = parentOf(program, under)?.commands.find((one) => one.name() === name);
    if (command !== undefined && command !== complete) (await load())(command, io);
  }
}

function parentOf(program: Command, under: string | undefined): Command | undefined {
  return under === undefined ? program : program.commands.find((one) => one.name() === under);
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
