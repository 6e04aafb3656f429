import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { CivitaiWebhookModule, webhookHandlerToken } from '@civitkit/sdk/nestjs';
import { mintCallbackUrl, sendTestEvent, type WebhookHandler, workflowEvent } from '@civitkit/sdk/webhooks';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';

const secret = 'the-secret-of-the-callback-url';

/** What an application answers to events; with a larger limit, the large one is taken. */
async function tryOut(options: { readonly rawBody: boolean }): Promise<object> {
  let events = 0;
  const onEvent = (): void => {
    events += 1;
  };
  @Module({ imports: [CivitaiWebhookModule.forRoot({ secret, onEvent })] })
  class AppModule {}

  const listen = async (bodyLimit?: number): Promise<readonly [NestFastifyApplication, string]> => {
    const adapter = new FastifyAdapter(bodyLimit === undefined ? {} : { bodyLimit });
    const app = await NestFactory.create<NestFastifyApplication>(AppModule, adapter, { logger: false, ...options });
    await app.listen(0, '127.0.0.1');
    const { port } = app.getHttpServer().address() as AddressInfo;
    return [app, mintCallbackUrl({ baseUrl: `http://127.0.0.1:${port}`, path: 'hooks/civitai', secret })];
  };
  const statusOf = async (url: string, event: Parameters<typeof sendTestEvent>[1]): Promise<number> =>
    (await sendTestEvent(url, event)).status;
  const large = JSON.stringify({ ...workflowEvent({ status: 'succeeded' }), text: 'x'.repeat(2_000_000) });

  const [app, url] = await listen();
  const [raised, raisedUrl] = await listen(10_485_760);
  const outcome = {
    taken: await statusOf(url, workflowEvent({ status: 'processing' })),
    wrongSecret: await statusOf(url.replace(secret, 'another-secret-of-some-length'), workflowEvent()),
    noEvent: await statusOf(url, '[]'),
    large: [await statusOf(url, large), await statusOf(raisedUrl, large)],
  };
  for (const one of [app, raised]) {
    await one.get<WebhookHandler>(webhookHandlerToken, { strict: false }).idle();
    await one.close();
  }
  return { ...outcome, events };
}

console.log(JSON.stringify([await tryOut({ rawBody: false }), await tryOut({ rawBody: true })]));
