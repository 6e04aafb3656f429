import { access, constants, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { isCivitaiError, systemClock } from '@civitkit/core/client';
import { type OrchestrationClient, outputs, type Workflow, type WorkflowOutput } from '@civitkit/sdk/client';
import type { CommandIo } from '../command-io.js';
import { CommandFailure, exitCode } from '../exit-code.js';
import { createProgress, type Progress } from '../output/progress.js';
import { fileNameOf } from './workflows-file-names.js';
import type { SaveOptions } from './workflows-options.js';

/** Where and how files are saved. */
export interface SavePlan extends SaveOptions {
  readonly folder: string;
  readonly quiet?: boolean | undefined;
}

/** What became of the files of a workflow. */
export interface SavedFiles {
  /** Absolute, in the order of the workflow. */
  readonly paths: readonly string[];
  /** The first thing that went wrong; the others were told. */
  readonly failure?: unknown;
}

/** What saving needs besides the plan. */
export interface SaveParts {
  readonly generation: OrchestrationClient;
  readonly io: CommandIo;
  readonly stop: AbortSignal;
}

/** Files that are fetched at a time. */
const atOnce = 3;

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
  const { io, stop } = parts;
  const { files } = sortOutputs(workflow);
  const progress = createProgress(io, { clock: systemClock, quiet: plan.quiet });
  const close = (): void => progress.close();
  stop.addEventListener('abort', close, { once: true });
  const workflowId = workflow.id ?? 'workflow';
  const saver = new Saver(plan, parts, progress);
  const waiting = files.entries();
  const worker = async (): Promise<void> => {
    for (const [index, output] of waiting) {
      if (stop.aborted) return;
      await saver.save(output, index, fileNameOf(plan.name, { workflowId, output, index, total: files.length }));
    }
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, worker));
  } finally {
    stop.removeEventListener('abort', close);
    progress.close();
  }
  for (const line of saver.complaints) io.err(line);
  const paths = [...saver.paths.entries()].toSorted(([a], [b]) => a - b).map(([, path]) => path);
  return { paths, ...(saver.failure === undefined ? {} : { failure: saver.failure }) };
}

/** Saves one file after the other under names that are free. */
class Saver {
  readonly paths = new Map<number, string>();
  readonly complaints: string[] = [];
  failure: unknown;
  readonly #plan: SavePlan;
  readonly #parts: SaveParts;
  readonly #progress: Progress;
  readonly #taken = new Set<string>();

  constructor(plan: SavePlan, parts: SaveParts, progress: Progress) {
    this.#plan = plan;
    this.#parts = parts;
    this.#progress = progress;
  }

  async save(output: WorkflowOutput, index: number, name: string): Promise<void> {
    const item = this.#progress.item(name);
    const onProgress = ({ writtenBytes, expectedBytes }: { writtenBytes: number; expectedBytes?: number }): void => {
      const fraction = expectedBytes === undefined || expectedBytes === 0 ? undefined : writtenBytes / expectedBytes;
      if (fraction !== 1) item.update({ text: 'saving', fraction });
    };
    try {
      const path = await this.#download(output, name, onProgress);
      this.paths.set(index, path);
      item.end('done', 'saved');
    } catch (error) {
      if (this.#parts.stop.aborted) return;
      this.failure ??= error;
      item.end('failed', 'not saved');
      this.complaints.push(`${name} was not saved: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  async #download(
    { blob, id, url }: WorkflowOutput,
    name: string,
    onProgress: (progress: { writtenBytes: number; expectedBytes?: number }) => void,
  ): Promise<string> {
    const { generation, io, stop } = this.#parts;
    const { folder, overwrite = false } = this.#plan;
    const source = blob ?? url ?? id ?? '';
    for (let attempt = 1; ; attempt += 1) {
      const path = join(resolve(io.cwd, folder), numbered(name, attempt));
      // Two of one run must not overwrite each other, whatever was asked for.
      if (this.#taken.has(path.toLowerCase())) continue;
      this.#taken.add(path.toLowerCase());
      try {
        return (await generation.blobs.download(source, path, { overwrite, onProgress, signal: stop })).path;
      } catch (error) {
        if (!isCivitaiError(error) || error.code !== 'file_exists') throw error;
      }
    }
  }
}

/** `name.png`, `name-2.png`, `name-3.png`. */
function numbered(name: string, attempt: number): string {
  if (attempt === 1) return name;
  const [, stem = name, ending = ''] = /^(.+?)(\.[a-z0-9]+)?$/i.exec(name) ?? [];
  return `${stem}-${attempt}${ending}`;
}
