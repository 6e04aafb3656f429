import { isJsonObject } from '../../http/body-checks.js';
import { jsonReply, type Reply } from '../../http/reply.js';
import { problemReply } from '../problem.js';
import { userOf } from '../requests/workflow-route.js';
import type { OrchestrationRoute } from '../route.js';
import type { CheckedTemplate } from '../validation/check-template.js';
import { invalid } from '../validation/error-map.js';
import type { Workshop } from './workshop.js';

/** The models that cost nothing under the free tier. */
const FREE_MODELS: readonly string[] = ['urn:air:sd1:checkpoint:civitai:4384@128713'];

function isFree({ type, input }: { readonly type: string; readonly input: unknown }): boolean {
  if (type === 'echo') return true;
  const model = isJsonObject(input) ? (input['model'] ?? FREE_MODELS[0]) : undefined;
  return type === 'textToImage' && typeof model === 'string' && FREE_MODELS.includes(model);
}

/** Takes one of the caller's free workflows, or says why not; does nothing for workflows that are paid. */
export function takeFreeWorkflow(template: CheckedTemplate, userId: number, { freeTier }: Workshop): Reply | undefined {
  if (template.settings.tier !== 'free') return undefined;
  const index = template.steps.findIndex((step) => !isFree(step));
  if (index !== -1) return invalid(`steps[${index}]`, 'The free tier has no such model.');
  const used = freeTier.used.get(userId) ?? 0;
  if (used >= freeTier.quota) return problemReply(400, 'No free workflow is left for today.');
  freeTier.used.set(userId, used + 1);
  return undefined;
}

/** `GET /v2/consumer/free-tier`. */
export function createFreeTierRoute({ freeTier, release }: Workshop): OrchestrationRoute {
  return {
    method: 'GET',
    path: '/v2/consumer/free-tier',
    handle: (request) => {
      if (release === 'august') return problemReply(404, 'There is nothing here.');
      const remaining = Math.max(0, freeTier.quota - (freeTier.used.get(userOf(request)) ?? 0));
      const models = FREE_MODELS.map((model) => ({ model, quota: freeTier.quota, remaining }));
      return jsonReply(200, { enabled: true, models });
    },
  };
}
