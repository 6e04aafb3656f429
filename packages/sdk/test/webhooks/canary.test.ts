import { format, inspect } from 'node:util';
import {
  createWebhookHandler,
  fetchWebhook,
  mintCallbackUrl,
  nodeWebhook,
  sendTestEvent,
  webhookCallback,
  workflowEvent,
} from '@civitkit/sdk/webhooks';
import { describe, expect, it, vi } from 'vitest';
import { posted, servers } from './support.js';

/** The marked secret. If it is seen anywhere but in a URL that was asked for, something leaks. */
const canary = 'c4na7ydeadbeefc4na7ydeadbeef0000';
const serve = servers();

/** Everything a logger or a careless `console.log` could print of a value. */
function printed(value: unknown): string {
  return [
    inspect(value, { depth: 20, showHidden: true, getters: true }),
    inspect(value, { depth: 20, customInspect: false, showHidden: true }),
    format('%s %j %o %O', value, value, value, value),
    value instanceof Error ? `${value.stack}${printed(value.cause)}` : '',
  ].join('\n');
}

describe('the secret of callbacks is seen nowhere', () => {
  it('in a handler, its answers, and what it reports', async () => {
    const seen: string[] = [];
    const warn = vi.spyOn(process, 'emitWarning').mockImplementation((line) => void seen.push(String(line)));
    const webhooks = createWebhookHandler({
      secret: canary,
      maxBodyBytes: 300,
      onEvent: () => {
        throw new Error('failed');
      },
      onError: (error, event) => seen.push(printed(error), printed(event)),
      onSkipped: (event) => seen.push(printed(event)),
    });
    seen.push(printed(webhooks), printed(nodeWebhook(webhooks)), printed(fetchWebhook(webhooks)));
    const url = `/hooks/${canary}`;
    const requests = [
      posted(workflowEvent(), { url }),
      posted(workflowEvent(), { url, method: 'GET' }),
      posted('{"a":', { url }),
      posted('{}', { url }),
      posted('x'.repeat(301), { url }),
      posted(workflowEvent(), { url, headers: { 'content-type': 'text/plain' } }),
      posted(workflowEvent(), { url, method: undefined as never }),
      posted(workflowEvent(), { url: `${url}x` }),
    ];
    const answers = await Promise.all(requests.map((request) => webhooks.handle(request)));
    await webhooks.idle();
    warn.mockRestore();
    expect(answers.map(({ status }) => status)).toEqual([204, 405, 400, 400, 413, 415, 500, 403]);
    seen.push(...answers.map(printed));
    expect(seen.length).toBeGreaterThan(10);
    expect(seen.filter((text) => text.includes(canary))).toEqual([]);
  });

  it('in errors about secrets, URLs and callbacks', async () => {
    const silent = await serve((request) => void request.socket.destroy());
    const attempts: readonly (() => unknown)[] = [
      () => createWebhookHandler({ secret: `${canary}/`, onEvent: () => undefined }),
      () => createWebhookHandler({ secret: [canary, 'short'], onEvent: () => undefined }),
      () => mintCallbackUrl({ baseUrl: 'http://a.example', secret: canary }),
      () => mintCallbackUrl({ baseUrl: `http://a.example/${canary}`, secret: canary }),
      () => mintCallbackUrl({ baseUrl: canary, secret: canary }),
      () => mintCallbackUrl({ baseUrl: 'https://a.example', path: '..', secret: canary }),
      () => webhookCallback({ url: `http://a.example/${canary}`, types: ['workflow:*'] }),
      () => webhookCallback({ url: `https://a.example/${canary}#x`, types: ['workflow:*'] }),
      () => sendTestEvent(`${silent}/${canary}`, workflowEvent()),
      () => sendTestEvent(`http://a.example/${canary}`, workflowEvent()),
    ];
    for (const attempt of attempts) {
      const error = await Promise.resolve()
        .then(attempt)
        .then(String, (thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(Error);
      expect(printed(error)).not.toContain(canary);
    }
  });
});
