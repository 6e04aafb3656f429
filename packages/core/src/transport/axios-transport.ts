import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { AxiosInstance, AxiosProxyConfig } from 'axios';
import type { Secret } from '../secrets/secret.js';
import { isLoopback } from './credential.js';
import type { HttpRequest, HttpResponse, HttpTransport } from './http-transport.js';

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
    const response = await client.request<AsyncIterable<Uint8Array>>({
      method: request.method,
      url: request.url,
      headers: request.headers,
      data: asBuffer(request.body),
      signal: request.signal,
      // What is meant for this machine stays on it: the key may go there unencrypted, but not to a proxy elsewhere.
      ...(isLoopback(new URL(request.url).hostname) ? { proxy: false } : {}),
    });
    return { status: response.status, headers: plainHeaders(response.headers), body: response.data };
  }

  close(): void {
    this.#httpAgent.destroy();
    this.#httpsAgent.destroy();
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

/** axios takes a Buffer for bytes, and no other view of them. */
function asBuffer(body: HttpRequest['body']): string | Buffer | undefined {
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
