import type { FieldTree } from '@civitkit/core/internal';
import type { Workflow, WorkflowStep, WorkflowStepJob, WorkflowStepPreparation } from '../generated/types.js';

const jobFields: FieldTree<WorkflowStepJob> = {
  id: true,
  status: true,
  startedAt: true,
  completedAt: true,
  queuePosition: { support: true, precedingJobs: true, startAt: true, completeAt: true },
  cost: true,
  estimatedProgressRate: true,
  reason: true,
  blockedReason: true,
};

const preparationFields: FieldTree<WorkflowStepPreparation> = {
  resource: true,
  queuePosition: true,
  progress: true,
  etaSeconds: true,
  lane: true,
  boostedEtaSeconds: true,
  bytesPerSecond: true,
  resources: true,
};

/** What every step has, whatever its type. */
type StepMember = Extract<keyof WorkflowStep, string> | 'input' | 'output';

/** The known fields of a step, for strict parsing; input and output are the business of its type. */
export const stepFields: Readonly<Record<StepMember, unknown>> = {
  $type: true,
  name: true,
  priority: true,
  timeout: true,
  retries: true,
  jobs: [jobFields],
  status: true,
  startedAt: true,
  completedAt: true,
  metadata: true,
  estimatedProgressRate: true,
  preparation: preparationFields,
  queuePosition: true,
  input: true,
  output: true,
};

/** The known fields of a workflow down to its jobs, for strict parsing. */
export const workflowFields: FieldTree<Workflow> = {
  id: true,
  createdAt: true,
  transactions: { list: [{ type: true, amount: true, id: true, accountType: true }], insufficientBuzz: true },
  metadata: true,
  status: true,
  startedAt: true,
  completedAt: true,
  tags: true,
  arguments: true,
  // The steps are a union of every type, whose trees the compiler would compare one by one.
  steps: [stepFields] as unknown as true,
  callbacks: [{ url: true, type: true, detailed: true }],
  tips: { civitai: true, creators: true },
  cost: {
    base: true,
    factors: true,
    fixed: true,
    tips: { civitai: true, creators: true },
    fees: true,
    total: true,
    variable: true,
  },
  nsfwLevel: true,
  experimental: true,
  allowMatureContent: true,
  upgradeMode: true,
  currencies: true,
  forceRefunded: true,
  ephemeral: true,
  externalId: true,
  lostBlobsRefund: true,
  deletedAt: true,
};
