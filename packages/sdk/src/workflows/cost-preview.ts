import { isJsonObject, type ParseContext } from '@civitkit/core/internal';
import type {
  BuzzClientAccount,
  JobSupport,
  TransactionInfo,
  Workflow,
  WorkflowCost,
  WorkflowStepJob,
} from '../generated/types.js';
import { readWorkflow } from './parse-workflow.js';

/** What would be taken from one account. */
export interface AccountCharge {
  readonly account: BuzzClientAccount;
  /** Buzz: debits less credits. */
  readonly amount: number;
}

/** Whether the workers take a job, and what is before it. */
export interface QueueOutlook {
  /** Name of its step. */
  readonly step: string;
  readonly support: JobSupport;
  /** Jobs before it in the queue. */
  readonly precedingJobs?: number;
  /** When it may start, ISO 8601. */
  readonly startAt?: string;
  /** When it may be done, ISO 8601. */
  readonly completeAt?: string;
}

/**
 * What a workflow would cost if it were submitted now. An estimate: the price may be another one a moment later, and some
 * models (`cost.variable`) are settled by what they deliver.
 */
export interface CostPreview {
  /** Buzz in all, tips and fees included. */
  readonly total: number;
  /** How the total comes about. */
  readonly cost: WorkflowCost;
  /** From which accounts it would be taken; empty when the server does not say, or when it costs nothing. */
  readonly charges: readonly AccountCharge[];
  /** Whether the accounts hold too little for it. */
  readonly insufficientBuzz: boolean;
  /** The worst of `queue`: with `unsupported` nothing would run it. `undefined` when the server does not say. */
  readonly support: JobSupport | undefined;
  /** One for each job that the server tells of. */
  readonly queue: readonly QueueOutlook[];
  /** The answer as it came. Its statuses mean nothing: there is no such workflow. */
  readonly workflow: Workflow;
}

/** From bad to good; what is not listed is taken for the worst. */
const supports: readonly JobSupport[] = ['unsupported', 'unavailable', 'available'];

/** Reads the answer to a request with `whatif=true`. */
export function parseCostPreview(json: unknown, context: ParseContext): CostPreview {
  const read = readWorkflow(json, context);
  const priced = isJsonObject(read['cost']) && Number.isFinite(read['cost']['total']);
  // Without a price it is no preview, and a limit could not be held.
  if (!priced) throw context.wrongShape('a workflow with "cost" and its "total"');
  const workflow = read as unknown as Workflow;
  const queue = (workflow.steps ?? []).flatMap(({ jobs, name }) => (jobs ?? []).flatMap((job) => outlookOf(name, job)));
  return {
    total: workflow.cost.total,
    cost: workflow.cost,
    charges: chargesOf(workflow.transactions?.list ?? []),
    insufficientBuzz: workflow.transactions?.insufficientBuzz === true,
    support: queue.map(({ support }) => support).toSorted((a, b) => supports.indexOf(a) - supports.indexOf(b))[0],
    queue,
    workflow,
  };
}

function outlookOf(step: string, { queuePosition }: WorkflowStepJob): readonly QueueOutlook[] {
  if (queuePosition === undefined || queuePosition === null) return [];
  const { completeAt, precedingJobs, startAt, support } = queuePosition;
  return [
    {
      step,
      support,
      ...(typeof precedingJobs === 'number' ? { precedingJobs } : {}),
      ...(typeof startAt === 'string' ? { startAt } : {}),
      ...(typeof completeAt === 'string' ? { completeAt } : {}),
    },
  ];
}

function chargesOf(transactions: readonly TransactionInfo[]): readonly AccountCharge[] {
  const amounts = new Map<BuzzClientAccount, number>();
  for (const { accountType, amount, type } of transactions) {
    amounts.set(accountType, (amounts.get(accountType) ?? 0) + (type === 'credit' ? -amount : amount));
  }
  return Array.from(amounts, ([account, amount]) => ({ account, amount }));
}
