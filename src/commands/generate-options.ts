import { type Command, InvalidArgumentError, Option } from 'commander';
import { addProjectOption, type ProjectOption } from './project-option.js';
import { refuseSecretArgument } from './refuse-secret-argument.js';

/** What {@link addInputOptions} adds: what is to be made, in the words of the command line. */
export interface InputOptions extends ProjectOption {
  readonly type?: string;
  readonly engine?: string;
  readonly model?: string;
  readonly negative?: string;
  readonly width?: number;
  readonly height?: number;
  readonly steps?: number;
  readonly cfg?: number;
  readonly seed?: number;
  readonly quantity?: number;
  readonly scheduler?: string;
  readonly lora?: readonly string[];
  readonly image?: readonly string[];
  readonly param?: readonly string[];
  readonly template?: string;
  readonly currency?: readonly string[];
  readonly allowMature?: boolean;
  readonly tag?: readonly string[];
  /** False with `--no-check`. */
  readonly check: boolean;
}

/** The options that say what is to be made, whoever makes it. */
export const descriptiveOptions: readonly (keyof InputOptions)[] = [
  'model',
  'negative',
  'width',
  'height',
  'steps',
  'cfg',
  'seed',
  'quantity',
  'scheduler',
  'lora',
  'image',
  'param',
];

/** Adds the options that say what is to be made. */
export function addInputOptions(command: Command): Command {
  addProjectOption(command)
    .option('--type <step>', 'kind of step: textToImage, imageGen, videoGen, … (default: textToImage)')
    .option('--engine <name>', 'engine of the step; without --type, the type is imageGen')
    .option('--model <model>', 'AIR, id of a model version on Civitai, or a name that the engine knows')
    .option('--negative <text>', 'what is not wanted')
    .option('--width <pixels>', 'width', parseNumber)
    .option('--height <pixels>', 'height', parseNumber)
    .option('--steps <number>', 'sampling steps', parseNumber)
    .option('--cfg <number>', 'how closely the prompt is followed', parseNumber)
    .option('--seed <number>', 'the same seed gives the same result', parseSeed)
    .option('--quantity <number>', 'how many to make', parseNumber)
    .option('--scheduler <name>', 'scheduler or sampler, as the engine calls it')
    .option('--lora <model[=strength]>', 'a LoRA, as an AIR or the id of a version; may be repeated', collect)
    .option('--image <file|url>', 'an image to begin with; a file is uploaded; may be repeated', collect)
    .option('--param <name=value>', 'any other member of the input; the value is JSON, or else a text', collect)
    .option('--template <file>', 'a whole workflow as JSON instead, - for stdin')
    .option('--currency <name>', 'kind of Buzz that may be spent: yellow, blue, green; may be repeated', collect)
    .option('--allow-mature', 'allow mature content (paid in yellow Buzz)')
    .option('--tag <text>', 'a tag to find the workflow by; may be repeated', collect)
    .option('--no-check', 'send it without looking for mistakes first');
  return refuseTokens(command);
}

/** Every text that an option was given with. */
export function collect(text: string, earlier: readonly string[] | undefined): readonly string[] {
  return [...(earlier ?? []), text];
}

/** A number; its range is looked at later, with everything else. */
function parseNumber(text: string): number {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (!Number.isFinite(value)) throw new InvalidArgumentError('It must be a number.');
  return value;
}

/** A number from 0, such as a sum or a time. */
export function parseAmount(text: string): number {
  const value = parseNumber(text);
  if (value < 0) throw new InvalidArgumentError('It must be a number from 0.');
  return value;
}

function parseSeed(text: string): number {
  const value = parseNumber(text);
  // A number that was rounded would be another seed than the one that was asked for.
  if (!Number.isSafeInteger(value)) throw new InvalidArgumentError(`It must be a whole number up to ${2 ** 53 - 1}.`);
  return value;
}

/** The names under which somebody may try to give a token: refused without repeating what came with them. */
export function refuseTokens(command: Command): Command {
  for (const name of ['--token', '--api-token', '--api-key', '--key']) {
    const option = new Option(`${name} [value]`, 'refused: a secret is never taken from the command line').hideHelp();
    command.addOption(option);
    command.on(`option:${option.name()}`, () => refuseSecretArgument(command));
  }
  return command;
}
