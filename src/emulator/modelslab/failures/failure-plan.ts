import { jsonReply, type Reply } from '../../http/reply.js';
import type { Members, ModelsLabRoute, RouteKind } from '../route.js';
import type { ErrorsAt } from './failure.js';
import { type FailureName, namedFailure } from './named-failures.js';

/** A failure of requests to come. */
export interface PlannedFailure {
  /** One of the known ones, or an answer of your own. */
  readonly failure: FailureName | { readonly status: number; readonly body: Members };
  /** Submits, polls or other calls only; all unless told. */
  readonly at?: RouteKind;
  /** How the path below `/api` begins. */
  readonly path?: string;
  /** How many requests fail; 1 unless told. */
  readonly times?: number;
  /** Where it is said; as the emulator does everywhere unless told. */
  readonly errorsAt?: ErrorsAt;
}

/** The failures that are still to come. */
export interface FailurePlan {
  add(planned: PlannedFailure): void;
  clear(): void;
  /** The answer of the first failure that is meant for this request, and uses it up. */
  take(route: ModelsLabRoute, path: string): Reply | undefined;
}

/** Creates an empty plan. */
export function createFailurePlan(usualErrorsAt: ErrorsAt): FailurePlan {
  let entries: { readonly planned: PlannedFailure; left: number }[] = [];
  return {
    add: (planned) => {
      entries.push({ planned, left: planned.times ?? 1 });
    },
    clear: () => {
      entries = [];
    },
    take: ({ kind = 'call' }, path) => {
      const struck = entries.find(
        ({ planned, left }) =>
          left > 0 && (planned.at ?? kind) === kind && (planned.path === undefined || path.startsWith(planned.path)),
      );
      if (struck === undefined) return undefined;
      struck.left -= 1;
      const { failure, errorsAt = usualErrorsAt } = struck.planned;
      return typeof failure === 'string' ? namedFailure(failure, errorsAt) : jsonReply(failure.status, failure.body);
    },
  };
}
