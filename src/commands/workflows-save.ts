import { access, constants, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type OrchestrationClient, outputs, type Workflow, type WorkflowOutput } from '@civitkit/sdk/client';
import type { CommandIo } from '../command-io.js';
import { CommandFailure, exitCode } from '../exit-code.js';
import { fileNameOf } from './workflows-file-names.js';
import type { SaveOptions } from './workflows-options.js';
import { type SavableFile, type SavedFiles, saveFiles } from './workflows-save-files.js';

/** Where and how files are saved. */
export interface SavePlan extends SaveOptions {
  readonly folder: string;
  readonly quiet?: boolean | undefined;
}

/** What saving needs besides the plan. */
export interface SaveParts {
  readonly generation: OrchestrationClient;
  readonly io: CommandIo;
  readonly stop: AbortSignal;
}

/** Creates the folder and makes sure that it can be written to, before anything is spent on what would lie in it. */
export async function prepareFolder(folder: string, { cwd }: CommandIo): Promise<void> {
  const path = resolve(cwd, folder);
  try {
    await mkdir(path, { recursive: true });
    await access(path, constants.W_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const message = `Files cannot be written to ${path} (${code}). Name another folder, or change its permissions.`;
    throw new CommandFailure(message, exitCode.storage);
  }
}

/** The files of a workflow that can be fetched, and those that are withheld. */
export function sortOutputs(workflow: Workflow): {
  readonly files: readonly WorkflowOutput[];
  readonly withheld: readonly WorkflowOutput[];
} {
  const all = [...outputs(workflow)];
  return { files: all.filter(isThere), withheld: all.filter((output) => !isThere(output)) };
}

function isThere({ available, id, url }: WorkflowOutput): boolean {
  return available && (url ?? id) !== undefined;
}

/** Saves every file of a workflow that is there; one that fails does not keep the others. */
export async function saveOutputs(workflow: Workflow, plan: SavePlan, parts: SaveParts): Promise<SavedFiles> {
  const { generation } = parts;
  const { files } = sortOutputs(workflow);
  const workflowId = workflow.id ?? 'workflow';
  const savable = files.map((output, index): SavableFile => {
    const source = output.blob ?? output.url ?? output.id ?? '';
    return {
      name: fileNameOf(plan.name, { workflowId, output, index, total: files.length }),
      write: async (folder, name, options) =>
        (await generation.blobs.download(source, join(folder, name), options)).path,
    };
  });
  return saveFiles(savable, plan, parts);
}
