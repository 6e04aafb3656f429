import { createHash } from 'node:crypto';
import type { Host, IncomingCall } from '../http/incoming-call.js';
import { parseQueryText, type Query, splitTarget } from '../http/query-text.js';
import { emptyReply, type Reply } from '../http/reply.js';
import type { MultipartUploads } from './multipart-uploads.js';
import { type StoredObject, serveObject } from './serve-object.js';
import type { StorageBehaviour } from './storage-behaviour.js';
import { badSignature, secondCredential } from './storage-refusals.js';
import type { Throttle } from './throttle.js';
import type { UrlSigner } from './url-signer.js';
import { xmlError } from './xml-error.js';

/** What the host of a store works on. */
export interface StorageParts {
  readonly signer: UrlSigner;
  /** By path, not percent-encoded. */
  readonly objects: Map<string, StoredObject>;
  readonly uploads: MultipartUploads;
  readonly behaviour: StorageBehaviour;
  readonly throttle: Throttle;
}

function decode(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
}

function text(query: Query, key: string): string | undefined {
  const value = query[key];
  return typeof value === 'string' ? value : undefined;
}

/** The real one refuses every second credential beside the signature in the URL (contract §8.2). */
function refuse(
  call: IncomingCall,
  path: string,
  query: Query,
  { behaviour, signer }: StorageParts,
): Reply | undefined {
  if (call.headers.authorization !== undefined) return secondCredential(behaviour);
  const check = signer.check(call.method, path, query);
  return check === 'valid' ? undefined : badSignature(check, behaviour);
}

function put(call: IncomingCall, path: string, query: Query, { objects, uploads }: StorageParts): Reply {
  const { bytes, cut } = call.body;
  if (cut) return xmlError(400, 'EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size');
  const etag = `"${createHash('md5').update(bytes).digest('hex')}"`;
  const uploadId = text(query, 'uploadId');
  if (uploadId === undefined) {
    objects.set(path, { read: () => bytes, etag, lastModified: new Date() });
  } else if (!uploads.keep(uploadId, Number(text(query, 'partNumber')), bytes, etag)) {
    return xmlError(404, 'NoSuchUpload', 'The specified multipart upload does not exist.');
  }
  return emptyReply(200, { etag });
}

/** Object storage over HTTP. Signatures cover the verb, so HEAD on a download fails; only finished uploads need none. */
export function createStorageHost(parts: StorageParts): Host {
  return (call) => {
    const { pathname, queryText } = splitTarget(call.target);
    const query = parseQueryText(queryText);
    const path = decode(pathname);
    const object = path === undefined ? undefined : parts.objects.get(path);
    if (path === undefined) return xmlError(400, 'InvalidURI', "Couldn't parse the specified URI.");
    if (queryText === '' && object !== undefined && call.method === 'GET' && path.startsWith('/civitai-media/')) {
      return serveObject(object, call.headers, {});
    }
    const refusal = refuse(call, path, query, parts);
    if (refusal !== undefined) return refusal;
    if (call.method === 'PUT') return put(call, path, query, parts);
    if (object === undefined) return xmlError(404, 'NoSuchKey', 'The specified key does not exist.');
    const disposition = text(query, 'response-content-disposition');
    const extra = disposition === undefined ? {} : { 'content-disposition': disposition };
    return parts.throttle.apply(serveObject(object, call.headers, extra, parts.behaviour), call.gone);
  };
}
