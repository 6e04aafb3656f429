import type { Host, IncomingCall } from '../../http/incoming-call.js';
import { splitTarget } from '../../http/query-text.js';
import { emptyReply, type Reply } from '../../http/reply.js';
import { serveObject } from '../../storage/serve-object.js';
import { xmlError } from '../../storage/xml-error.js';
import { ASSET_FOLDER, type AssetRequest, type AssetStore, PROXY_FOLDER } from './asset-store.js';

/** What the origin of the files works on. */
export interface AssetHostParts {
  readonly assets: AssetStore;
  /** The status of addresses that have expired. */
  readonly expiredStatus: number;
  /** Every credential there is. */
  readonly secrets: () => Iterable<string>;
  /** Told of every request. */
  readonly record: (request: AssetRequest) => void;
}

const REMEDIES: Readonly<Record<number, readonly [string, string]>> = {
  403: ['AccessDenied', 'Request has expired'],
  410: ['Gone', 'The object is gone'],
};

function nameIn(pathname: string): string | undefined {
  const folder = [ASSET_FOLDER, PROXY_FOLDER].find((one) => pathname.startsWith(one));
  return folder === undefined ? undefined : decodeURIComponent(pathname.slice(folder.length));
}

function carriesSecret({ body, headers, target }: IncomingCall, secrets: Iterable<string>): boolean {
  const all = [decodeURIComponent(target), JSON.stringify(headers), body.bytes.toString('utf8')];
  return [...secrets].some((secret) => all.some((text) => text.includes(secret)));
}

/** The origin the files come from. It knows no keys, and tells whether one was sent. */
export function createAssetHost({ assets, expiredStatus, record, secrets }: AssetHostParts): Host {
  const answer = ({ headers, method, target }: IncomingCall): Reply => {
    if (method !== 'GET' && method !== 'HEAD') return emptyReply(405, { allow: 'GET, HEAD' });
    const asset = assets.find(nameIn(splitTarget(target).pathname) ?? '');
    if (asset === undefined) return xmlError(404, 'NoSuchKey', 'The specified key does not exist.');
    if (asset.isExpired) {
      const [code, message] = REMEDIES[expiredStatus] ?? ['NoSuchKey', 'The specified key does not exist.'];
      return xmlError(expiredStatus, code, message);
    }
    const { bytes, createdAt, etag, mediaType } = asset;
    return serveObject({ read: () => bytes, etag, lastModified: createdAt }, headers, { 'content-type': mediaType });
  };
  return (call) => {
    const reply = answer(call);
    const { pathname } = splitTarget(call.target);
    const keySent = carriesSecret(call, secrets());
    record({ method: call.method, path: pathname, status: reply.status, keySent });
    return reply;
  };
}
