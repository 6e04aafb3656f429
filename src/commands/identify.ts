import type { Command } from 'commander';
import type { CommandIo } from '../command-io.js';
import type { Maturity } from '../tool-settings/maturity.js';
import { parseMaturity, parseSidecars, wholeFrom } from './download-values.js';
import { addExamples } from './examples.js';
import { refuseTokens } from './generate-options.js';
import type { IdentifyPathsOptions } from './identify-paths.js';
import { addProjectOption, type ProjectOption } from './project-option.js';

/** Everything that `civitkit identify` takes. */
export interface IdentifyCommandOptions extends ProjectOption, IdentifyPathsOptions {
  readonly sidecar?: readonly string[];
  readonly nsfwMax?: Maturity;
  readonly rename?: string;
  readonly root?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

const notes = `Files are hashed, which is remembered until they change, and looked up by their hashes: as few requests as there can be,
and no file is ever sent. A file whose metadata was edited is found by AutoV3, which says that its weights are the same.
Exit codes: 0 all are known, 2 there is no such file, 4 some are not on Civitai, 5 network or service, 8 a file cannot be
read or written, 9 a name is taken.`;

/** Completes `civitkit identify` with its options and what it does. */
export function defineIdentifyCommand(identify: Command, io: CommandIo): void {
  identify
    .argument('<paths...>', 'files and folders')
    .option('--no-recursive', 'not the folders in folders')
    .option('--sidecar <kinds>', 'write descriptions: info,a1111,cm,preview,json,hashes', parseSidecars)
    .option('--nsfw-max <level>', 'highest level of previews: pg, pg13, r, x, xxx (default: pg13)', parseMaturity)
    .option('--rename <pattern>', 'rename, such as {model.name}-{version.name}; what is beside goes along')
    .option('--root <folder>', 'where the folders of the pattern are (default: for each file its own folder)')
    .option('-n, --dry-run', 'only say what would be renamed and written')
    .option('--cache <file>', 'where hashes are remembered (default: in the folder for caches)')
    .option('--no-cache', 'read every file, and remember nothing')
    .option('--no-updates', 'do not look for newer versions')
    .option('--no-weak', 'do not look for edited files by AutoV3')
    .option('-j, --jobs <number>', 'files that are hashed at a time', wholeFrom(1))
    .option('--json', 'print one line of JSON for each file')
    .option('-q, --quiet', 'no progress');
  refuseTokens(identify);
  addProjectOption(identify);
  addExamples(
    identify,
    [
      'civitkit identify ~/ComfyUI/models',
      'civitkit identify ./loras --sidecar info,preview',
      "civitkit identify ./loras --rename '{model.name}-{version.name}' --dry-run",
      'civitkit identify ./loras --json | jq -r \'select(.status == "outdated").path\'',
    ],
    notes,
  );
  identify.action(async (paths: readonly string[], options: IdentifyCommandOptions) => {
    const { runIdentify } = await import('./identify-action.js');
    await runIdentify(paths, options, io);
  });
}
