import { Agent as HttpAgent, IncomingMessage } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { Readable } from 'node:stream';
import type { AxiosInstance, AxiosProxyConfig, AxiosResponse } from 'axios';
import type { Secret } from '../secrets/secret.js';
import { isLoopback } from './credential.js';
import type { HttpRequest, HttpResponse, HttpTransport } from './http-transport.js';
import { readableOf, stopWhenAnswered } from './upload-stream.js';

/** Connections to one host at a time; further requests wait for one, within their own time. */
const maxSockets = 64;

/** How {@link AxiosTransport} reaches the network. */
export interface AxiosTransportOptions {
  /**
   * `environment` honors `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY`; a secret holds the URL of a proxy. This machine
   * itself is always reached directly.
   */
  readonly proxy: 'environment' | 'none' | Secret;
}

/**
 * The default transport: axios over keep-alive agents of its own.
 *
 * axios is imported by the first request, since loading it costs more than everything else here together. Nothing of it
 * leaves this file: its errors hold the request and with it the key.
 */
export class AxiosTransport implements HttpTransport {
  readonly #httpAgent: HttpAgent = new HttpAgent({ keepAlive: true, maxSockets });
  readonly #httpsAgent: HttpsAgent = new HttpsAgent({ keepAlive: true, maxSockets });
  readonly #proxy: AxiosProxyConfig | false | undefined;
  #instance: Promise<AxiosInstance> | undefined;

  constructor(options: AxiosTransportOptions) {
    this.#proxy = proxyConfig(options.proxy);
  }

  async send(request: HttpRequest): Promise<HttpResponse> {
    this.#instance ??= this.#create();
    const client = await this.#instance;
    const { body } = request;
    if (!isStream(body)) return answerOf(await this.#request(client, request, asBuffer(body)));
    const source = readableOf(body);
    try {
      const response = await this.#request(client, request, source);
      stopWhenAnswered(source, response.request, response.data);
      return answerOf(response);
    } catch (thrown) {
      source.destroy();
      throw thrown;
    }
  }

  close(): void {
    this.#httpAgent.destroy();
    this.#httpsAgent.destroy();
  }

  #request(
    client: AxiosInstance,
    { headers, method, signal, url }: HttpRequest,
    data: string | Buffer | Readable | undefined,
  ): Promise<AxiosResponse<Readable>> {
    // What is meant for this machine stays on it: the key may go there unencrypted, but not to a proxy elsewhere.
    const direct = isLoopback(new URL(url).hostname) ? { proxy: false as const } : {};
    return client.request<Readable>({ method, url, headers, data, signal, ...direct });
  }

  async #create(): Promise<AxiosInstance> {
    const { default: axios } = await import('axios');
    return axios.create({
      adapter: 'http',
      httpAgent: this.#httpAgent,
      httpsAgent: this.#httpsAgent,
      ...(this.#proxy === undefined ? {} : { proxy: this.#proxy }),
      // Time, redirects, size, status and JSON are the pipeline's business; axios gets each of them wrong for us
      // (docs/decisions.md): its timeout ends with the headers, its redirects carry custom headers to other hosts, and
      // broken JSON comes back as a string.
      timeout: 0,
      maxRedirects: 0,
      maxContentLength: -1,
      maxBodyLength: -1,
      validateStatus: null,
      responseType: 'stream',
      transformRequest: [],
      transformResponse: [],
    });
  }
}

function answerOf({ data, headers, status }: AxiosResponse<Readable>): HttpResponse {
  const plain = plainHeaders(headers);
  // axios has unpacked it, so that it is no longer as long as the server said.
  if (!(data instanceof IncomingMessage)) delete plain['content-length'];
  return { status, headers: plain, body: data };
}

function isStream(body: HttpRequest['body']): body is AsyncIterable<Uint8Array> {
  return typeof body === 'object' && Symbol.asyncIterator in body;
}

/** axios takes a Buffer for bytes, and no other view of them. */
function asBuffer(body: string | Uint8Array | undefined): string | Buffer | undefined {
  if (body === undefined || typeof body === 'string') return body;
  return Buffer.from(body.buffer, body.byteOffset, body.byteLength);
}

function proxyConfig(proxy: AxiosTransportOptions['proxy']): AxiosProxyConfig | false | undefined {
  if (proxy === 'environment') return undefined;
  if (proxy === 'none') return false;
  const url = new URL(proxy.reveal());
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
  return {
    protocol: url.protocol.slice(0, -1),
    host: url.hostname,
    port,
    ...(url.username === ''
      ? {}
      : { auth: { username: decodeURIComponent(url.username), password: decodeURIComponent(url.password) } }),
  };
}

function plainHeaders(headers: object): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && value !== null)
      plain[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : `${value}`;
  }
  return plain;
}
