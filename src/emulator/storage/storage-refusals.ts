import { jsonReply, type Reply } from '../http/reply.js';
import type { StorageBehaviour } from './storage-behaviour.js';
import type { SignatureCheck } from './url-signer.js';
import { xmlError } from './xml-error.js';

function b2Error(status: number, code: string, message: string): Reply {
  return jsonReply(status, { code, message, status });
}

/** A second credential beside the signature in the URL, which a client has let through (contract §8.2). */
export function secondCredential({ dialect }: StorageBehaviour): Reply {
  return dialect === 'b2'
    ? b2Error(401, 'bad_auth_token', 'Invalid authorization token')
    : xmlError(400, 'InvalidRequest', 'Missing x-amz-content-sha256');
}

/** What becomes of a signature that is not valid. */
export function badSignature(check: Exclude<SignatureCheck, 'valid'>, { dialect }: StorageBehaviour): Reply {
  switch (check) {
    case 'expired':
      return dialect === 'b2'
        ? b2Error(401, 'expired_auth_token', 'Authorization token has expired')
        : xmlError(403, 'AccessDenied', 'Request has expired');
    case 'missing':
      return xmlError(403, 'AccessDenied', 'Access Denied');
    default:
      return xmlError(403, 'SignatureDoesNotMatch', 'The request signature we calculated does not match.');
  }
}
