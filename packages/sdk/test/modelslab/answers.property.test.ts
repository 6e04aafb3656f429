import { CivitaiError, isCivitaiError } from '@civitkit/core/client';
import type { FailedResponse, ParseContext } from '@civitkit/core/internal';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFailure } from '../../src/modelslab/errors/read-failure.js';
import { readEnvelope } from '../../src/modelslab/jobs/envelope.js';
import { readOutputs } from '../../src/modelslab/outputs/read-outputs.js';
import { parseModelsLabEvent } from '../../src/modelslab/webhooks/parse-event.js';
import { canary } from './job-support.js';

/** Members that mean something, and those that break what takes JSON for trusted. */
const names = fc.constantFrom(
  'status',
  ...'id output message messege error errors tip eta fetch_result future_links proxy_links meta retry_after'.split(' '),
  ...'nsfw_content_detected generationTime links extra_assets text event training_status model_id code type'.split(' '),
  ...'execution_id workflow_id track_id details toString valueOf toJSON __proto__ constructor then length 0'.split(' '),
);
const words = fc.constantFrom(
  ...'success processing error failed yes .. https://a.example/1.png data:image/png;base64,AAAA data: http://'.split(
    ' ',
  ),
  '',
  'FAILED ',
  'Rate limit exceeded',
  'https://a.example/%E0%A4%A',
  '\ud800',
  canary,
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'answers' },
    words,
    fc.jsonValue({ maxDepth: 1 }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(names, tie('value'), { maxKeys: 6, noNullPrototype: true }),
  ),
}));
const answer = fc.dictionary(names, value, { maxKeys: 8, noNullPrototype: true }).map((json) => JSON.stringify(json));
const runs = { numRuns: 2000 };

const context = {
  redact: (text: string) => text.replaceAll(canary, '[redacted]'),
  wrongShape: (what: string) => new CivitaiError(`no ${what}`, { code: 'unexpected_shape' }),
} as ParseContext;

function failed(text: string, status: number): FailedResponse {
  return {
    operation: 'modelslab.images.text2img',
    status,
    headers: {},
    text: context.redact(text),
    requestId: 'r',
    attempts: 1,
    retryAfterMs: undefined,
    authenticated: true,
    credentialHelp: 'Set MODELSLAB_API_KEY.',
  };
}

/** What it gives; anything but an error of ours is none of its business to throw. */
function outcome<T>(work: () => T): T | CivitaiError {
  try {
    return work();
  } catch (error) {
    if (!isCivitaiError(error)) throw error;
    return error;
  }
}

/** What is promised of an error, and is not so. */
function faultsOf(error: CivitaiError): readonly string[] {
  const { message, retryAfterMs = 1000 } = error;
  return [
    /^modelslab\.images\.text2img: the server answered \d+: \S/.test(message) ? '' : 'no sentence',
    message.includes('[object') ? 'no text' : '',
    `${message} ${JSON.stringify(error)}`.includes(canary) ? 'the key' : '',
    retryAfterMs >= 1000 && retryAfterMs <= 2_147_483_647 ? '' : 'a wait of no use',
  ].filter((fault) => fault !== '');
}

describe('any answer', () => {
  it('is a failure with a sentence and without the key, or none', () => {
    fc.assert(
      fc.property(answer, fc.constantFrom(200, 202, 400, 401, 402, 404, 422, 429, 500, 503), (text, status) => {
        const error = readFailure(failed(text, status), text);
        expect(error !== undefined || status < 400).toBe(true);
        expect(error === undefined ? [] : faultsOf(error)).toEqual([]);
      }),
      runs,
    );
  });

  it('is an envelope of the types that it promises', () => {
    fc.assert(
      fc.property(answer, (text) => {
        const { etaSeconds, futureLinks, id, nsfwContentDetected, proxyLinks, raw, status } = readEnvelope(
          JSON.parse(text),
          context,
        );
        expect(id === undefined || (typeof id === 'string' && id !== '')).toBe(true);
        expect(status).toBe(status?.trim().toLowerCase());
        expect(etaSeconds === undefined || etaSeconds >= 0).toBe(true);
        expect([true, false, undefined]).toContain(nsfwContentDetected);
        expect([...futureLinks, ...proxyLinks].every((link) => typeof link === 'string')).toBe(true);
        expect(JSON.stringify(raw)).not.toContain(canary);
      }),
      runs,
    );
  });

  it('has outputs that can be saved, each once, and no future ones', () => {
    fc.assert(
      fc.property(answer, fc.boolean(), (text, isText) => {
        const raw = JSON.parse(text) as Readonly<Record<string, unknown>>;
        const outputs = readOutputs(raw, { name: 'job-1', text: isText });
        const { future_links: _, ...others } = raw;
        expect(readOutputs(others, { name: 'job-1', text: isText })).toEqual(outputs);
        expect(outputs.every(({ fileName }) => fileName !== '')).toBe(true);
        const urls = outputs.flatMap((output) => (output.kind === 'url' ? [output.url] : []));
        expect(urls.every((url) => /^https?:$/.test(new URL(url).protocol))).toBe(true);
        const things = outputs.map(({ fileName: _name, role: _role, ...thing }) => JSON.stringify(thing));
        expect(new Set(things).size).toBe(things.length);
      }),
      runs,
    );
  });

  it('is an event, or the error that says why not', () => {
    fc.assert(
      fc.property(answer, (text) => {
        const event = outcome(() => parseModelsLabEvent(text));
        expect(['job', 'training', 'workflow', 'invalid_event']).toContain(
          isCivitaiError(event) ? event.code : event.kind,
        );
      }),
      runs,
    );
  });
});
