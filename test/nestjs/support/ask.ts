import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';

/** An answer, read to its end. */
export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** What a question may hold besides its URL. */
export interface Question {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Asks over a connection of its own, which ends with the answer: none keeps a server from closing. */
export async function ask(url: string, { method = 'GET', headers = {}, body = '' }: Question = {}): Promise<Answer> {
  const asking = request(url, { method, headers: { ...headers }, agent: false });
  asking.end(body);
  const [response] = (await once(asking, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of response.setEncoding('utf8')) text += String(chunk);
  return { status: response.statusCode ?? 0, body: text };
}
