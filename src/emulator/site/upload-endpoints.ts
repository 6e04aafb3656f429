import { isJsonObject, typeIssues } from '../http/body-checks.js';
import { zodErrorObject } from '../http/issues.js';
import { jsonReply, type Reply } from '../http/reply.js';
import type { SentPart } from '../storage/multipart-uploads.js';
import { MEDIA_BUCKET } from '../storage/object-store.js';
import type { Endpoint, Site, SiteRequest } from './endpoint.js';
import { errorText, unexpectedError } from './site-errors.js';

function takeUpload(_request: SiteRequest, { storage }: Site): Reply {
  return jsonReply(200, storage.takeUpload());
}

function takeMultipart({ body }: SiteRequest, { storage, behaviour }: Site): Reply {
  if (behaviour.muted === true) return errorText(403, 'Your account is muted');
  const size = isJsonObject(body) ? body['size'] : undefined;
  return jsonReply(200, storage.takeMultipart(typeof size === 'number' && size > 0 ? Math.ceil(size) : undefined));
}

function isPart(value: unknown): value is SentPart {
  return isJsonObject(value) && typeof value['ETag'] === 'string' && typeof value['PartNumber'] === 'number';
}

function completeUpload({ body }: SiteRequest, { storage, behaviour }: Site): Reply {
  if (behaviour.uploadsBusy === true) {
    return jsonReply(503, { error: 'Storage is busy, please try again' }, { 'retry-after': '2' });
  }
  if (!isJsonObject(body)) return unexpectedError(zodErrorObject(typeIssues(body, 'object')));
  const { bucket, key, uploadId, parts } = body;
  const readable = Array.isArray(parts) && parts.every(isPart);
  if (!readable || bucket !== MEDIA_BUCKET || typeof key !== 'string' || typeof uploadId !== 'string') {
    return errorText(422, 'The upload could not be completed');
  }
  const completion = storage.complete(key, uploadId, parts);
  if (completion === 'already') return jsonReply(200, null);
  if (completion === 409) return errorText(409, 'The upload does not exist any more');
  if (completion === 422) return errorText(422, 'A part is missing, or is not the one that was sent');
  return jsonReply(200, `${storage.origin}/${MEDIA_BUCKET}/${key}`);
}

const ANY_METHOD: readonly string[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** `/api/v1/image-upload`, whatever the verb: one signed PUT. */
export const TAKE_UPLOAD: Endpoint = {
  path: '/api/v1/image-upload',
  access: 'authed',
  methods: ANY_METHOD,
  handle: takeUpload,
};

/** `POST /api/v1/image-upload/multipart`: a signed PUT for each part. */
export const TAKE_MULTIPART: Endpoint = {
  path: '/api/v1/image-upload/multipart',
  access: 'authed',
  methods: ['POST'],
  handle: takeMultipart,
};

/** `POST /api/upload/complete`: puts the parts together, once. */
export const COMPLETE_UPLOAD: Endpoint = {
  path: '/api/upload/complete',
  access: 'authed',
  methods: ['POST'],
  handle: completeUpload,
};
