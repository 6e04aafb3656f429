import type { AddressInfo } from 'node:net';
import { Secret } from '@civitkit/core/client';
import { generateWebhookSecret, mintCallbackUrl } from '@civitkit/sdk/webhooks';
import { Injectable } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import { HttpAdapterHost } from '@nestjs/core';

/** Where the generation API posts to. Replicas need one `WEBHOOK_SECRET`; without any, this process makes its own. */
@Injectable()
export class CallbackAddress {
  readonly secret: Secret;
  readonly #publicUrl: string | undefined;
  readonly #host: HttpAdapterHost;

  constructor(config: ConfigService, host: HttpAdapterHost) {
    const secret = config.get<string>('WEBHOOK_SECRET');
    this.secret = secret === undefined ? generateWebhookSecret() : new Secret(secret);
    this.#publicUrl = config.get<string>('PUBLIC_URL');
    this.#host = host;
  }

  /** The server wants https; the emulator takes this machine. */
  url(): string {
    const baseUrl = this.#publicUrl ?? `http://127.0.0.1:${this.#port()}`;
    return mintCallbackUrl({ baseUrl, path: 'hooks/civitai', secret: this.secret });
  }

  #port(): number {
    const server = this.#host.httpAdapter.getHttpServer() as { address(): AddressInfo };
    return server.address().port;
  }
}
