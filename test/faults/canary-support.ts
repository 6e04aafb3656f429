import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { format, inspect } from 'node:util';
import { isCivitaiError, type Result } from '@civitkit/core';
import type { Fault } from 'civitkit/emulator';

/** The marked key. If it is seen anywhere but in the authorization header, something leaks. */
export const canary = 'c4na7ydeadbeefc4na7ydeadbeef0000';

/** Everything that can go wrong, with the key in whatever an answer may echo. */
export const faultsWithEchoes: readonly Fault[] = [
  { kind: 'reset' },
  { kind: 'resetMidBody' },
  { kind: 'truncatedBody' },
  { kind: 'stalledHeaders' },
  { kind: 'stalledBody' },
  { kind: 'brokenJson' },
  { kind: 'emptyBody' },
  { kind: 'wrongContentType' },
  { kind: 'html' },
  { kind: 'html', status: 403, page: 'cloudflare' },
  { kind: 'html', status: 503 },
  { kind: 'errorBodyWith200', message: `the key ${canary} is echoed` },
  { kind: 'redirect', location: `https://elsewhere.test/?token=${canary}` },
  { kind: 'redirect', location: `/api/v1/models?token=${canary}` },
  { kind: 'rateLimit', retryAfter: 3600 },
  ...[400, 401, 402, 403, 404, 405, 409, 410, 413, 422, 429, 451, 500, 502, 503, 504, 522].map(
    (status): Fault => ({ kind: 'status', status }),
  ),
];

/** Names for a table of them. */
export function named(faults: readonly Fault[]): readonly (readonly [name: string, fault: Fault])[] {
  return faults.map((fault) => [`${fault.kind} ${'status' in fault ? (fault.status ?? '') : ''}`.trim(), fault]);
}

/** Everything a logger or a careless `console.log` could print of a value. */
export function printed(value: unknown): string {
  return [
    inspect(value, { depth: 20, showHidden: true, getters: true }),
    inspect(value, { depth: 20, customInspect: false, showHidden: true }),
    format('%s %j %o %O', value, value, value, value),
    String(value),
    JSON.stringify(value) ?? '',
    value instanceof Error ? `${value.stack}\n${printed(value.cause)}\n${(value as { body?: string }).body ?? ''}` : '',
  ].join('\n');
}

/** Writes down what is published while `work` runs. */
export async function recordEvents(work: () => Promise<void>): Promise<string[]> {
  const seen: string[] = [];
  const record = (event: unknown): void => void seen.push(printed(event));
  const channels = ['request', 'attempt', 'retry', 'response', 'error'].map((name) => `civitkit:${name}`);
  for (const channel of channels) subscribe(channel, record);
  try {
    await work();
  } finally {
    for (const channel of channels) unsubscribe(channel, record);
  }
  return seen;
}

/** The outcome of a call as data; rejects for what is no outcome of a call. */
export async function settled(work: PromiseLike<unknown>): Promise<Result<unknown>> {
  try {
    return { ok: true, value: await work };
  } catch (error) {
    if (isCivitaiError(error)) return { ok: false, error };
    throw error;
  }
}
