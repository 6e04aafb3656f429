import { type Command, Option } from 'commander';
import { conflicts, sidecarNames, verifications } from '../tool-settings/default-checks.js';
import type { Conflict, DownloadDefaults, Verification } from '../tool-settings/download-defaults.js';
import { type Maturity, nsfwModes } from '../tool-settings/maturity.js';
import { parseMaturity, parseMode, parseRateText, parseSeconds, parseSidecars, wholeFrom } from './download-values.js';

/** What commander makes of the options of {@link addStorableOptions}. */
export interface StorableOptions {
  readonly sorter?: string;
  readonly layout?: string;
  readonly root?: string;
  readonly name?: string;
  readonly images?: number;
  readonly maxImages?: number;
  readonly nsfwMax?: Maturity;
  readonly nsfwMode?: Maturity;
  readonly prompts?: boolean;
  readonly withPrompt?: boolean;
  readonly sidecar?: readonly string[];
  readonly model?: boolean;
  readonly withoutModel?: boolean;
  readonly onConflict?: Conflict;
  readonly strictMode?: boolean;
  readonly modelOverwrite?: boolean;
  readonly verify?: Verification | 'sha256';
  readonly jobs?: number;
  readonly limitRate?: string;
  readonly retries?: number;
  readonly retryCount?: number;
  readonly pause?: number;
  readonly pauseTime?: number;
  readonly cache?: boolean;
  readonly cacheMode?: boolean;
  readonly color?: boolean;
  readonly withColor?: boolean;
}

const where = 'Where it goes:';
const beside = 'What else is saved:';
const how = 'How it is transferred:';
const civitdl = 'As civitdl calls them:';

/** Programs whose folders are known. */
export const layoutWords: readonly string[] = [
  'comfyui',
  'a1111',
  'forge',
  'swarmui',
  'invoke',
  'stability-matrix',
  'civitdl',
  'none',
];

/**
 * Adds the options whose values `civitkit config default` can keep. Of two that are opposites the positive one comes first:
 * the other way round, commander takes it as given.
 */
export function addStorableOptions(command: Command): Command {
  const add = (group: string, flags: string, help: string, change?: (option: Option) => Option): void => {
    const option = new Option(flags, help).helpGroup(group);
    command.addOption(change?.(option) ?? option);
  };
  add(where, '--layout <program>', 'the folders of a program, by the kind of file', (o) => o.choices(layoutWords));
  add(where, '--root <folder>', 'the folder of that program');
  add(where, '-s, --sorter <name>', "civitdl's folders: basic, tags, one of your own, or the path of a module");
  add(where, '--name <pattern>', 'name of the file, such as {model.name}-{version.name}');
  add(where, '--on-conflict <what>', 'what to do about another file of that name', (o) => o.choices(conflicts));
  add(beside, '-i, --images <number>', 'images per version (default: 0; with a sorter 3)', (o) =>
    o.argParser(wholeFrom(0)),
  );
  add(
    beside,
    '--nsfw-max <level>',
    'highest level of images: pg, pg13, r, x, xxx (default: pg13; with a sorter all)',
    (o) => o.argParser(parseMaturity),
  );
  add(beside, '--prompts', 'the generation data of images, beside them');
  add(beside, '--no-prompts', 'not those (default, but with a sorter)');
  add(beside, '--sidecar <kinds>', `descriptions: ${sidecarNames.join(',')}`, (o) => o.argParser(parseSidecars));
  add(beside, '--model', 'the model too');
  add(beside, '--no-model', 'everything but the model; it is never asked for');
  add(how, '--verify <what>', 'by what a file is checked', (o) => o.choices([...verifications, 'sha256']));
  add(how, '-j, --jobs <number>', 'files at a time (default: 2)', (o) => o.argParser(wholeFrom(1)));
  add(how, '--limit-rate <rate>', 'of all together, in bytes per second: 500k, 5M, 1.5MiB', (o) =>
    o.argParser(parseRateText),
  );
  add(how, '--retries <number>', 'in a row, without a byte in between (default: 8)', (o) => o.argParser(wholeFrom(0)));
  add(how, '--pause <seconds>', 'between files (default: 0)', (o) => o.argParser(parseSeconds));
  add(how, '--cache', 'copy what was downloaded to another place before from there (default)');
  add(how, '--no-cache', 'download that again');
  add(how, '--color', 'colours, where the terminal has them (default)');
  add(how, '--no-color', 'no colours');
  addCivitdlOptions(add);
  return command;
}

function addCivitdlOptions(
  add: (group: string, flags: string, help: string, change?: (option: Option) => Option) => void,
): void {
  const same = (flags: string, help: string, parse: ((text: string) => unknown) | undefined, name: string): void => {
    add(civitdl, flags, help, (option) => (parse === undefined ? option : option.argParser(parse)).conflicts(name));
  };
  same('--max-images <number>', '--images', wholeFrom(0), 'images');
  add(civitdl, '--nsfw-mode <mode>', '--nsfw-max: 0 is pg13, 1 as the model itself, 2 everything', (option) =>
    option.choices(nsfwModes).conflicts('nsfwMax'),
  );
  same('--with-prompt', '--prompts', undefined, 'prompts');
  same('--no-with-prompt', '--no-prompts', undefined, 'prompts');
  same('--without-model', '--no-model', undefined, 'model');
  same('--no-without-model', '--model', undefined, 'model');
  same('--retry-count <number>', '--retries', wholeFrom(0), 'retries');
  same('--pause-time <seconds>', '--pause', parseSeconds, 'pause');
  same('--cache-mode <mode>', '0 is --no-cache, 1 is --cache', parseMode, 'cache');
  same('--strict-mode <mode>', '0 is --on-conflict skip, 1 is --on-conflict fail', parseMode, 'onConflict');
  same('--model-overwrite', '--on-conflict overwrite', undefined, 'onConflict');
  same('--no-model-overwrite', '--on-conflict fail', undefined, 'onConflict');
  same('--with-color', '--color', undefined, 'color');
  same('--no-with-color', '--no-color', undefined, 'color');
}

/** What these options say, whichever names they were given by; nothing about what was not given. */
export function storableOf(options: StorableOptions): DownloadDefaults {
  const { verify, withoutModel } = options;
  const model = options.model ?? (withoutModel === undefined ? undefined : !withoutModel);
  const all: Readonly<Record<keyof DownloadDefaults, unknown>> = {
    sorter: options.sorter,
    layout: options.layout,
    root: options.root,
    name: options.name,
    images: options.images ?? options.maxImages,
    nsfw: options.nsfwMax ?? options.nsfwMode,
    prompts: options.prompts ?? options.withPrompt,
    sidecars: options.sidecar,
    model,
    onConflict: conflictOf(options),
    verify: verify === 'sha256' ? 'hash' : verify,
    jobs: options.jobs,
    limitRate: options.limitRate,
    retries: options.retries ?? options.retryCount,
    pause: options.pause ?? options.pauseTime,
    cache: options.cache ?? options.cacheMode,
    color: options.color ?? options.withColor,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** Overwriting is more than leaving alone what is there. */
function conflictOf({ modelOverwrite, onConflict, strictMode }: StorableOptions): Conflict | undefined {
  if (onConflict !== undefined) return onConflict;
  if (modelOverwrite === true) return 'overwrite';
  if (strictMode !== undefined) return strictMode ? 'fail' : 'skip';
  return modelOverwrite === undefined ? undefined : 'fail';
}
