import { type EmulatorOptions, type RunningEmulator, startEmulator } from 'civitkit/emulator';
import { onTestFinished } from 'vitest';

/** The parts of answers the tests look at. */
export interface JobView {
  readonly id: string;
  readonly status: string;
  readonly estimatedProgressRate: number | null;
  readonly queuePosition?: { readonly support: string; readonly precedingJobs: number | null };
}

export interface BlobView {
  readonly type: string;
  readonly id: string;
  readonly available: boolean;
  readonly url?: string;
  readonly blockedReason?: string;
  readonly nsfwLevel?: string;
  readonly width?: number;
}

export interface StepView {
  readonly $type: string;
  readonly name: string;
  readonly status: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly jobs: readonly JobView[];
  readonly estimatedProgressRate: number | null;
  readonly preparation?: { readonly resource: string; readonly progress: number | null };
  readonly output?: {
    readonly images: readonly BlobView[];
    readonly message: string;
    readonly steps: readonly StepView[];
  };
}

export interface TransactionView {
  readonly type: 'debit' | 'credit';
  readonly amount: number;
  readonly accountType: string;
}

export interface WorkflowView {
  readonly id: string;
  readonly status: string;
  readonly tags: readonly string[];
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly steps: readonly StepView[];
  readonly transactions: { readonly list: readonly TransactionView[]; readonly insufficientBuzz?: boolean };
  readonly cost: {
    readonly base: number;
    readonly factors: Readonly<Record<string, number>>;
    readonly fixed: Readonly<Record<string, number>>;
    readonly tips: { readonly civitai: number; readonly creators: number };
    readonly fees: Readonly<Record<string, number>>;
    readonly total: number;
  };
  readonly downloadPriority?: string;
  readonly allowMatureContent: boolean | null;
}

export interface Problem {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly traceId: string;
  readonly errors: Readonly<Record<string, readonly string[]>>;
  readonly requiredBuzz?: number;
  readonly availableBuzz?: number;
}

export interface Answer<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: T;
}

const SMALL = { modelCount: 5, imageCount: 0 };

/** Quick work: the phases that a test does not look at cost no time. */
export const AT_ONCE = { unassignedMs: 0, preparingMs: 0, queueMs: 0, workMs: 0, progressReports: 1 };

/** Starts an emulator that ends with the test. */
export async function startForTest(options: EmulatorOptions = {}): Promise<RunningEmulator> {
  const emulator = await startEmulator({ ...SMALL, ...options });
  onTestFinished(() => emulator.close());
  return emulator;
}

/** Calls the generation API with the emulator's token. */
export async function call<T = WorkflowView>(
  { orchestrationUrl, apiToken }: RunningEmulator,
  path: string,
  init: RequestInit = {},
): Promise<Answer<T>> {
  const response = await fetch(`${orchestrationUrl}${path}`, {
    redirect: 'manual',
    ...init,
    headers: { authorization: `Bearer ${apiToken}`, ...(init.headers as Record<string, string> | undefined) },
  });
  const text = await response.text();
  const json = (/json/.test(response.headers.get('content-type') ?? '') ? JSON.parse(text) : undefined) as T;
  return { status: response.status, headers: response.headers, text, json };
}

/** The same with a JSON body. */
export function send<T = WorkflowView>(
  emulator: RunningEmulator,
  method: string,
  path: string,
  body: unknown,
  contentType = 'application/json',
): Promise<Answer<T>> {
  return call<T>(emulator, path, { method, body: JSON.stringify(body), headers: { 'content-type': contentType } });
}

export const WORKFLOWS = '/v2/consumer/workflows';

/** Submits a template. */
export function submit<T = WorkflowView>(emulator: RunningEmulator, template: unknown, query = ''): Promise<Answer<T>> {
  return send<T>(emulator, 'POST', `${WORKFLOWS}${query}`, template);
}

/** Reads a workflow. */
export function read(emulator: RunningEmulator, id: string, query = ''): Promise<Answer<WorkflowView>> {
  return call(emulator, `${WORKFLOWS}/${id}${query}`);
}

/** A template of one step that says something. */
export function echo(message: unknown = 'hello', more: object = {}): object {
  return { steps: [{ $type: 'echo', input: { message } }], ...more };
}

/** A template of one step that makes an image. */
export function textToImage(prompt = 'a hill', more: object = {}): object {
  return { steps: [{ $type: 'textToImage', input: { prompt, cfgScale: 7, seed: 1 } }], ...more };
}

/** Reads a workflow until it has a status, which must be one that it stays in. */
export async function reach(emulator: RunningEmulator, id: string, status: string): Promise<WorkflowView> {
  for (;;) {
    const { json } = await read(emulator, id);
    if (json.status === status) return json;
  }
}

/** Submits a template and waits for its end. */
export async function run(emulator: RunningEmulator, template: unknown): Promise<WorkflowView> {
  return (await submit(emulator, template, '?wait=30')).json;
}
