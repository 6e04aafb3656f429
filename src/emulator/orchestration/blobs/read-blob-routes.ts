import { emptyReply, jsonReply, type Reply } from '../../http/reply.js';
import { problemReply } from '../problem.js';
import { type QueryReader, readQuery } from '../requests/read-query.js';
import type { OrchestrationRequest, OrchestrationRoute } from '../route.js';
import { createErrorMap } from '../validation/error-map.js';
import type { BlobLinks } from './blob-links.js';
import type { BlobRecord, BlobRecords } from './blob-records.js';
import { exceedsLevel, readNsfwLevel } from './nsfw-levels.js';
import { viewBlob, withheldReason } from './view-blob.js';

const PATH = '/v2/consumer/blobs/:blobId';
/** The size of the placeholder for what has no size of its own. */
const USUAL_SIDE = 512;

function side(value: unknown): number {
  return typeof value === 'number' && value > 0 ? value : USUAL_SIDE;
}

function targetOf(record: BlobRecord, read: QueryReader, links: BlobLinks): string {
  const { members } = record.content;
  if (withheldReason(record, { hideMatureContent: false }) !== undefined) {
    return links.to({ kind: 'blocked', width: side(members?.['width']), height: side(members?.['height']) }).url;
  }
  const filename = read.text('filename');
  return links.toBlob(record, {
    ...(filename === undefined ? {} : { filename }),
    ...(read.flag('download') === true ? { download: true } : {}),
  }).url;
}

function noBlob(blobId: string): Reply {
  return problemReply(404, `There is no blob ${blobId}.`);
}

/** Finds the blob and where it lies, and answers with `status`; its rating is in a header either way. */
function locate(status: 308 | 204, request: OrchestrationRequest, links: BlobLinks, records: BlobRecords): Reply {
  const { parameters, query } = request;
  const blobId = parameters['blobId'] ?? '';
  const record = records.find(blobId);
  if (record === undefined) return noBlob(blobId);
  const level = record.content.nsfwLevel;
  const rating = level === undefined ? {} : { 'x-nsfw-level': level };
  const errors = createErrorMap();
  const read = readQuery(query, errors);
  const asked = read.text('nsfwLevel');
  const most = asked === undefined ? undefined : readNsfwLevel(asked);
  if (asked !== undefined && most === undefined) errors.add('nsfwLevel', `The value '${asked}' is not valid.`);
  const location = targetOf(record, read, links);
  if (!errors.isEmpty) return errors.reply();
  if (most !== undefined && exceedsLevel(level, most)) {
    return problemReply(403, `The blob is rated ${level}, which is more than ${most}.`, {}, rating);
  }
  return emptyReply(status, { location, ...rating });
}

function refresh({ parameters }: OrchestrationRequest, links: BlobLinks, records: BlobRecords): Reply {
  const blobId = parameters['blobId'] ?? '';
  const record = records.find(blobId);
  if (record === undefined || !records.renew(blobId)) return noBlob(blobId);
  return jsonReply(200, viewBlob(record, links, { hideMatureContent: false }));
}

/** `GET` and `HEAD /v2/consumer/blobs/{blobId}`, and its `POST refresh`. */
export function createReadBlobRoutes(links: BlobLinks, records: BlobRecords): readonly OrchestrationRoute[] {
  return [
    { method: 'GET', path: PATH, handle: (request) => locate(308, request, links, records) },
    { method: 'HEAD', path: PATH, handle: (request) => locate(204, request, links, records) },
    { method: 'POST', path: `${PATH}/refresh`, handle: (request) => refresh(request, links, records) },
  ];
}
