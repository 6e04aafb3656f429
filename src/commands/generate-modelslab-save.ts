import { sep } from 'node:path';
import type { ModelsLabClient, ModelsLabOutput, ModelsLabResult } from '@civitkit/sdk/modelslab/client';
import { CommandFailure } from '../exit-code.js';
import { exitCodeOf } from '../exit-code-of.js';
import { interrupted } from '../interrupted.js';
import { count } from '../output/count.js';
import { resumeCommand } from './generate-modelslab-follow.js';
import { nameByPattern, numberInName } from './workflows-file-names.js';
import type { SaveOptions } from './workflows-options.js';
import { type SavableFile, type Saving, saveFiles } from './workflows-save-files.js';

/** What is printed of a job that has succeeded. */
export interface FinishJobOptions extends Pick<SaveOptions, 'overwrite'> {
  /** Pattern of names. */
  readonly name: string;
  /** Kind of job. */
  readonly operation: string;
  readonly out: string;
  /** Whether its files are fetched; otherwise its reference is printed. */
  readonly save: boolean;
  readonly json?: boolean | undefined;
  readonly quiet?: boolean | undefined;
}

/**
 * Saves what a job has made, and prints it.
 *
 * @throws CommandFailure when not everything could be saved
 */
export async function finishJob(
  client: ModelsLabClient,
  result: ModelsLabResult,
  options: FinishJobOptions,
  saving: Saving,
): Promise<void> {
  const { json, name, operation, out, overwrite, quiet, save } = options;
  const { io, stop } = saving;
  if (result.nsfwContentDetected === true) {
    io.err('warning: the server says that it found mature content: what it made may be blurred or black.');
  }
  const { outputs } = result;
  const files = outputs.map((output, index): SavableFile => {
    const facts = { output, operation, jobId: result.id, index, total: outputs.length };
    return { name: outputName(name, facts), write: writerOf(client, output) };
  });
  const plan = { folder: out, quiet, ...(overwrite === true ? { overwrite } : {}) };
  const saved = save ? await saveFiles(files, plan, saving) : undefined;
  for (const path of saved?.paths ?? []) {
    if (json !== true) io.out(path);
    else if (quiet !== true) io.err(`saved ${path}`);
  }
  if (json === true) io.out(JSON.stringify(result.raw, undefined, 2));
  else if (saved === undefined) io.out(result.reference);
  const again = `Not all files of job ${result.reference} were saved. To fetch them: ${resumeCommand(result.reference, out)}`;
  if (stop.aborted) throw interrupted(stop.reason, again);
  if (saved?.failure !== undefined) throw new CommandFailure(again, exitCodeOf(saved.failure));
  if (saved === undefined) tellUnsaved(result, saving, quiet);
}

/** Without an id a job cannot be fetched again, so that its links are all there is of it. */
function tellUnsaved({ outputs, reference }: ModelsLabResult, { io }: Saving, quiet: boolean | undefined): void {
  if (reference === '') for (const output of outputs) if (output.kind === 'url') io.err(output.url);
  const name = reference === '' ? 'The job, which has no id,' : `Job ${reference}`;
  if (quiet !== true) io.err(`${name} is done, ${count(outputs.length, 'file')}. Its links expire.`);
}

/** An output among those of its job. */
interface PlacedOutput {
  readonly output: ModelsLabOutput;
  readonly operation: string;
  readonly jobId: string;
  /** Counted from 0. */
  readonly index: number;
  readonly total: number;
}

function outputName(pattern: string, { index, jobId, operation, output, total }: PlacedOutput): string {
  const { fileName, role } = output;
  const [, stem = fileName, ending = ''] = /^(.+?)(?:\.([a-z0-9]{1,12}))?$/i.exec(fileName) ?? [];
  const values = {
    workflow: jobId === '' ? 'job' : jobId,
    step: operation,
    type: operation,
    kind: role,
    index: numberInName(index, total),
    blob: stem,
  };
  return nameByPattern(pattern, values, ending.toLowerCase());
}

function writerOf({ outputs }: ModelsLabClient, output: ModelsLabOutput): SavableFile['write'] {
  return async (folder, name, { onProgress, overwrite, signal }) => {
    const onConflict = overwrite ? 'overwrite' : 'fail';
    return (await outputs.save(output, `${folder}${sep}`, { name, onConflict, signal, onProgress })).path;
  };
}
