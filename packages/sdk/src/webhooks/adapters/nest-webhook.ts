import type { ServerResponse } from 'node:http';
import type { WebhookHandler } from '../webhook-handler.js';
import { type FastifyReplyLike, type FastifyRequestLike, fastifyWebhook } from './fastify-webhook.js';
import { nodeWebhook, type RequestLike } from './node-webhook.js';

/**
 * For a controller of NestJS, on Express or Fastify; takes what `@Req()` and `@Res()` give.
 *
 * Nest parses bodies itself, with the limits of the platform (100 kB, 1 MiB): raise them for detailed events.
 *
 * ```ts
 * @Controller('hooks/civitai')
 * class CivitaiHooksController {
 *   readonly #answer = nestWebhook(webhooks);
 *
 *   @Post(':secret')
 *   receive(@Req() request: Request, @Res() response: Response) {
 *     return this.#answer(request, response);
 *   }
 * }
 * ```
 */
export function nestWebhook(handler: WebhookHandler): (request: object, response: object) => Promise<void> {
  const onNode = nodeWebhook(handler);
  const onFastify = fastifyWebhook(handler);
  return async (request, response) => {
    if (isFastify(response)) await onFastify(request as FastifyRequestLike, response);
    else await onNode(request as RequestLike, response as ServerResponse);
  };
}

function isFastify(response: object): response is FastifyReplyLike {
  return 'code' in response && typeof response.code === 'function' && !('writeHead' in response);
}
