/** Statuses that may change; workflows, steps and jobs have the same ones. */
export type OpenStatus = 'unassigned' | 'preparing' | 'scheduled' | 'processing';

/** Statuses that never change again. */
export type FinalStatus = 'succeeded' | 'failed' | 'expired' | 'canceled';

/** Where a workflow, a step or a job has got to. */
export type WorkStatus = OpenStatus | FinalStatus;

/** From the beginning on. */
export const OPEN_STATUSES: readonly OpenStatus[] = ['unassigned', 'preparing', 'scheduled', 'processing'];

/** Whether nothing more will happen. */
export function isFinal(status: WorkStatus): status is FinalStatus {
  return !OPEN_STATUSES.some((open) => open === status);
}

/** Of several ends the one that counts for the whole: a failed step weighs more than those canceled because of it. */
const WEIGHT: readonly FinalStatus[] = ['failed', 'expired', 'canceled', 'succeeded'];

/**
 * The status of a whole by those of its parts. As long as one part is open the furthest open one decides; once a part
 * has ended, work is under way even while the next one still waits.
 */
export function statusOfWhole(parts: readonly WorkStatus[]): WorkStatus {
  const open = OPEN_STATUSES.filter((status) => parts.includes(status));
  if (open.length === 0) return WEIGHT.find((status) => parts.includes(status)) ?? 'succeeded';
  return parts.some(isFinal) ? 'processing' : (open.at(-1) as OpenStatus);
}
