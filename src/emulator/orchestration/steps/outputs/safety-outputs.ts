import { isJsonObject } from '../../../http/body-checks.js';
import { isMature } from '../../blobs/nsfw-levels.js';
import { type OutputContext, textIn } from '../output-context.js';
import { type OutputBuilders, textsOf } from './output-builder.js';

const POLICIES = ['sexual', 'violence'];

/** What a moderation model says about one label: the marker for maturity triggers all of them. */
function verdict({ markers }: OutputContext): Record<string, unknown> {
  const triggered = markers.nsfwLevel !== undefined;
  return {
    action: triggered ? 'block' : 'allow',
    threshold: 0.5,
    score: triggered ? 0.93 : 0.02,
    triggered,
    topToken: triggered ? 'unsafe' : 'safe',
    finishReason: 'stop',
  };
}

/** The labels of a request; the usual ones unless it names some. */
function labelsOf(given: unknown): readonly string[] {
  const labels = textsOf(given);
  return labels.length === 0 ? POLICIES : labels;
}

function triggeredOf(context: OutputContext, labels: readonly string[]): readonly string[] {
  return context.markers.nsfwLevel === undefined ? [] : labels;
}

/** Wants a part of a rating only when it was asked for. */
function asked(context: OutputContext, member: string, part: Record<string, unknown>): Record<string, unknown> {
  return context.input[member] === true ? part : {};
}

/** Steps that look at media and texts and judge them. */
export const SAFETY_OUTPUTS: OutputBuilders = {
  ageClassification: ({ input }) => ({
    labels: {
      [textIn(input, 'mediaUrl', '')]: [{ age: 'Adult 21-44', isMinor: false, boundingBox: [10, 10, 90, 90] }],
    },
    hasMinor: false,
    numPredictions: 1,
    numFlagged: 0,
    faceRecognitionAvailable: false,
  }),
  batchOCRSafetyClassification: ({ input }) => ({
    results: textsOf(input['mediaUrls']).map((mediaUrl) => ({ mediaUrl, classification: 'safe', text: null })),
  }),
  mediaRating: (context) => {
    const nsfwLevel = context.markers.nsfwLevel ?? 'pg';
    return {
      nsfwLevel,
      blockedReason: context.markers.withheld ?? null,
      isBlocked: context.markers.withheld !== undefined,
      labels: isMature(nsfwLevel) ? ['nudity'] : [],
      ...asked(context, 'includeAgeClassification', { ageClassification: { detections: [], minorDetected: false } }),
      ...asked(context, 'includeFaceRecognition', { faceRecognition: { faces: [] } }),
      ...asked(context, 'includeAIRecognition', { aiRecognition: { label: 'AI', confidence: 0.98 } }),
      ...asked(context, 'includeAnimeRecognition', { animeRecognition: { label: 'real', confidence: 0.9 } }),
      ...asked(context, 'includeHumanRecognition', {
        humanRecognition: { label: 'no_human', confidence: 0.95, humanScore: 0.05, noHumanScore: 0.95 },
      }),
      ...asked(context, 'includeBodyAgeClassification', { bodyAgeClassification: { detections: [] } }),
    };
  },
  wdTagging: () => ({ tags: { sky: 0.91, cloud: 0.74 }, rating: { general: 0.98, explicit: 0.01 } }),
  shieldstralModeration: (context) => {
    const overrides = context.input['policyOverrides'];
    const named = (Array.isArray(overrides) ? overrides : [])
      .filter(isJsonObject)
      .map((one) => textIn(one, 'policy', ''));
    const policies = named.length > 0 ? named : labelsOf(context.input['policies']);
    const triggeredPolicies = triggeredOf(context, policies);
    return {
      results: policies.map((policy) => ({ policy, ...verdict(context) })),
      blocked: triggeredPolicies.length > 0,
      triggeredPolicies,
    };
  },
  xGuardModeration: (context) => {
    const labels = labelsOf(context.input['labels']);
    const triggeredLabels = triggeredOf(context, labels);
    return {
      results: labels.map((label) => ({ label, ...verdict(context), field: 'text', modelReason: '' })),
      blocked: triggeredLabels.length > 0,
      triggeredLabels,
    };
  },
};
