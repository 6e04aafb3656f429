import type { Command } from 'commander';
import type { CommandIo } from '../command-io.js';
import { addExamples } from './examples.js';
import { addProjectOption, type ProjectOption } from './project-option.js';
import type * as actions from './secrets-actions.js';

const afterHelp = `
User secrets lie in your home folder, outside the project, so they cannot be committed. They are read when the
environment is Development (NODE_ENV=development). Values come from a hidden prompt or from stdin, never from the
command line.`;

/** `civitkit secrets …`: user secrets in the manner of `dotnet user-secrets`. */
export function addSecretsCommand(program: Command, io: CommandIo): void {
  const secrets = program
    .command('secrets')
    .description("keep a project's API keys in your home folder")
    .addHelpText('after', afterHelp);
  const add = (usage: string, description: string, ...examples: readonly string[]): Command =>
    addExamples(addProjectOption(secrets.command(usage)).description(description), examples);

  add(
    'init',
    'give the project an id for its user secrets, in its package.json',
    'civitkit secrets init',
    'civitkit secrets init --id my-service',
  )
    .option('--id <id>', 'the id to use instead of a new one')
    .action(async (options: ProjectOption & { readonly id?: string }) =>
      (await loadActions()).initSecrets(options, io),
    );
  add(
    'set <key> [value...]',
    'set a secret such as CivitaiApi:ApiKey; asks for the value, or reads it from stdin',
    'civitkit secrets set CivitaiApi:ApiKey',
    'civitkit secrets set CivitaiApi:ApiKey < key.txt',
  )
    .usage('[options] <key>')
    // what follows the key is refused, but by us: commander would repeat an unknown `--value=…` in its message
    .allowUnknownOption()
    .action(async (key: string, values: readonly string[], options: ProjectOption, command: Command) => {
      if (values.length > 0 || key.includes('=') || key.startsWith('-')) {
        const { refuseSecretArgument } = await import('./refuse-secret-argument.js');
        refuseSecretArgument(command);
      }
      await (await loadActions()).setSecret(key, options, io);
    });
  add('list', 'print the keys of the secrets, never the values', 'civitkit secrets list --json')
    .option('--json', 'print JSON')
    .action(async (options: ProjectOption & { readonly json?: boolean }) =>
      (await loadActions()).listSecrets(options, io),
    );
  add('remove <key>', 'remove a secret', 'civitkit secrets remove CivitaiApi:ApiKey').action(
    async (key: string, options: ProjectOption) => (await loadActions()).removeSecret(key, options, io),
  );
  add('clear', 'remove all secrets of the project', 'civitkit secrets clear --yes')
    .option('--yes', 'do not ask')
    .action(async (options: ProjectOption & { readonly yes?: boolean }) =>
      (await loadActions()).clearSecrets(options, io),
    );
  add('path', 'print where the secrets lie', 'civitkit secrets path').action(async (options: ProjectOption) =>
    (await loadActions()).printSecretsPath(options, io),
  );
}

/** Loaded when one of the commands runs, not for `--help`. */
function loadActions(): Promise<typeof actions> {
  return import('./secrets-actions.js');
}
