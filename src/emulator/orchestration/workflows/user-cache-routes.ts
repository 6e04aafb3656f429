import { emptyReply } from '../../http/reply.js';
import type { OrchestrationRoute } from '../route.js';
import { invalid } from '../validation/error-map.js';

const PATH = '/v2/consumer/civitai/:userId';

/** What a user may do is never cached here, so forgetting it does nothing. */
export function createUserCacheRoutes(): readonly OrchestrationRoute[] {
  return [PATH, `${PATH}/tokens`].map((path) => ({
    method: 'DELETE',
    path,
    handle: ({ parameters }) => {
      const userId = parameters['userId'] ?? '';
      return /^\d+$/.test(userId) ? emptyReply(204) : invalid('userId', `The value '${userId}' is not valid.`);
    },
  }));
}
