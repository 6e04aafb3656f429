import type { InjectedBy, InjectedToken } from '@civitkit/core/nestjs';
import {
  type DynamicModule,
  type FactoryProvider,
  Inject,
  Logger,
  Module,
  type ModuleMetadata,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { createWebhookHandler } from '../../webhooks/create-webhook-handler.js';
import type { WebhookHandler, WebhookHandlerOptions } from '../../webhooks/webhook-handler.js';
import { type WebhookRoute, webhookController, webhookHandlerToken } from './webhook-controller.js';

/** How events are received; where the secret is, is part of the route. */
export type CivitaiWebhookOptions = Omit<WebhookHandlerOptions, 'secretIn'>;

/** How events are received by an application whose providers do the work. */
export interface CivitaiWebhookAsyncOptions<T extends readonly InjectedToken[]> extends WebhookRoute {
  /** Modules whose exports the factory is given. */
  readonly imports?: ModuleMetadata['imports'] | undefined;
  /** What the factory is given, in this order. */
  readonly inject?: readonly [...T] | undefined;
  /** Gives the options of the handler. */
  useFactory(
    ...dependencies: { [I in keyof T]: InjectedBy<T[I]> }
  ): CivitaiWebhookOptions | Promise<CivitaiWebhookOptions>;
}

/**
 * A controller that receives what the generation API posts to callbacks: `POST /hooks/civitai/<secret>`, on Express and on
 * Fastify. What is answered, and what is handed over, is said at `createWebhookHandler`. Errors of `onEvent` go to Nest's
 * `Logger` unless there is an `onError`.
 *
 * Nest's own parser reads the body first, and refuses more than 100 kB (Express) or 1 MiB (Fastify): raise that for detailed
 * events. When the application ends, events that have been acknowledged are handled before the clients are closed.
 *
 * @example
 * ```ts
 * import { CivitaiWebhookModule } from '@civitkit/sdk/nestjs';
 * import { Injectable, Module } from '@nestjs/common';
 * import { ConfigModule, ConfigService } from '@nestjs/config';
 *
 * @Injectable()
 * class Gallery {
 *   async show(workflowId: string): Promise<void> {}
 * }
 *
 * @Module({ providers: [Gallery], exports: [Gallery] })
 * class GalleryModule {}
 *
 * @Module({
 *   imports: [
 *     CivitaiWebhookModule.forRootAsync({
 *       imports: [ConfigModule.forRoot(), GalleryModule],
 *       inject: [ConfigService, Gallery],
 *       useFactory: (config, gallery) => ({
 *         secret: config.getOrThrow<string>('WEBHOOK_SECRET'),
 *         onEvent: async (event) => {
 *           if (event.kind === 'workflow' && event.status === 'succeeded') await gallery.show(event.workflowId ?? '');
 *         },
 *       }),
 *     }),
 *   ],
 * })
 * export class AppModule {}
 * ```
 */
export class CivitaiWebhookModule implements OnApplicationShutdown {
  readonly #handler: WebhookHandler;

  /** For Nest. */
  constructor(handler: WebhookHandler) {
    this.#handler = handler;
  }

  /**
   * Receives events with a handler made from options.
   *
   * @throws nothing: options that make no sense show when the application starts, as a TypeError or RangeError
   */
  static forRoot(options: CivitaiWebhookOptions, route: WebhookRoute = {}): DynamicModule {
    return CivitaiWebhookModule.forRootAsync({ ...route, useFactory: () => options });
  }

  /** Receives events with a handler whose options come from providers. */
  static forRootAsync<const T extends readonly InjectedToken[] = readonly []>(
    options: CivitaiWebhookAsyncOptions<T>,
  ): DynamicModule {
    const { imports = [], inject = [], secretIn } = options;
    const handler: FactoryProvider<WebhookHandler> = {
      provide: webhookHandlerToken,
      inject: [...inject],
      useFactory: async (...dependencies: readonly unknown[]): Promise<WebhookHandler> => {
        const given = await options.useFactory(...(dependencies as never));
        return createWebhookHandler({ onError: report, ...given, secretIn });
      },
    };
    return {
      module: CivitaiWebhookModule,
      imports: [...imports],
      controllers: [webhookController(options)],
      providers: [handler],
      exports: [webhookHandlerToken],
    };
  }

  /** Comes after the HTTP server has been closed, and before the clients are. */
  async onApplicationShutdown(): Promise<void> {
    await this.#handler.idle();
  }
}
Module({})(CivitaiWebhookModule);
Inject(webhookHandlerToken)(CivitaiWebhookModule, undefined, 0);

/** The event itself may hold prompts, and is not shown. */
function report(error: unknown): void {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  new Logger('CivitaiWebhooks').error(`An event was not handled: ${name}: ${message}`);
}
