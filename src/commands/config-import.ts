import { Argument, type Command } from 'commander';
import type { CommandIo } from '../command-io.js';
import { addExamples } from './examples.js';
import { addProjectOption, type ProjectOption } from './project-option.js';

/** Everything that `civitkit config import` takes. */
export interface ConfigImportOptions extends ProjectOption {
  readonly from?: string;
  readonly all?: boolean;
  readonly replace?: boolean;
  readonly withKey?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

const notes = `civitdl writes down all of its defaults, so only those that were changed are taken over, and the sorter, which says where the
files are that you have; --all takes the others too. What is set here already stays unless --replace is given. Sorters of
civitdl are programs in Python: they are named, and never run. civitdl's own files are only read.`;

/** Completes `civitkit config import` with its options and what it does. */
export function defineConfigImportCommand(command: Command, io: CommandIo): void {
  command
    .addArgument(new Argument('<program>', 'whose settings are taken over').choices(['civitdl']))
    .option('--from <path>', 'its config.json, or the folder of it (default: where civitdl has it)')
    .option('--all', 'the defaults that nobody changed, too')
    .option('--replace', 'what is set here already, too')
    .option('--with-key', 'the API key, too: as a secret of this project, out of the clear text')
    .option('-n, --dry-run', 'only say what would be taken over')
    .option('--json', 'print JSON');
  addProjectOption(command);
  addExamples(
    command,
    ['civitkit config import civitdl --dry-run', 'civitkit config import civitdl --with-key'],
    notes,
  );
  command.action(async (_program: string, options: ConfigImportOptions) => {
    const { runConfigImport } = await import('./config-import-action.js');
    await runConfigImport(options, io);
  });
}
