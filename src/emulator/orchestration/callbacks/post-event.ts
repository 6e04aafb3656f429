import { type ClientRequest, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';

/** What became of one request: the status, or why there is none. */
export type PostOutcome = { readonly status: number } | { readonly error: string };

/**
 * Posts JSON once, on a connection of its own. Redirects are not followed: their status counts, as any other outside
 * 200 to 299, as not taken. Never rejects.
 */
export function postEvent(url: string, event: unknown, timeoutMs: number, signal: AbortSignal): Promise<PostOutcome> {
  if (!URL.canParse(url)) return Promise.resolve({ error: `"${url}" is no URL.` });
  return new Promise((resolve) => {
    const body = JSON.stringify(event);
    const target = new URL(url);
    const send = target.protocol === 'https:' ? requestHttps : requestHttp;
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    let timer: NodeJS.Timeout | undefined;
    const end = (outcome: PostOutcome): void => {
      clearTimeout(timer);
      resolve(outcome);
    };
    const call: ClientRequest = send(target, { method: 'POST', headers, agent: false, signal }, (response) => {
      // An answer counts once it is whole; nobody wants to know what is in it.
      response.resume();
      response.once('end', () => end({ status: response.statusCode ?? 0 }));
      response.once('error', (error) => end({ error: error.message }));
    });
    call.once('error', (error) => end({ error: error.message }));
    timer = setTimeout(() => call.destroy(new Error(`No answer in ${timeoutMs} ms.`)), timeoutMs);
    call.end(body);
  });
}
