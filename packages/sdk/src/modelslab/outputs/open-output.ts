import { type Answer, InvalidResponseError, type OpenOptions, type StreamedAnswer } from '@civitkit/core/client';
import type { ModelsLabCalls } from '../request/modelslab-calls.js';
import { decodeStream } from './decode-stream.js';
import { explainMissing } from './expired-link.js';
import { isAsSafe } from './is-as-safe.js';
import type { ModelsLabOutput } from './modelslab-output.js';

const mostHops = 5;

/** An output, or the address of one. */
export type OutputSource = ModelsLabOutput | string;

/**
 * Opens an output. The key is never sent: outputs are public, and lie at other hosts.
 *
 * @throws InvalidResponseError for what is no output at all
 */
export async function openOutput(
  calls: ModelsLabCalls,
  source: OutputSource,
  options: OpenOptions,
): Promise<Answer<StreamedAnswer>> {
  if (typeof source === 'string') return await openUrl(calls, source, /\.base64(?:[?#]|$)/i.test(source), options);
  switch (source.kind) {
    case 'url':
      return await openUrl(calls, source.url, source.encoding === 'base64', options);
    case 'text':
      return inMemory(Buffer.from(source.text), 'text/plain; charset=utf-8');
    case 'data': {
      const { body, mediaType } = await decodeStream(pieces(Buffer.from(source.base64, 'latin1')));
      return streamed(body, source.mediaType ?? mediaType ?? 'application/octet-stream');
    }
  }
}

async function openUrl(
  calls: ModelsLabCalls,
  address: string,
  encoded: boolean,
  options: OpenOptions,
): Promise<Answer<StreamedAnswer>> {
  let url = address;
  for (let hops = 0; ; hops += 1) {
    const answer = await calls
      .openPublic('outputs.open', url, options, { redirect: 'manual', mapError: explainMissing })
      .withResponse();
    const { data } = answer;
    if (data.status < 300) return encoded ? await decoded(answer) : answer;
    data.cancel();
    url = targetOf(data, url, hops);
  }
}

function targetOf({ headers, status }: StreamedAnswer, from: string, hops: number): string {
  const { location = '' } = headers;
  const allowed = isAsSafe(from, location);
  if (allowed && hops < mostHops) return location;
  throw new InvalidResponseError(
    `modelslab.outputs.open: the server answered ${status}, a redirect ${
      allowed ? `after ${mostHops} others` : 'to no address that is as safe'
    }, which is not followed. The link may be broken: make the output again.`,
    { code: 'unexpected_redirect', status },
  );
}

async function decoded({ data, response }: Answer<StreamedAnswer>): Promise<Answer<StreamedAnswer>> {
  try {
    const { body, mediaType } = await decodeStream(data.body);
    // Not as long as it says any more.
    const { 'content-length': _, ...others } = data.headers;
    const headers = { ...others, 'content-type': mediaType ?? 'application/octet-stream' };
    return { data: { ...data, headers, body }, response };
  } catch (error) {
    data.cancel();
    throw error;
  }
}

function inMemory(bytes: Uint8Array, contentType: string): Answer<StreamedAnswer> {
  return streamed(pieces(bytes), contentType, { 'content-length': String(bytes.byteLength) });
}

/** Nothing was asked for, so there are no attempts. */
function streamed(
  body: AsyncIterable<Uint8Array>,
  contentType: string,
  others: Readonly<Record<string, string>> = {},
): Answer<StreamedAnswer> {
  const headers = { 'content-type': contentType, ...others };
  return {
    data: { status: 200, headers, body, redact: (text) => text, cancel: () => undefined },
    response: { status: 200, headers, requestId: '', attempts: 0 },
  };
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}
