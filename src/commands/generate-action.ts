import type { RunOptions, WorkflowTemplate } from '@civitkit/sdk/client';
import type { CommandIo } from '../command-io.js';
import { interrupted, untilStopped } from '../interrupted.js';
import { costLines } from '../output/money.js';
import type { GenerateOptions } from './generate.js';
import { agreeToCost, refuseTooDear } from './generate-agree.js';
import { nothingSpent } from './generate-ask.js';
import { refuseModelsLabOptions } from './generate-modelslab-options.js';
import { type PreparedWorkflow, prepareWorkflow } from './generate-prepare.js';
import { finishWorkflow } from './workflows-finish.js';
import { followWorkflow, goesOn } from './workflows-follow.js';
import { type OpenClients, openClients } from './workflows-open-client.js';
import { prepareFolder } from './workflows-save.js';

/** What an ephemeral workflow is held for, so that its result is not lost. */
const heldSeconds = 60;

/** `civitkit generate`. */
export async function runGenerate(prompt: string | undefined, options: GenerateOptions, io: CommandIo): Promise<void> {
  refuseModelsLabOptions(options);
  const stop = io.stopSignal();
  using clients = await openClients(options, io);
  const waitSeconds = options.wait ? heldSeconds : 0;
  const prepared = await untilStopped(stop, nothingSpent, () =>
    prepareWorkflow(prompt, options, { clients, io, signal: stop, waitSeconds, quiet: options.quiet }),
  );
  if (options.dryRun === true) showPreview(prepared, options, io);
  else await spend(prepared, options, { clients, io, stop });
}

/** What `--dry-run` prints. */
function showPreview({ preview }: PreparedWorkflow, { json, maxCost }: GenerateOptions, io: CommandIo): void {
  if (json === true) io.out(JSON.stringify(preview.workflow, undefined, 2));
  else for (const line of costLines(preview)) io.out(line);
  refuseTooDear(preview, maxCost);
}

interface Spending {
  readonly clients: OpenClients;
  readonly io: CommandIo;
  readonly stop: AbortSignal;
}

async function spend(
  { preview, template }: PreparedWorkflow,
  options: GenerateOptions,
  { clients, io, stop }: Spending,
): Promise<void> {
  const { cancelOnInterrupt, json, name, out, overwrite, quiet, timeout } = options;
  const { generation } = clients;
  const save =
    options.save && options.wait
      ? { folder: out, name, quiet, ...(overwrite === true ? { overwrite } : {}) }
      : undefined;
  if (save !== undefined) await prepareFolder(out, io);
  const maxCost = await agreeToCost(preview, options, { io, stop });
  if (stop.aborted) throw interrupted(stop.reason, nothingSpent);
  const limit: RunOptions = maxCost === undefined ? {} : { maxCost };
  if (!options.wait) {
    await submitOnly(template, limit, { clients, io, stop }, options);
    return;
  }
  const followed = await followWorkflow((run) => generation.run(template, { ...run, ...limit }), {
    io,
    stop,
    timeout,
    quiet,
    cancelOnInterrupt,
  });
  await finishWorkflow(followed, { save, json, quiet, id: save === undefined }, { generation, io, stop });
}

/** Submits and prints the id; Ctrl-C meanwhile waits for it, or nobody would know what was paid for. */
async function submitOnly(
  template: WorkflowTemplate,
  limit: RunOptions,
  { clients, io, stop }: Spending,
  { json, quiet }: GenerateOptions,
): Promise<void> {
  const workflow = await clients.generation.run(template, limit).submitted();
  io.out(json === true ? JSON.stringify(workflow, undefined, 2) : (workflow.id ?? ''));
  if (stop.aborted) throw interrupted(stop.reason, goesOn(String(workflow.id)));
  if (quiet !== true) io.err(goesOn(String(workflow.id)));
}
