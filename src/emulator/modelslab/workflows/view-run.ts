import type { AssetStore } from '../assets/asset-store.js';
import type { Members } from '../route.js';
import type { WorkflowRun } from './workflow-run.js';

/** The file that a run makes. */
export function fileOf({ id, workflow }: WorkflowRun): string {
  return `workflow-${id}.${workflow.name === 'Clip maker' ? 'mp4' : 'png'}`;
}

/** What a run has made. */
function outputOf(run: WorkflowRun, assets: AssetStore): Members {
  const name = fileOf(run);
  return { output: [assets.urlOf(name)], proxy_links: [assets.proxyUrlOf(name)], status: 'success' };
}

/** Seconds, as far as both moments are known. */
function secondsOf({ completedAt, startedAt }: WorkflowRun): number | null {
  return completedAt === null ? null : (completedAt.getTime() - startedAt.getTime()) / 1000;
}

/** The answer about a run. It is a success at the top whatever became of the run. */
export function viewRun(run: WorkflowRun, assets: AssetStore): Members {
  const { completedAt, error, id, startedAt, status, steps, workflow } = run;
  const when = { started_at: startedAt.toISOString(), completed_at: completedAt?.toISOString() ?? null };
  return {
    status: 'success',
    execution: { id, workflow_id: workflow.id, status, ...when, execution_time: secondsOf(run) },
    ...(status === 'completed' ? { output: outputOf(run, assets) } : {}),
    ...(error === undefined ? {} : { error }),
    steps: steps.map((step) => ({
      name: step.name,
      status: step.status,
      started_at: step.startedAt?.toISOString() ?? null,
      completed_at: step.completedAt?.toISOString() ?? null,
    })),
  };
}

/** What applications are told: documented in two forms, of which the workflows' own page has the flat one. */
export function runEvent(run: WorkflowRun, assets: AssetStore, form: 'flat' | 'nested'): Members {
  const { completedAt, error, id, parameters, startedAt, status, workflow } = run;
  const event = `workflow.${status}`;
  const completed_at = completedAt?.toISOString();
  if (form === 'flat') {
    const result = status === 'completed' ? { output: outputOf(run, assets) } : { error };
    return { event, execution_id: id, workflow_id: workflow.id, status, ...result, completed_at };
  }
  const result = status === 'completed' ? { output_data: { images: [assets.urlOf(fileOf(run))] } } : { error };
  const when = { started_at: startedAt.toISOString(), completed_at, execution_time: secondsOf(run) };
  return {
    event,
    workflow: { id: workflow.id, name: workflow.name, user_id: 12_345 },
    execution: { id: `exec_${id}`, status, ...when, input_data: parameters, ...result },
  };
}
