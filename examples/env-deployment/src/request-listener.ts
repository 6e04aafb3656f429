import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { type CivitaiClient, isCivitaiError } from '@civitkit/core/client';
import { type OrchestrationClient, steps } from '@civitkit/sdk/client';

interface Parts {
  readonly civitai: CivitaiClient;
  readonly generation: OrchestrationClient;
  readonly isStopping: () => boolean;
}

/** What this service answers. */
export function requestListener(parts: Parts): RequestListener {
  return (request, response) => {
    answer(request, parts).then(
      ({ body, status }) => send(response, status, body),
      (error: unknown) => {
        // messages of civitkit hold no key
        console.error(`${request.method} ${request.url}: ${error instanceof Error ? error.message : 'failed'}`);
        const code = isCivitaiError(error) ? error.code : 'internal_error';
        send(response, code === 'not_found' ? 404 : code === 'internal_error' ? 500 : 502, { error: code });
      },
    );
  };
}

interface Answer {
  readonly status: number;
  readonly body: object;
}

async function answer(request: IncomingMessage, { civitai, generation, isStopping }: Parts): Promise<Answer> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://service');
  // alive is who answers; that Civitai is down is no reason to start this again
  if (pathname === '/livez') return { status: 200, body: { status: 'ok' } };
  if (pathname === '/readyz') {
    return isStopping() ? { status: 503, body: { status: 'stopping' } } : { status: 200, body: { status: 'ok' } };
  }
  if (pathname === '/account') {
    const { username } = await civitai.me.get();
    return { status: 200, body: { username } };
  }
  if (pathname === '/price') {
    const picture = steps.textToImage({ prompt: searchParams.get('prompt') ?? 'a lighthouse' });
    const { total } = await generation.workflows.preview({ steps: [picture] });
    return { status: 200, body: { buzz: total } };
  }
  return { status: 404, body: { error: 'not_found' } };
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(`${JSON.stringify(body)}\n`);
}
