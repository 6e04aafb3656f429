import { isJsonObject } from '../../http/body-checks.js';
import { readMarkers } from '../steps/markers.js';
import { readTimeSpan } from '../validation/time-span.js';
import type { JobTemplate } from './job-template.js';

/** A job of the old interface. */
export interface LegacyJob {
  readonly id: string;
  readonly userId: number;
  readonly template: JobTemplate;
  readonly cost: number;
  readonly createdAt: number;
  /** When it ends, unless it is deleted before. */
  readonly endsAt: number;
  readonly ending: 'Succeeded' | 'Failed' | 'Expired';
  /** Why it fails. */
  readonly reason?: string;
  /** Ids of its images, made on order. */
  readonly blobIds: readonly string[];
  readonly deletedAt?: number;
}

/** Where a job is, as `lastEvent.type` says it. */
export type JobEventType = 'Initialized' | 'Claimed' | 'Updated' | 'Succeeded' | 'Failed' | 'Expired' | 'Deleted';

/** Width and height where the order has none. */
const USUAL_SIDE = 512;
/** Jobs die after ten minutes. */
const LIFE_MS = 600_000;

function numberOf(value: unknown, fallback: number): number {
  return typeof value === 'number' && value > 0 ? value : fallback;
}

/** What an order says about its images. */
export function imagesOf({ $type, params, quantity, batchSize }: JobTemplate): {
  readonly count: number;
  readonly width: number;
  readonly height: number;
  readonly steps: number;
} {
  const { width, height, steps }: JobTemplate = isJsonObject(params) ? params : {};
  return {
    count: $type === 'textToImage' ? numberOf(quantity, 1) * numberOf(batchSize, 1) : 1,
    width: numberOf(width, USUAL_SIDE),
    height: numberOf(height, USUAL_SIDE),
    steps: numberOf(steps, 30),
  };
}

/** What a job costs: 1 for a square of 512 in 30 steps, and in proportion. */
export function costOf(template: JobTemplate): number {
  const { count, width, height, steps } = imagesOf(template);
  return Math.round(((width * height * steps * count) / (USUAL_SIDE * USUAL_SIDE * 30)) * 1000) / 1000;
}

/** How a job will end and after how long, when its work takes `usualMs` and no marker in it says otherwise. */
export function endingOf(
  template: JobTemplate,
  usualMs: number,
): Pick<LegacyJob, 'ending' | 'reason'> & { readonly afterMs: number } {
  const { timeout } = template;
  const { workMs = usualMs, failure, expires } = readMarkers(template);
  const lifeMs = (typeof timeout === 'string' ? readTimeSpan(timeout) : undefined) ?? LIFE_MS;
  if (expires || workMs > lifeMs) return { ending: 'Expired', afterMs: Math.min(workMs, lifeMs) };
  if (failure !== undefined) return { ending: 'Failed', reason: failure.reason, afterMs: workMs };
  return { ending: 'Succeeded', afterMs: workMs };
}

/** Where a job is at a time: a tenth of the way it waits, then it is claimed, from the half on it reports. */
export function eventAt({ createdAt, endsAt, ending, deletedAt }: LegacyJob, now: number): JobEventType {
  if (deletedAt !== undefined) return 'Deleted';
  if (now >= endsAt) return ending;
  const share = (now - createdAt) / (endsAt - createdAt);
  if (share < 0.1) return 'Initialized';
  return share < 0.5 ? 'Claimed' : 'Updated';
}

/** Whether nothing more will happen to a job. */
export function hasEnded(job: LegacyJob, now: number): boolean {
  return job.deletedAt !== undefined || now >= job.endsAt;
}
