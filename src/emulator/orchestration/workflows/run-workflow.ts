import { isFinal } from '../lifecycle/work-status.js';
import { startWorkflow } from '../lifecycle/workflow-run.js';
import type { Markers } from '../steps/markers.js';
import { makeOutput } from '../steps/step-output.js';
import { blockedReason, settleWorkflow } from './settle-workflow.js';
import { viewOutput } from './view-step.js';
import type { StepEnd, StepRecord, WorkflowRecord } from './workflow-record.js';
import type { Workshop } from './workshop.js';

function produce(workflow: WorkflowRecord, step: StepRecord, markers: Markers, workshop: Workshop): unknown {
  const reason = markers.withheld ?? blockedReason(workflow, markers.nsfwLevel, workshop);
  return makeOutput(step.type, step.input, {
    blobs: workshop.blobs,
    media: workshop.media,
    markers,
    jobIds: step.jobs.filter(({ status }) => !isFinal(status)).map(({ id }) => id),
    preview: false,
    ...(reason === undefined ? {} : { blockedReason: reason }),
  });
}

/** What remains to be done when a workflow has ended, once everybody has been told. */
function tidyUp(workflow: WorkflowRecord, { runs, store }: Workshop): void {
  if (!isFinal(workflow.status)) return;
  runs.delete(workflow);
  if (workflow.settings.ephemeral === true) store.forget(workflow);
}

/** Keeps a workflow and starts its work. */
export function runWorkflow(workflow: WorkflowRecord, workshop: Workshop): void {
  const { pace, timers, gate, events, watchers, blobs, store, runs } = workshop;
  store.add(workflow);
  const run = startWorkflow(workflow, {
    pace,
    timers,
    gate,
    produce: (one, step, markers) => produce(one, step, markers, workshop),
    show: (step) => viewOutput(step, blobs, { hideMatureContent: false }),
    settle: (one) => settleWorkflow(one, workshop),
    stepChanged: (one, step, repeated) => {
      if (!repeated) events.step(one, step);
    },
    statusChanged: (one) => events.workflow(one),
    changed: (one) => {
      watchers.changed(one);
      tidyUp(one, workshop);
    },
  });
  // A workflow whose references lead nowhere may be over already.
  if (!isFinal(workflow.status)) runs.set(workflow, run);
}

/** Ends a workflow, or one step of it; false when it was over. */
export function endWorkflow(workflow: WorkflowRecord, end: StepEnd, workshop: Workshop, stepName?: string): boolean {
  const run = workshop.runs.get(workflow);
  run?.end(end, stepName);
  return run !== undefined;
}
