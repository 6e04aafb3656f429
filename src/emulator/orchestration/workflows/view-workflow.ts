import type { BlobStore, BlobViewOptions } from '../blobs/blob-store.js';
import { dateText, dateTextOrNull } from './date-text.js';
import { viewStep } from './view-step.js';
import type { JsonObject, WorkflowRecord } from './workflow-record.js';

/** A workflow as answers show it. */
export function viewWorkflow(workflow: WorkflowRecord, blobs: BlobStore, options: BlobViewOptions): JsonObject {
  const { settings, insufficientBuzz } = workflow;
  return {
    id: workflow.id,
    createdAt: dateText(workflow.createdAt),
    transactions: {
      list: workflow.transactions,
      ...(insufficientBuzz === undefined ? {} : { insufficientBuzz }),
    },
    metadata: workflow.metadata,
    status: workflow.status,
    startedAt: dateTextOrNull(workflow.startedAt),
    completedAt: dateTextOrNull(workflow.completedAt),
    tags: workflow.tags,
    arguments: settings.arguments,
    steps: workflow.steps.map((step) => viewStep(step, blobs, options)),
    callbacks: settings.callbacks,
    tips: settings.tips,
    cost: workflow.cost,
    ...(settings.nsfwLevel === undefined ? {} : { nsfwLevel: settings.nsfwLevel }),
    experimental: settings.experimental ?? null,
    allowMatureContent: workflow.allowMatureContent ?? null,
    upgradeMode: settings.upgradeMode,
    currencies: settings.currencies,
    forceRefunded: false,
    ephemeral: settings.ephemeral ?? null,
    externalId: settings.externalId ?? null,
    ...(settings.tier === undefined ? {} : { tier: settings.tier }),
    ...(workflow.downloadPriority === undefined ? {} : { downloadPriority: workflow.downloadPriority }),
  };
}
