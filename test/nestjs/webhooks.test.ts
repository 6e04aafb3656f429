import { CivitaiClient } from '@civitkit/core/client';
import { CivitaiModule } from '@civitkit/core/nestjs';
import { OrchestrationClient, steps } from '@civitkit/sdk/client';
import { CivitaiSdkModule, CivitaiWebhookModule, webhookHandlerToken } from '@civitkit/sdk/nestjs';
import {
  mintCallbackUrl,
  sendTestEvent,
  type WebhookEvent,
  type WebhookHandler,
  webhookCallback,
  workflowEvent,
} from '@civitkit/sdk/webhooks';
import {
  type CanActivate,
  type ExecutionContext,
  Injectable,
  Module,
  SetMetadata,
  VersioningType,
} from '@nestjs/common';
import { APP_GUARD, Reflector } from '@nestjs/core';
import { startEmulator } from 'civitkit/emulator';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ask } from './support/ask.js';
import { createGate } from './support/gate.js';
import { type Listening, useNest } from './support/use-nest.js';

const nest = useNest();
const secret = 'the-secret-of-the-callback-url';

@Injectable()
class Inbox {
  readonly events: WebhookEvent[] = [];
  work: () => Promise<void> = async () => undefined;
}

@Module({ providers: [Inbox], exports: [Inbox] })
class InboxModule {}

const webhooks = CivitaiWebhookModule.forRootAsync({
  imports: [InboxModule],
  inject: [Inbox],
  useFactory: (inbox) => ({
    secret,
    onEvent: async (event) => {
      await inbox.work();
      inbox.events.push(event);
    },
  }),
});

const handlerOf = ({ app }: Listening): WebhookHandler => app.get(webhookHandlerToken, { strict: false });
const inboxOf = ({ app }: Listening): Inbox => app.get(Inbox, { strict: false });
const urlOf = ({ origin }: Listening, path = 'hooks/civitai'): string =>
  mintCallbackUrl({ baseUrl: origin, path, secret });

/** An event with so much text in it. */
const eventText = (length = 10): string =>
  JSON.stringify({ ...workflowEvent({ status: 'succeeded' }), text: 'x'.repeat(length) });
const post = { method: 'POST', headers: { 'content-type': 'application/json' } };

describe('CivitaiWebhookModule', () => {
  it('receives what the generation API posts, through Nest’s own parser', async () => {
    const emulator = await startEmulator({ modelCount: 5, imageCount: 0, orchestration: { callbackRetryMs: 5 } });
    onTestFinished(() => emulator.close());
    const settings = { baseUrl: emulator.orchestrationUrl, apiToken: emulator.apiKey };
    const listening = await nest.listen({ imports: [webhooks, CivitaiSdkModule.forRoot(settings)] });
    const callbacks = [webhookCallback({ url: urlOf(listening), types: ['workflow:*'], detailed: true })];
    const template = { steps: [steps.echo({ message: 'hello' }, { name: 'first' })], callbacks };
    const { id } = await listening.app.get(OrchestrationClient).workflows.submit(template, { waitSeconds: 10 });
    await emulator.orchestration.callbacksIdle();
    await handlerOf(listening).idle();
    const { events } = inboxOf(listening);
    expect(events.at(-1)).toMatchObject({ kind: 'workflow', workflowId: id, status: 'succeeded' });
    expect(emulator.orchestration.callbacks.every(({ status }) => status === 204)).toBe(true);
  });

  it.each([
    ['with the raw body kept', { rawBody: true }],
    ['without a parser', { bodyParser: false }],
    ['as Nest is', {}],
  ])('reads a body %s', async (_, options) => {
    const listening = await nest.listen({ imports: [webhooks] }, options);
    expect((await ask(urlOf(listening), { ...post, body: eventText() })).status).toBe(204);
    await handlerOf(listening).idle();
    expect(inboxOf(listening).events).toMatchObject([{ kind: 'workflow', status: 'succeeded' }]);
  });

  it('takes large events once the parser does', async () => {
    const tooSmall = await nest.listen({ imports: [webhooks] });
    expect((await ask(urlOf(tooSmall), { ...post, body: eventText(200_000) })).status).toBe(413);
    const large = await nest.listen({ imports: [webhooks] }, {}, (app) => app.useBodyParser('json', { limit: '10mb' }));
    expect((await ask(urlOf(large), { ...post, body: eventText(200_000) })).status).toBe(204);
    const unparsed = await nest.listen({ imports: [webhooks] }, { bodyParser: false });
    expect((await ask(urlOf(unparsed), { ...post, body: eventText(200_000) })).status).toBe(204);
  });

  it('refuses a wrong secret, what is no event, and other methods', async () => {
    const listening = await nest.listen({ imports: [webhooks] });
    const url = urlOf(listening);
    expect(
      (await ask(url.replace(secret, 'another-secret-of-some-length'), { ...post, body: eventText() })).status,
    ).toBe(403);
    expect((await ask(url, { ...post, body: '[]' })).status).toBe(400);
    expect((await ask(url)).status).toBe(404);
    expect(inboxOf(listening).events).toEqual([]);
    expect(listening.log.lines.join('\n')).not.toContain(secret);
  });

  it('answers before the work is done', async () => {
    const listening = await nest.listen({ imports: [webhooks] });
    const gate = createGate();
    inboxOf(listening).work = () => gate.passed;
    expect(await sendTestEvent(urlOf(listening), workflowEvent({ status: 'processing' }))).toMatchObject({
      status: 204,
    });
    expect(handlerOf(listening).pending).toBe(1);
    gate.open();
    await handlerOf(listening).idle();
    expect(inboxOf(listening).events).toHaveLength(1);
  });

  it('lies where the route says, whatever prefix, versions and guards the application has', async () => {
    const isPublic = SetMetadata('isPublic', true);
    @Injectable()
    class LockedGuard implements CanActivate {
      readonly #reflector: Reflector;
      constructor(reflector: Reflector) {
        this.#reflector = reflector;
      }
      canActivate(context: ExecutionContext): boolean {
        return this.#reflector.get<boolean | undefined>('isPublic', context.getClass()) ?? false;
      }
    }
    const events: WebhookEvent[] = [];
    const onEvent = (event: WebhookEvent): void => void events.push(event);
    const route = { path: 'inbox', secretIn: { query: 'key' }, decorators: [isPublic] };
    const listening = await nest.listen(
      {
        imports: [CivitaiWebhookModule.forRoot({ secret, onEvent }, route)],
        providers: [{ provide: APP_GUARD, useClass: LockedGuard }],
      },
      {},
      (app) => app.setGlobalPrefix('api').enableVersioning({ type: VersioningType.URI, defaultVersion: '1' }),
    );
    const url = mintCallbackUrl({ baseUrl: listening.origin, path: 'api/inbox', secret, secretIn: { query: 'key' } });
    expect((await sendTestEvent(url, workflowEvent({ status: 'processing' }))).status).toBe(204);
    await handlerOf(listening).idle();
    expect(events).toHaveLength(1);
  });

  it('says in Nest’s log when the work fails, without the event', async () => {
    const listening = await nest.listen({ imports: [webhooks] });
    inboxOf(listening).work = () => Promise.reject(new Error('the gallery is full'));
    await sendTestEvent(urlOf(listening), workflowEvent({ status: 'succeeded', workflowId: 'the-workflow' }));
    await handlerOf(listening).idle();
    const lines = listening.log.lines.filter((line) => line.includes('CivitaiWebhooks'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('An event was not handled: Error: the gallery is full');
    expect(lines[0]).not.toContain('the-workflow');
  });

  it('ends the start when its options make no sense', async () => {
    const imports = [CivitaiWebhookModule.forRoot({ secret: 'short', onEvent: () => undefined })];
    await expect(nest.context({ imports })).rejects.toThrow(RangeError);
  });

  it('handles what it has acknowledged before the clients are closed', async () => {
    const emulator = await startEmulator({ modelCount: 5, imageCount: 0 });
    onTestFinished(() => emulator.close());
    const civitai = CivitaiModule.forRoot({ baseUrl: emulator.siteUrl });
    const listening = await nest.listen({ imports: [civitai, webhooks] });
    const gate = createGate();
    const seen: unknown[] = [];
    const { app } = listening;
    const client = app.get(CivitaiClient);
    inboxOf(listening).work = async () => {
      await gate.passed;
      seen.push((await client.enums.get()).ModelType.length);
    };
    await sendTestEvent(urlOf(listening), workflowEvent({ status: 'processing' }));
    const closing = app.close();
    await expect.poll(() => ask(urlOf(listening)).catch(() => 'refused'), { timeout: 10_000 }).toBe('refused');
    gate.open();
    await closing;
    expect(seen).toEqual([expect.any(Number)]);
    await expect(client.enums.get()).rejects.toMatchObject({ code: 'client_closed' });
  });
});
