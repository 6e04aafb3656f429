import { isJsonObject, type JsonObject } from '@civitkit/core/internal';
import type { ModerationVerdict } from '../errors/workflow-error.js';
import type { WorkflowStep } from '../generated/types.js';
import { blockedReasonOf } from '../outputs/read-output.js';

/** What the moderation steps among these said: the first that kept something back, else the first. */
export function findModeration(steps: readonly WorkflowStep[]): ModerationVerdict | undefined {
  const verdicts = steps.map(verdictOf).filter((verdict) => verdict !== undefined);
  return verdicts.find(({ blocked }) => blocked) ?? verdicts[0];
}

/** Reads any output that is a verdict by its members, whichever the kind of the step. */
function verdictOf({ name, output }: WorkflowStep): ModerationVerdict | undefined {
  if (!isJsonObject(output)) return undefined;
  const { moderationStatus, nsfwLevel } = output;
  const blocked = output['isBlocked'] ?? output['blocked'];
  if (typeof blocked !== 'boolean' && typeof moderationStatus !== 'string') return undefined;
  const blockedReason = blockedReasonOf(output);
  return {
    step: name,
    blocked: blocked === true || moderationStatus === 'rejected',
    labels: [...texts(output, 'triggeredLabels'), ...texts(output, 'triggeredPolicies'), ...texts(output, 'labels')],
    ...(typeof nsfwLevel === 'string' ? { nsfwLevel } : {}),
    ...(blockedReason === undefined ? {} : { blockedReason }),
    ...(typeof moderationStatus === 'string' ? { moderationStatus } : {}),
  };
}

function texts(output: JsonObject, member: string): readonly string[] {
  const values = output[member];
  return Array.isArray(values) ? values.filter((value) => typeof value === 'string') : [];
}
