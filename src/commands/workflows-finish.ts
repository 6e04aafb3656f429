import type { Workflow } from '@civitkit/sdk/client';
import { CommandFailure } from '../exit-code.js';
import { exitCodeOf } from '../exit-code-of.js';
import { interrupted } from '../interrupted.js';
import { count } from '../output/count.js';
import type { FollowedWorkflow } from './workflows-follow.js';
import { assertSuccess, tellWithheld } from './workflows-outcome.js';
import { type SaveParts, type SavePlan, saveOutputs, sortOutputs } from './workflows-save.js';

/** What is printed of a workflow that has ended. */
export interface FinishOptions {
  /** Where its files go; without one they are not fetched. */
  readonly save?: SavePlan | undefined;
  readonly json?: boolean | undefined;
  readonly quiet?: boolean | undefined;
  /** Printed on stdout instead of files. */
  readonly id?: boolean | undefined;
}

/**
 * Saves what a workflow has made, also one that failed halfway, and prints it.
 *
 * @throws CommandFailure when the workflow did not succeed, or something was withheld or could not be saved
 */
export async function finishWorkflow(
  followed: FollowedWorkflow,
  { id, json, quiet, save }: FinishOptions,
  parts: SaveParts,
): Promise<void> {
  const { workflow } = followed;
  const { io, stop } = parts;
  tellWithheld(workflow, io);
  const saved = save === undefined ? undefined : await saveOutputs(workflow, save, parts);
  for (const path of saved?.paths ?? []) {
    if (json !== true) io.out(path);
    else if (quiet !== true) io.err(`saved ${path}`);
  }
  if (json === true) io.out(JSON.stringify(workflow, undefined, 2));
  else if (id === true) io.out(workflow.id ?? '');
  if (stop.aborted) throw interrupted(stop.reason, notAll(workflow, save));
  assertSuccess(followed);
  if (saved?.failure !== undefined) throw new CommandFailure(notAll(workflow, save), exitCodeOf(saved.failure));
  if (quiet !== true && saved === undefined) io.err(summary(workflow));
}

function notAll({ id }: Workflow, save: SavePlan | undefined): string {
  const folder = save === undefined ? '' : ` --save ${save.folder}`;
  return `Not all files of workflow ${id} were saved. To fetch them again: civitkit workflows watch ${id}${folder}`;
}

function summary(workflow: Workflow): string {
  const { files } = sortOutputs(workflow);
  // An ephemeral one has none, and cannot be asked for again.
  if (typeof workflow.id !== 'string') return `Workflow ${workflow.status}, ${count(files.length, 'file')}.`;
  const hint = files.length === 0 ? '' : ` To save: civitkit workflows watch ${workflow.id} --save <folder>.`;
  return `Workflow ${workflow.id} ${workflow.status}, ${count(files.length, 'file')}.${hint}`;
}
