import { request } from 'node:http';
import { type EmulatorOptions, type RunningEmulator, startEmulator } from 'civitkit/emulator';
import { onTestFinished } from 'vitest';

export type Members = Readonly<Record<string, unknown>>;

/** An answer of ModelsLab. */
export interface Answer<T = Members> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: T;
}

/** What the job families answer, as far as tests look at it. */
export interface Envelope extends Members {
  readonly status: string;
  readonly id: number | string;
  readonly output: readonly string[];
  readonly eta: number;
  readonly fetch_result: string;
  readonly future_links: readonly string[];
  readonly proxy_links: readonly string[];
  readonly message: string;
}

/** Starts an emulator that ends with the test. */
export async function startForTest(modelslab: EmulatorOptions['modelslab'] = {}): Promise<RunningEmulator> {
  const emulator = await startEmulator({ modelCount: 5, imageCount: 0, modelslab });
  onTestFinished(() => emulator.close());
  return emulator;
}

async function read<T>(response: Response): Promise<Answer<T>> {
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '') && text !== '';
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: (isJson ? JSON.parse(text) : undefined) as T,
  };
}

/** Calls a path below `/api` as it is told, without any key. */
export async function call<T = Members>(
  { modelslabUrl }: RunningEmulator,
  method: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  body?: unknown,
): Promise<Answer<T>> {
  const json = body === undefined ? {} : { body: JSON.stringify(body) };
  const type = { 'content-type': 'application/json' };
  return read<T>(await fetch(`${modelslabUrl}${path}`, { method, headers: { ...type, ...headers }, ...json }));
}

/** Posts parameters with the key in the body. */
export function post<T = Envelope>(
  emulator: RunningEmulator,
  path: string,
  parameters: object = {},
): Promise<Answer<T>> {
  return call<T>(emulator, 'POST', path, {}, { key: emulator.modelslabKey, ...parameters });
}

/** The same for an enterprise deployment. */
export function postEnterprise<T = Envelope>(
  emulator: RunningEmulator,
  path: string,
  parameters: object = {},
): Promise<Answer<T>> {
  return call<T>(
    emulator,
    'POST',
    `/v1/enterprise${path}`,
    {},
    { key: emulator.modelslabEnterpriseKey, ...parameters },
  );
}

/** Asks for a job by the address the server gave, until it has ended. */
export async function waitFor(emulator: RunningEmulator, url: string, key = emulator.modelslabKey): Promise<Envelope> {
  for (;;) {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ key }),
    });
    const { json } = await read<Envelope>(response);
    if (json.status !== 'processing') return json;
  }
}

/** A GET with a body, which `fetch` refuses to send. */
export function getWithBody(
  emulator: RunningEmulator,
  path: string,
  body: object,
): Promise<Pick<Answer, 'status' | 'json'>> {
  return new Promise((resolve, reject) => {
    const json = JSON.stringify(body);
    // Of a GET nothing else says where its body ends.
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(json) };
    const sent = request(`${emulator.modelslabUrl}${path}`, { method: 'GET', headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('end', () => {
        const told = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Members;
        resolve({ status: response.statusCode ?? 0, json: told });
      });
    });
    sent.once('error', reject);
    sent.end(json);
  });
}

/** A request that ModelsLab takes, for when it does not matter which. */
export const TEXT_TO_IMAGE = { model_id: 'flux', prompt: 'a lighthouse on a cliff' };
