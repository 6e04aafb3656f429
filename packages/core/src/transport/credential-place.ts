import type { Secret } from '../secrets/secret.js';
import type { HttpRequest } from './http-transport.js';

/**
 * Where a request carries its credential: `bearer` in `Authorization`, or under a name in the headers, in the query, or
 * first in the body, which is a JSON object then.
 */
export type CredentialPlace = 'bearer' | { readonly in: 'header' | 'query' | 'body'; readonly name: string };

/**
 * The request with its credential in its place. Done last of all, so that nobody else has seen it: not middleware, not
 * logs, not the caller's own object.
 *
 * @throws TypeError when it belongs into a body that is not a JSON object
 */
export function withCredential(request: HttpRequest, credential: Secret, place: CredentialPlace): HttpRequest {
  const text = credential.reveal();
  if (place === 'bearer') return withHeader(request, 'authorization', `Bearer ${text}`);
  switch (place.in) {
    case 'header':
      return withHeader(request, place.name, text);
    case 'query': {
      const url = new URL(request.url);
      url.searchParams.set(place.name, text);
      return { ...request, url: url.href };
    }
    case 'body':
      return { ...request, body: withMember(request.body, place.name, text) };
  }
}

function withHeader(request: HttpRequest, name: string, value: string): HttpRequest {
  return { ...request, headers: { ...request.headers, [name]: value } };
}

/** Put in front of the rest as text, for bodies hold whole files. */
function withMember(body: HttpRequest['body'], name: string, value: string): string {
  if (typeof body !== 'string' || !body.startsWith('{')) {
    throw new TypeError(`a credential in the body needs a JSON object, not ${body === undefined ? 'no body' : 'this'}`);
  }
  const member = `${JSON.stringify(name)}:${JSON.stringify(value)}`;
  return body === '{}' ? `{${member}}` : `{${member},${body.slice(1)}`;
}
