import { Controller, Inject, Post, Req, Res, type Type, VERSION_NEUTRAL } from '@nestjs/common';
import { nestWebhook } from '../../webhooks/adapters/nest-webhook.js';
import type { WebhookHandler } from '../../webhooks/webhook-handler.js';
import type { SecretPlace } from '../../webhooks/webhook-secret.js';

/** Where a handler is bound inside its module. */
export const webhookHandlerToken: unique symbol = Symbol.for('@civitkit/sdk/webhookHandler');

/** Where events are posted to. */
export interface WebhookRoute {
  /** Path of the controller, before the secret. Default: `hooks/civitai`. */
  readonly path?: string | undefined;
  /** As the handler's own. Default: `path`, the last segment. */
  readonly secretIn?: SecretPlace | undefined;
  /** Decorators for the controller, such as the one that your guard knows public routes by. */
  readonly decorators?: readonly ClassDecorator[] | undefined;
}

/** Makes a controller class of its own for a route: paths lie in a class's metadata. */
export function webhookController({ path = 'hooks/civitai', secretIn = 'path', decorators = [] }: WebhookRoute): Type {
  class CivitaiWebhookController {
    readonly #answer: ReturnType<typeof nestWebhook>;

    constructor(handler: WebhookHandler) {
      this.#answer = nestWebhook(handler);
    }

    receive(request: object, response: object): Promise<void> {
      return this.#answer(request, response);
    }
  }
  const { prototype } = CivitaiWebhookController;
  Inject(webhookHandlerToken)(CivitaiWebhookController, undefined, 0);
  Req()(prototype, 'receive', 0);
  // Nest leaves the answer to whoever has asked for the response.
  Res()(prototype, 'receive', 1);
  const route = Object.getOwnPropertyDescriptor(prototype, 'receive') as TypedPropertyDescriptor<unknown>;
  Post(secretIn === 'path' ? ':secret' : '')(prototype, 'receive', route);
  for (const decorate of decorators) decorate(CivitaiWebhookController);
  // The URL is written into workflows: versions of the application's own API do not concern it.
  Controller({ path, version: VERSION_NEUTRAL })(CivitaiWebhookController);
  return CivitaiWebhookController;
}
