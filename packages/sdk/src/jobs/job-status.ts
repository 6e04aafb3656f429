import type { LegacyAvailability, LegacyJobEventType } from './vocabulary.js';

/** One thing that a job has made, or will make. */
export interface LegacyJobResult {
  readonly blobKey?: string | null | undefined;
  readonly available?: boolean | null | undefined;
  /** Signed; expires. */
  readonly blobUrl?: string | null | undefined;
  /** ISO 8601. */
  readonly blobUrlExpirationDate?: string | null | undefined;
}

/** The last thing that happened to a job. */
export interface LegacyJobEvent {
  readonly type?: LegacyJobEventType | null | undefined;
  /** ISO 8601. */
  readonly dateTime?: string | null | undefined;
  readonly provider?: string | null | undefined;
  readonly context?: Readonly<Record<string, unknown>> | null | undefined;
  readonly retryAttempt?: number | null | undefined;
  readonly cost?: number | null | undefined;
  readonly jobHasCompleted?: boolean | null | undefined;
}

/** Where a job stands in the queue of one provider. */
export interface LegacyProviderStatus {
  readonly support?: LegacyAvailability | null | undefined;
  readonly queuePosition?:
    | {
        readonly precedingJobs?: number | null | undefined;
        readonly precedingCost?: number | null | undefined;
        /** ISO 8601. */
        readonly estimatedStartDate?: string | null | undefined;
      }
    | null
    | undefined;
}

/** A job as the server tells of it. {@link legacyJobState} says what it amounts to. */
export interface LegacyJobStatus {
  readonly jobId?: string | null | undefined;
  readonly cost?: number | null | undefined;
  /** One, or a list; {@link legacyJobResults} makes a list of both. */
  readonly result?: LegacyJobResult | readonly LegacyJobResult[] | null | undefined;
  /** False says that nothing more will come, not that anything came. */
  readonly scheduled?: boolean | null | undefined;
  readonly properties?: Readonly<Record<string, unknown>> | null | undefined;
  readonly serviceProviders?: Readonly<Record<string, LegacyProviderStatus>> | null | undefined;
  readonly lastEvent?: LegacyJobEvent | null | undefined;
  /** The job as it was submitted, when `detailed` was asked for. */
  readonly job?: Readonly<Record<string, unknown>> | null | undefined;
}

/** What was submitted together. */
export interface LegacyJobs {
  /** Stands for all of the jobs; finds them again. */
  readonly token: string | null;
  readonly jobs: readonly LegacyJobStatus[];
}

/** Jobs that were found by their properties. */
export interface LegacyJobsPage {
  readonly jobs: readonly LegacyJobStatus[];
  /** Where the next page begins; `null` on the last one. */
  readonly cursor: string | null;
}

/** Whether workers have a model. */
export interface LegacyCoverage {
  readonly availability: LegacyAvailability;
  /** How many have it loaded. */
  readonly workers: number;
}

/** What was used in a time. */
export interface LegacyConsumption {
  readonly images: number;
  readonly totalCost: number;
  /** ISO 8601. */
  readonly startDate?: string | null | undefined;
  /** ISO 8601. */
  readonly endDate?: string | null | undefined;
}
