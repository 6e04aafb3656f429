import { CommandFailure, exitCode } from '../exit-code.js';
import type { GenerateOptions } from './generate.js';
import { descriptiveOptions } from './generate-options.js';

type OptionName = keyof GenerateOptions;

/** What ModelsLab has nothing like, and what to do instead. */
const civitaiOptions: Partial<Record<OptionName, string>> = {
  type: 'the kind of job is --operation',
  engine: 'the model is --model',
  template: 'a job is described by options and --param',
  maxCost: 'there is no price before it is spent',
  currency: 'money is all that it takes',
  allowMature: 'it is a parameter there, such as --param safety_checker=false',
  tag: 'jobs have no tags; --param track_id=… names one in webhooks',
  cancelOnInterrupt: 'jobs cannot be cancelled',
};

/** What says what is to be made, which is settled for a job that was submitted. */
const inputOptions: readonly OptionName[] = ['operation', ...descriptiveOptions, 'dryRun'];

/**
 * Refuses options that ModelsLab has nothing like, and with `--resume` also what is settled by then.
 *
 * @throws CommandFailure
 */
export function refuseCivitaiOptions(prompt: string | undefined, options: GenerateOptions): void {
  const foreign = (Object.keys(civitaiOptions) as OptionName[]).filter((name) => options[name] !== undefined);
  if (foreign.length > 0) {
    const told = foreign.map((name) => `${flagOf(name)} (${civitaiOptions[name]})`).join(', ');
    throw new CommandFailure(`ModelsLab does not have ${told}. Nothing was sent.`, exitCode.usage);
  }
  if (options.resume === undefined) return;
  const given = inputOptions.filter((name) => options[name] !== undefined).map(flagOf);
  const surplus = [...(prompt === undefined ? [] : ['a prompt']), ...given];
  if (surplus.length === 0) return;
  throw new CommandFailure(
    `--resume fetches a job that was submitted before, so ${surplus.join(', ')} cannot be given too. Leave out one or ` +
      'the other.',
    exitCode.usage,
  );
}

/**
 * Refuses what only ModelsLab has.
 *
 * @throws CommandFailure
 */
export function refuseModelsLabOptions({ operation, resume }: GenerateOptions): void {
  const given = [...(operation === undefined ? [] : ['--operation']), ...(resume === undefined ? [] : ['--resume'])];
  if (given.length === 0) return;
  throw new CommandFailure(
    `${given.join(', ')} is for ModelsLab: add --provider modelslab. With Civitai the kind of step is --type, and ` +
      'civitkit workflows watch <id> goes on with a workflow.',
    exitCode.usage,
  );
}

function flagOf(name: OptionName): string {
  return `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
