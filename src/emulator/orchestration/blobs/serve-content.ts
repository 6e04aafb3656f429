import type { IncomingHttpHeaders } from 'node:http';
import type { Query } from '../../http/query-text.js';
import { emptyReply, type Reply } from '../../http/reply.js';
import { serveObject } from '../../storage/serve-object.js';
import { problemReply } from '../problem.js';
import { type ArchiveFile, withUniqueNames } from './archive-files.js';
import type { ArchiveTicket, BlobLinks, BlobTicket, BlockedTicket, ContentTicket } from './blob-links.js';
import type { BlobRecords } from './blob-records.js';
import { plainPng } from './plain-png.js';
import { tarArchive } from './tar-archive.js';
import { zipArchive } from './zip-archive.js';

/** The parts of a request for content that its answer depends on. */
export interface ContentCall {
  /** As signed, without the origin. */
  readonly path: string;
  /** What the path says it is. */
  readonly kind: string;
  readonly token: string;
  readonly query: Query;
  readonly headers: IncomingHttpHeaders;
}

const GREY = [64, 64, 64] as const;
/** Content never changes under its token; how long the link works is another matter. */
const CACHE = 'private, max-age=31536000, immutable';

function disposition({ filename, download }: ContentTicket): Record<string, string> {
  if (filename === undefined && download !== true) return {};
  const kind = download === true ? 'attachment' : 'inline';
  if (filename === undefined) return { 'content-disposition': kind };
  // The plain form for names every client reads, the extended one (RFC 6266) for all others.
  const plain = filename.replace(/[^\x20-\x7e]|["\\]/g, '_');
  const extended = plain === filename ? '' : `; filename*=UTF-8''${encodeURIComponent(filename)}`;
  return { 'content-disposition': `${kind}; filename="${plain}"${extended}` };
}

function serveBlob(ticket: ContentTicket, { headers }: ContentCall, records: BlobRecords): Reply {
  const record = records.find(ticket.blobId);
  if (record === undefined) return problemReply(404, 'The blob does not exist, or its life is over.');
  const { content, etag, createdAt } = record;
  if (headers['if-none-match'] === etag) return emptyReply(304, { etag, 'cache-control': CACHE });
  const object = { read: () => content.bytes, etag, lastModified: createdAt };
  const reply = serveObject(object, headers, {
    'content-type': content.contentType,
    'cache-control': CACHE,
    'access-control-allow-origin': '*',
    ...(content.nsfwLevel === undefined ? {} : { 'x-nsfw-level': content.nsfwLevel }),
    ...disposition(ticket),
  });
  if (reply.status !== 416) return reply;
  return problemReply(
    416,
    'The blob ends before the range begins.',
    {},
    {
      'content-range': `bytes */${content.bytes.length}`,
    },
  );
}

function servePlaceholder({ width, height }: BlockedTicket): Reply {
  return { status: 200, headers: { 'content-type': 'image/png' }, body: plainPng(width, height, GREY) };
}

function serveArchive({ entries, format }: ArchiveTicket, records: BlobRecords): Reply {
  const files = entries.flatMap(({ blobId, fileName }): readonly ArchiveFile[] => {
    const record = records.find(blobId);
    return record === undefined ? [] : [{ name: fileName ?? blobId, bytes: record.content.bytes }];
  });
  const named = withUniqueNames(files);
  return {
    status: 200,
    headers: {
      'content-type': format === 'zip' ? 'application/zip' : 'application/x-tar',
      'content-disposition': `attachment; filename="archive.${format}"`,
    },
    body: format === 'zip' ? zipArchive(named) : tarArchive(named),
  };
}

function isPublic(ticket: BlobTicket, records: BlobRecords): boolean {
  return ticket.kind === 'content' && records.find(ticket.blobId)?.isPublic === true;
}

function refuse(call: ContentCall, ticket: BlobTicket, { links }: BlobLinks, records: BlobRecords): Reply | undefined {
  switch (links.check(call.path, call.query)) {
    case 'valid':
      return undefined;
    case 'expired':
      return ticket.kind === 'archive'
        ? problemReply(410, 'The archive link has expired. Run the blobArchive step again for a fresh one.')
        : problemReply(403, 'The link has expired. Ask for the blob again for a fresh one.');
    case 'missing':
      return isPublic(ticket, records) ? undefined : problemReply(401, 'The link is not signed.');
    default:
      return problemReply(403, 'The signature is not the one of this link.');
  }
}

/** Answers a request for content, a placeholder or an archive; who asks does not matter, only the link does. */
export function serveContent(call: ContentCall, links: BlobLinks, records: BlobRecords): Reply {
  const ticket = links.tokens.open(call.token) as BlobTicket | undefined;
  if (ticket === undefined || ticket.kind !== call.kind) return problemReply(400, 'The token is none of this server.');
  const refusal = refuse(call, ticket, links, records);
  if (refusal !== undefined) return refusal;
  if (ticket.kind === 'content') return serveBlob(ticket, call, records);
  return ticket.kind === 'blocked' ? servePlaceholder(ticket) : serveArchive(ticket, records);
}
