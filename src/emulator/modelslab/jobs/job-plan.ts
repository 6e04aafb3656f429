/** How a job to come turns out, where it should be another way than usual. */
export interface JobPlan {
  /** Jobs whose path below `/api` begins like this; all unless told. */
  readonly path?: string;
  /** How many jobs; 1 unless told. */
  readonly times?: number;
  /** How it ends; `success` unless told. `error` is the other word for `failed`, and `never` stays in work. */
  readonly end?: 'success' | 'failed' | 'error' | 'never';
  /** What is said of a job that fails; an empty text says nothing. */
  readonly message?: string;
  /** How long it takes; 0 ends it in the answer to the submit. */
  readonly workMs?: number;
  /** It ends with this poll, however long that takes. */
  readonly polls?: number;
  /** How many polls say `success` and have no output yet. */
  readonly emptyOutputs?: number;
  /** What its id looks like; as usual in its family unless told. `none` leaves it out of every answer. */
  readonly id?: 'number' | 'text' | 'none';
  /** What the server says about the time it takes; `null` leaves it out. */
  readonly etaSeconds?: number | null;
  /** Where the server says it is fetched; `null` leaves it out. */
  readonly fetchResult?: string | null;
  readonly proxyLinks?: 'list' | 'object' | 'none';
  /** The form of a transcript; `url` unless told. */
  readonly transcript?: 'url' | 'text' | 'object' | 'field' | 'nested';
}

/** The plans of jobs to come. */
export interface JobPlans {
  add(plan: JobPlan): void;
  clear(): void;
  /** The first that is meant for this job, used up. */
  take(path: string): JobPlan;
}

/** Creates an empty list of plans. */
export function createJobPlans(): JobPlans {
  let entries: { readonly plan: JobPlan; left: number }[] = [];
  return {
    add: (plan) => {
      entries.push({ plan, left: plan.times ?? 1 });
    },
    clear: () => {
      entries = [];
    },
    take: (path) => {
      const entry = entries.find(
        ({ left, plan }) => left > 0 && (plan.path === undefined || path.startsWith(plan.path)),
      );
      if (entry === undefined) return {};
      entry.left -= 1;
      return entry.plan;
    },
  };
}
