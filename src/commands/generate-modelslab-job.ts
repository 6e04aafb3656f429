import { checkModelsLab } from '@civitkit/sdk/modelslab/checks';
import type { JobOptions, ModelsLabClient, ModelsLabJob } from '@civitkit/sdk/modelslab/client';
import type { CommandIo } from '../command-io.js';
import { CommandFailure, exitCode } from '../exit-code.js';
import { count } from '../output/count.js';
import { findingLine } from './generate-finding-line.js';
import { modelsLabMembers } from './generate-modelslab-members.js';
import type { InputOptions } from './generate-options.js';
import { type Judge, place, type StepInput } from './generate-place.js';
import { readParam } from './generate-read-param.js';

/** What is made unless it is said. */
export const usualOperation = 'images.text2img';

/** The parameters that the options describe. */
export function modelsLabParameters(
  operation: string,
  prompt: string | undefined,
  images: readonly string[],
  options: InputOptions,
): StepInput {
  const judge = judgeOf(operation);
  let parameters: StepInput = {};
  for (const text of options.param ?? []) {
    const choices = readParam(text, 'safety_checker=false');
    if (choices[0].name === 'key') throw keyInArguments();
    parameters = place(judge, parameters, `--param ${choices[0].name}`, choices);
  }
  for (const { choices, option } of modelsLabMembers(prompt, images, options)) {
    parameters = place(judge, parameters, option, choices);
  }
  return parameters;
}

/**
 * Looks for mistakes and prints what is found to stderr; most of it are warnings, for the documents of this API
 * contradict themselves.
 *
 * @throws CommandFailure when it cannot be sent
 */
export function preflightModelsLab(operation: string, parameters: StepInput, io: CommandIo): void {
  const findings = checkModelsLab(operation, parameters);
  for (const finding of findings) io.err(findingLine(finding));
  if (!operation.includes('/') && findings.some(({ code, path }) => code === 'unknown_choice' && path === '')) {
    throw noOperation(operation);
  }
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  throw new CommandFailure(
    `This cannot be sent: ${count(errors.length, 'mistake')}, named above. Nothing was sent and nothing spent.`,
    exitCode.usage,
  );
}

/**
 * Submits a job: by the name of its operation, or by its address (`v8/music/make`) where this version does not list it.
 *
 * @throws CommandFailure for an operation that is neither
 */
export function submitModelsLab(
  client: ModelsLabClient,
  operation: string,
  parameters: StepInput,
  options: JobOptions,
): ModelsLabJob {
  const path = operation.split('/');
  try {
    return path.length > 1
      ? client.generate({ name: path.join('.'), path, fetchPath: [...path.slice(0, -1), 'fetch'] }, parameters, options)
      : // Its name is looked up there.
        client.generate(
          operation as typeof usualOperation,
          parameters as { model_id: string; prompt: string },
          options,
        );
  } catch (error) {
    throw error instanceof TypeError ? noOperation(operation) : error;
  }
}

function judgeOf(operation: string): Judge {
  return (input, { name, value }) => {
    const path = `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    return checkModelsLab(operation, { ...input, [name]: value })
      .filter((finding) => finding.path === path || finding.path.startsWith(`${path}/`))
      .map(({ code }) => code);
  };
}

function noOperation(operation: string): CommandFailure {
  return new CommandFailure(
    `ModelsLab has no kind of job ${JSON.stringify(operation)} that is known here. Nothing was sent and nothing spent. ` +
      'Names are such as images.img2img or video.text2video; any other goes by its address, such as v8/music/make.',
    exitCode.usage,
  );
}

function keyInArguments(): CommandFailure {
  return new CommandFailure(
    'A key is never taken from the command line, where every process on this machine can see it and the shell keeps it ' +
      'in its history: replace it, and set the new one as MODELSLAB_API_KEY, or with civitkit secrets set ' +
      'ModelsLab:ApiKey.',
    exitCode.usage,
  );
}
