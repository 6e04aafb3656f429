import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import {
  json,
  type LoopbackServer,
  type Responder,
  reset,
  stallBody,
  stallHeaders,
  startLoopback,
  text,
  truncate,
} from '../support/loopback-server.js';

/** A server that misbehaves, or an address where none is. */
export interface FaultyServer {
  readonly origin: string;
  /** How many requests arrived; `undefined` where none can. */
  readonly requests?: () => number;
  readonly openSockets?: () => number;
  readonly close: () => Promise<void>;
}

/** What a call must end with. */
export interface Outcome {
  /** Class and code of the error. */
  readonly error: string;
  readonly attempts: number;
}

/** One fault, and what becomes of a GET and of a POST that must not be sent twice. */
export interface FaultRow {
  readonly name: string;
  readonly start: () => Promise<FaultyServer>;
  readonly get: Outcome;
  readonly post: Outcome;
}

const page = '<!doctype html><title>Just a moment</title>';
const inThePast = 'Wed, 21 Oct 2015 07:28:00 GMT';

/** Both kinds of call fail alike, after as many attempts. */
function always(error: string, attempts = 1): Pick<FaultRow, 'get' | 'post'> {
  return { get: { error, attempts }, post: { error, attempts } };
}

/** A GET is repeated until the retries are used up; a POST is not. */
function repeated(error: string): Pick<FaultRow, 'get' | 'post'> {
  return { get: { error, attempts: 3 }, post: { error, attempts: 1 } };
}

function row(name: string, responder: Responder, expected: Pick<FaultRow, 'get' | 'post'>): FaultRow {
  return { name, start: async () => observed(await startLoopback(responder)), ...expected };
}

function observed(server: LoopbackServer): FaultyServer {
  return {
    origin: server.origin,
    requests: () => server.exchanges.length,
    openSockets: () => server.openSockets.size,
    close: server.close,
  };
}

/** An address without a server. */
function nowhere(origin: string): () => Promise<FaultyServer> {
  return () => Promise.resolve({ origin, close: () => Promise.resolve() });
}

function pem(name: string): string {
  return readFileSync(new URL(`../fixtures/tls/self-signed.${name}.pem`, import.meta.url), 'utf8');
}

async function selfSigned(): Promise<FaultyServer> {
  const server = createServer({ key: pem('key'), cert: pem('cert') }, (_, response) => response.end('{}'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.close();
      await once(server, 'close');
    },
  };
}

/** 64 MB of JSON, sent as fast as it is read. */
const endless: Responder = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  Readable.from(megabytes(64)).pipe(response);
};

function* megabytes(count: number): Generator<string> {
  yield '{"id":1,"items":[],"padding":"';
  for (let megabyte = 0; megabyte < count; megabyte += 1) yield 'x'.repeat(1_048_576);
  yield '"}';
}

const lyingLength: Responder = (_, response) => {
  response.socket?.end(
    'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 5\r\n\r\n{"id":1,"items":[]}',
  );
};

export const faultRows: readonly FaultRow[] = [
  row('reset before the headers', reset, repeated('ConnectionError connection_failed')),
  row(
    'reset in the body',
    (...call) => (stallBody(...call), reset(...call)),
    repeated('ConnectionError connection_failed'),
  ),
  row('headers that never come', stallHeaders, always('TimeoutError timeout')),
  row('a body that stops', stallBody, always('TimeoutError timeout')),
  row('a body shorter than announced', truncate, repeated('ConnectionError connection_failed')),
  row('a body longer than announced', lyingLength, always('InvalidResponseError invalid_json')),
  row(
    'broken gzip',
    text(gzipSync('{"id":1}').subarray(4), 'application/json', 200, { 'content-encoding': 'gzip' }),
    repeated('ConnectionError connection_failed'),
  ),
  row('HTML with 200', text(page, 'text/html'), always('InvalidResponseError unexpected_content_type')),
  row(
    'HTML with 403',
    text(page, 'text/html', 403, { 'cf-mitigated': 'challenge' }),
    always('PermissionError forbidden'),
  ),
  row('HTML with 503', text(page, 'text/html', 503), repeated('CivitaiError service_unavailable')),
  row('an empty body', text('', 'application/json'), always('InvalidResponseError empty_response')),
  row('200 with an error inside', json({ error: 'Something broke' }), always('CivitaiError error_with_status_200')),
  row('64 MB of JSON', endless, always('InvalidResponseError response_too_large')),
  row(
    'JSON nested 100,000 deep',
    text(`${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'application/json'),
    always('InvalidResponseError unexpected_shape'),
  ),
  row(
    'a redirect to another origin',
    (_, response) => void response.writeHead(302, { location: 'http://127.0.0.2:9/' }).end(),
    always('InvalidResponseError unexpected_redirect'),
  ),
  row(
    'redirects in a circle',
    (exchange, response) => void response.writeHead(302, { location: exchange.url }).end(),
    always('InvalidResponseError unexpected_redirect'),
  ),
  {
    name: 'a host that is not known',
    start: nowhere('http://civitai.invalid'),
    ...always('ConnectionError connection_failed', 3),
  },
  {
    name: 'a port that is closed',
    start: nowhere('http://127.0.0.1:1'),
    ...always('ConnectionError connection_failed', 3),
  },
  { name: 'a certificate nobody signed', start: selfSigned, ...always('ConnectionError connection_failed') },
  {
    name: 'https where plain http answers',
    start: async () => {
      const server = observed(await startLoopback(json({})));
      return { ...server, origin: server.origin.replace('http:', 'https:'), requests: () => 0 };
    },
    ...always('ConnectionError connection_failed'),
  },
  row(
    '429, wait 2 s',
    json({ error: 'slow down' }, 429, { 'retry-after': '2' }),
    repeated('RateLimitError rate_limited'),
  ),
  row(
    '429, wait until a date gone by',
    json({}, 429, { 'retry-after': inThePast }),
    repeated('RateLimitError rate_limited'),
  ),
  row('429 without a time', json({}, 429), repeated('RateLimitError rate_limited')),
  row('429, wait a week', json({}, 429, { 'retry-after': '604800' }), always('RateLimitError rate_limited')),
  row('429, wait for nonsense', json({}, 429, { 'retry-after': 'soon' }), repeated('RateLimitError rate_limited')),
  row(
    '503 again and again',
    json({ error: 'overloaded' }, 503, { 'retry-after': '2' }),
    repeated('CivitaiError service_unavailable'),
  ),
];
