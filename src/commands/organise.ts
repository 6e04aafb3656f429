import { type Command, Option } from 'commander';
import type { CommandIo } from '../command-io.js';
import { layoutWords } from './download-storable-options.js';
import { wholeFrom } from './download-values.js';
import { addExamples } from './examples.js';
import { refuseTokens } from './generate-options.js';
import type { IdentifyPathsOptions } from './identify-paths.js';
import { addProjectOption, type ProjectOption } from './project-option.js';

/** Everything that `civitkit organise` takes. */
export interface OrganiseCommandOptions extends ProjectOption, Omit<IdentifyPathsOptions, 'updates'> {
  readonly layout?: string;
  readonly sorter?: string;
  readonly pattern?: string;
  readonly name?: string;
  readonly root?: string;
  readonly mode: 'move' | 'copy' | 'hardlink' | 'symlink';
  readonly dryRun?: boolean;
  readonly undo?: string;
  readonly json?: boolean;
}

const notes = `Files are recognised by their hashes, as identify does it; those that are not on Civitai stay where they are. What goes by
the name of a file moves along: previews, descriptions, its folder of images. Nothing is ever replaced, and of the same
file twice one stays where it is.
What is done is written down in <root>/.civitkit-organise.jsonl: a run that was interrupted is brought to its end by the next
one, and --undo takes the last one back.
Exit codes: 0 everything is in its place, 2 there is no such file, 4 some are not on Civitai, 5 network or service, 8 a file
cannot be read or written, 9 a name is taken.`;

/** Completes `civitkit organise` with its options and what it does. */
export function defineOrganiseCommand(organise: Command, io: CommandIo): void {
  organise
    .argument('[paths...]', 'files and folders')
    .addOption(new Option('--layout <program>', 'the folders of a program, by the kind of file').choices(layoutWords))
    .option('-s, --sorter <name>', "civitdl's folders: basic, tags, one of your own, or the path of a module")
    .option('--pattern <pattern>', 'folders and names, such as {type}/{baseModel}/{model.name}')
    .option('--name <pattern>', 'names in the folders of a layout or a sorter, such as {model.name}-{version.name}')
    .option('--root <folder>', 'where the folders are made (default: the folder that is organised, if it is one)')
    .addOption(
      new Option('--mode <mode>', 'what becomes of the file where it is')
        .choices(['move', 'copy', 'hardlink', 'symlink'])
        .default('move'),
    )
    .option('-n, --dry-run', 'only say what would be done')
    .option('--undo <list>', 'take back what a journal, or what --json has printed, tells of')
    .option('--no-recursive', 'not the folders in folders')
    .option('--cache <file>', 'where hashes are remembered (default: in the folder for caches)')
    .option('--no-cache', 'read every file, and remember nothing')
    .option('--no-weak', 'do not look for edited files by AutoV3')
    .option('-j, --jobs <number>', 'files that are hashed at a time', wholeFrom(1))
    .option('--json', 'print one line of JSON for each file; kept, it is a list for --undo')
    .option('-q, --quiet', 'no progress');
  refuseTokens(organise);
  addProjectOption(organise);
  addExamples(
    organise,
    [
      'civitkit organise ~/Downloads --layout comfyui --root ~/ComfyUI --dry-run',
      "civitkit organise ./loras --pattern '{baseModel}/{creator}/{model.name}-{version.name}'",
      'civitkit organise ~/models --sorter tags --mode hardlink --root ~/by-tag',
      'civitkit organise --undo ~/ComfyUI/.civitkit-organise.jsonl',
    ],
    notes,
  );
  organise.action(async (paths: readonly string[], options: OrganiseCommandOptions) => {
    const { runOrganise } = await import('./organise-action.js');
    await runOrganise(paths, options, io);
  });
}
