import { jsonReply, type Reply } from '../../http/reply.js';
import { problemReply } from '../problem.js';
import { readQuery } from '../requests/read-query.js';
import type { OrchestrationRequest, OrchestrationRoute } from '../route.js';
import { createErrorMap, invalid } from '../validation/error-map.js';
import type { StreamingBlobs } from './streaming-blobs.js';

const PATH = '/v2/consumer/streaming-blobs/:blobKey';

function keyOf({ parameters }: OrchestrationRequest): string {
  return parameters['blobKey'] ?? '';
}

function read(request: OrchestrationRequest, streams: StreamingBlobs): Reply {
  const key = keyOf(request);
  if (!streams.has(key)) return problemReply(404, `There is no streaming blob ${key}.`);
  return {
    status: 200,
    headers: { 'content-type': 'application/x-ndjson', 'cache-control': 'no-cache' },
    body: streams.read(key, request.gone),
  };
}

function append(request: OrchestrationRequest, streams: StreamingBlobs): Reply {
  const errors = createErrorMap();
  const { whole, flag } = readQuery(request.query, errors);
  const seq = whole('seq', 0, Number.MAX_SAFE_INTEGER);
  const isFinal = flag('final') ?? false;
  if (!errors.isEmpty) return errors.reply();
  if (seq === undefined) return invalid('seq', 'Is required.');
  const { accepted, nextSequence } = streams.append(keyOf(request), seq, request.body.bytes, isFinal);
  if (accepted) return jsonReply(200, { nextSequence });
  return problemReply(409, `Chunk ${seq} cannot follow. Expected sequence: ${nextSequence}.`, { nextSequence });
}

/** `GET` and `POST /v2/consumer/streaming-blobs/{blobKey}`. */
export function createStreamingRoutes(streams: StreamingBlobs): readonly OrchestrationRoute[] {
  return [
    { method: 'GET', path: PATH, anonymous: true, handle: (request) => read(request, streams) },
    { method: 'POST', path: PATH, handle: (request) => append(request, streams) },
  ];
}
