import type { Responder } from './loopback-server.js';

/** A server's answer, passed on by hand. */
export interface ForwardedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Lets `target` answer a request, and then does something else with it than to pass the answer on. */
export function forwarding(
  target: string,
  then: (answer: ForwardedAnswer, ...call: Parameters<Responder>) => void | Promise<void>,
): Responder {
  return async (...call) => {
    const [{ body, headers, method, url }] = call;
    const { authorization = '', 'content-type': contentType } = headers;
    const answer = await fetch(`${target}${url}`, {
      method,
      headers: { authorization, ...(contentType === undefined ? {} : { 'content-type': contentType }) },
      ...(body === '' ? {} : { body }),
    });
    const { status } = answer;
    await then({ status, headers: Object.fromEntries(answer.headers), body: await answer.text() }, ...call);
  };
}

/** Passes the answer on. */
export function passOn({ body, headers, status }: ForwardedAnswer, ...[, response]: Parameters<Responder>): void {
  response.writeHead(status, { 'content-type': headers['content-type'] ?? 'application/json' }).end(body);
}
