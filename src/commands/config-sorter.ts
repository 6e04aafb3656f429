import type { Command } from 'commander';
import type { CommandIo } from '../command-io.js';
import { collectText } from './download-values.js';
import { addExamples } from './examples.js';

/** Everything that `civitkit config sorter` takes. */
export interface ConfigSorterOptions {
  /** The name; the module is an argument. */
  readonly add?: string;
  readonly delete?: readonly string[];
  readonly json?: boolean;
}

const notes = `A sorter is a module of JavaScript that exports a function \`sortModel\`. It is run, with all your rights, each time
\`civitkit download\` uses it; here it is only looked for. The sorters basic and tags are always there.`;

/** Completes `civitkit config sorter` with its options and what it does. */
export function defineConfigSorterCommand(sorter: Command, io: CommandIo): void {
  sorter
    .argument('[module]', 'path of the module of --add')
    .option('-a, --add <name>', 'give this name to a sorter')
    .option('-d, --delete <name>', 'remove it; may be repeated. The module stays where it is', collectText)
    .option('--json', 'print JSON');
  addExamples(
    sorter,
    [
      'civitkit config sorter --add mine ./my-sorter.mjs',
      'civitkit download 827184 ./models --sorter mine',
      'civitkit config sorter',
    ],
    notes,
  );
  sorter.action(async (module: string | undefined, options: ConfigSorterOptions) => {
    const { runConfigSorter } = await import('./config-sorter-action.js');
    await runConfigSorter(module, options, io);
  });
}
