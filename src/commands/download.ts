import { type Command, Option } from 'commander';
import type { CommandIo } from '../command-io.js';
import { addStorableOptions, type StorableOptions } from './download-storable-options.js';
import { collectText, parseRateText, parseSeconds, wholeFrom } from './download-values.js';
import { addExamples } from './examples.js';
import { addProjectOption, type ProjectOption } from './project-option.js';
import { refuseKeyValue } from './refuse-key-value.js';

/** Everything that `civitkit download` takes. */
export interface DownloadCommandOptions extends StorableOptions, ProjectOption {
  readonly versionId?: readonly string[];
  readonly file?: string;
  readonly all?: boolean;
  readonly type?: string;
  readonly format?: string;
  readonly fp?: string;
  readonly size?: string;
  readonly quant?: string;
  readonly forBase?: string;
  readonly dir?: string;
  readonly out?: string;
  readonly requireHash?: boolean;
  readonly allowUnsafe?: boolean;
  readonly acceptHash?: readonly string[];
  readonly segments?: number;
  readonly timeout?: number;
  readonly stall?: number;
  readonly minRate?: string;
  readonly minRateFor?: number;
  /** False with `--no-resume`. */
  readonly resume: boolean;
  readonly restart?: boolean;
  readonly wait?: number | true;
  readonly reuse?: readonly string[];
  readonly link?: boolean;
  readonly strictExtras?: boolean;
  readonly keepGoing?: boolean;
  readonly failFast?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
  /** False with `--no-progress`. */
  readonly progress: boolean;
  readonly apiKey?: boolean;
}

const notes = `A source is the id of a model (1234), a version (v:5678 or 1234@5678, with +90 for one file), a hash (hash:… or a
SHA256), an AIR, an address of civitai.com, .red or .green, a file with sources in it (list.txt or @list.txt: one on each
line or separated by commas, with # for comments), or - for stdin. What comes last and is none of these is the folder, as
in civitdl; where that could be taken for a source, write ./1234, or use -d. A folder may begin with an alias of
\`civitkit config alias\`.

With a sorter everything is saved that civitdl saves, under the names it has there: three images with their generation
data, the whole model and the hashes. What is usual can be changed by \`civitkit config default\`.

The absolute path of each file is printed, one line each; everything else goes to stderr. Ctrl-C keeps what has arrived:
the same command goes on with it. Exit codes: 0 all there, 1 failures of several kinds, 2 a mistake in the command line,
3 not allowed, 4 not found, 5 network or service, 6 quota, 7 not the published bytes, 8 no room or no right to write,
9 refused for safety or because of another file of that name, 130 Ctrl-C.`;

const where = 'Where it goes:';
const which = 'Which file:';
const how = 'How it is transferred:';
const beside = 'What else is saved:';
const output = 'Output:';

/** Completes `civitkit download` with its options and what it does. */
export function defineDownloadCommand(download: Command, io: CommandIo): void {
  const add = (group: string, flags: string, help: string, change?: (option: Option) => Option): void => {
    const option = new Option(flags, help).helpGroup(group);
    download.addOption(change?.(option) ?? option);
  };
  download.argument('[sources...]', 'what to download; the last one may be the folder');
  add(which, '--version-id <id>', 'a version; may be repeated', (o) => o.argParser(collectText));
  add(which, '--file <id|name>', 'one file of the version');
  add(which, '--all', 'all files of the version that fit');
  add(which, '--type <type>', 'what the file is, such as VAE');
  add(which, '--format <format>', 'such as SafeTensor');
  add(which, '--fp <precision>', 'such as fp16');
  add(which, '--size <size>', 'full or pruned');
  add(which, '--quant <type>', 'such as Q4_K_M');
  add(which, '--for-base <base model>', 'warn when it is for another, such as "SDXL 1.0"');
  add(where, '-d, --dir <folder>', 'folder for the files; it is created (default: the current one)');
  add(where, '-o, --out <path>', 'path of the file; for one file only', (o) => o.conflicts(['dir', 'root', 'name']));
  addStorableOptions(download);
  add(beside, '--strict-extras', 'fail when an image or a description cannot be saved');
  add(how, '--require-hash', 'refuse files without a published hash');
  add(how, '--accept-hash <sha256>', 'another hash that is right, too', (o) => o.argParser(collectText));
  add(how, '--allow-unsafe', 'take files that can run code and did not pass the scans');
  add(how, '--segments <number>', 'connections per file (default: 1)', (o) => o.argParser(wholeFrom(1)));
  add(how, '--timeout <seconds>', 'until an answer begins (default: 60)', (o) => o.argParser(parseSeconds));
  add(how, '--stall <seconds>', 'without a byte (default: 30)', (o) => o.argParser(parseSeconds));
  add(how, '--min-rate <rate>', 'a connection slower than this is opened anew; 0 for none (default: 1Ki)', (o) =>
    o.argParser(parseRateText),
  );
  add(how, '--min-rate-for <seconds>', 'when it was that slow for so long (default: 60)', (o) =>
    o.argParser(parseSeconds),
  );
  add(how, '--no-resume', 'begin anew, whatever is there of it');
  add(how, '--restart', 'the same');
  add(how, '--wait [seconds]', 'wait for another process at the same file', (o) => o.argParser(parseSeconds));
  add(how, '--reuse <folder>', 'copy it from there if it is there; may be repeated', (o) => o.argParser(collectText));
  add(how, '--link', 'link copies of local files where the disk can; a change of one changes both');
  add(how, '--keep-going', 'go on without the sources that are not understood');
  add(how, '--fail-fast', 'begin nothing more after a failure');
  add(output, '-n, --dry-run', 'only say what would be done; no file is asked for');
  add(output, '--json', 'print events as lines of JSON, and nothing else, on stdout');
  add(output, '-q, --quiet', 'no progress; warnings and errors only');
  add(output, '--no-progress', 'the same');
  add(output, '--no-verbose', 'as civitdl has it: not --verbose', (o) => o.hideHelp());
  // With a value, so that one that is given is refused and not taken for a source, which would be repeated.
  add(output, '-k, --api-key [nothing]', 'ask for a key, for this once; it is never taken from the command line');
  download.on('option:api-key', (value: string | null) => {
    if (value !== null) refuseKeyValue(download);
  });
  refuseOtherTokens(download);
  addProjectOption(download);
  addExamples(
    download,
    [
      'civitkit download 827184 ./models',
      'civitkit download v:128713 --dir @loras --images 3 --sidecar info,preview',
      'civitkit download https://civitai.com/models/827184?modelVersionId=1761560 --layout comfyui --root ~/ComfyUI',
      'civitkit download list.txt ./models --sorter basic --dry-run',
      'civitkit download 827184 --json | jq -r \'select(.event == "done").path\'',
    ],
    notes,
  );
  download.action(async (operands: readonly string[], options: DownloadCommandOptions) => {
    const { runDownload } = await import('./download-action.js');
    await runDownload(operands, options, io);
  });
}

function refuseOtherTokens(download: Command): void {
  for (const name of ['--token', '--api-token', '--key']) {
    const option = new Option(`${name} [value]`, 'refused: a secret is never taken from the command line').hideHelp();
    download.addOption(option);
    download.on(`option:${option.name()}`, () => refuseKeyValue(download));
  }
}
