import { type Command, Option } from 'commander';
import type { CommandIo } from '../command-io.js';
import { addStorableOptions, type StorableOptions } from './download-storable-options.js';
import { collectText } from './download-values.js';
import { addExamples } from './examples.js';
import { refuseKeyValue } from './refuse-key-value.js';

/** Everything that `civitkit config default` takes. */
export interface ConfigDefaultOptions extends StorableOptions {
  readonly unset?: readonly string[];
  readonly reset?: boolean;
  readonly json?: boolean;
}

const notes = `What is set here counts for \`civitkit download\` in all projects, and a flag there goes before it. Without options what is
set is printed. It lies in cli.json in your folder of civitkit; there is no key in it: for that, \`civitkit login\`, or
\`civitkit secrets set CivitaiApi:ApiKey\`.`;

/** Completes `civitkit config default` with its options and what it does. */
export function defineConfigDefaultCommand(command: Command, io: CommandIo): void {
  addStorableOptions(command);
  const group = 'What is set:';
  command
    .addOption(
      new Option('--unset <name>', 'remove it, such as limit-rate; may be repeated')
        .argParser(collectText)
        .helpGroup(group),
    )
    .addOption(new Option('--reset', 'remove everything that is set here; sorters and aliases stay').helpGroup(group))
    .addOption(new Option('--json', 'print JSON').helpGroup(group));
  for (const flags of ['-k, --api-key [value]', '--token [value]', '--api-token [value]']) {
    const option = new Option(flags, 'refused: a key is never kept in this file').hideHelp();
    command.addOption(option);
    command.on(`option:${option.name()}`, () => refuseKeyValue(command));
  }
  addExamples(
    command,
    [
      'civitkit config default --sorter basic --images 5 --nsfw-max r',
      'civitkit config default --layout comfyui --root ~/ComfyUI',
      'civitkit config default --unset limit-rate',
    ],
    notes,
  );
  command.action(async (options: ConfigDefaultOptions) => {
    const { runConfigDefault } = await import('./config-default-action.js');
    await runConfigDefault(options, io);
  });
}
