import { createHash } from 'node:crypto';

/** A file under a public address. */
export interface Asset {
  readonly name: string;
  readonly bytes: Buffer;
  readonly mediaType: string;
  readonly etag: string;
  readonly createdAt: Date;
  isExpired: boolean;
}

/** A request to the origin of the files. */
export interface AssetRequest {
  readonly method: string;
  readonly path: string;
  /** What was answered. */
  readonly status: number;
  /** A credential of ModelsLab came along, anywhere in the request: it never should. */
  readonly keySent: boolean;
}

/** The files of one emulator. */
export interface AssetStore {
  /** The address a file of this name has, or will have. */
  urlOf(name: string): string;
  /** The second address of the same file. */
  proxyUrlOf(name: string): string;
  add(name: string, bytes: Buffer, mediaType: string): void;
  find(name: string): Asset | undefined;
  /** The addresses of all files there are so far stop working. */
  expireAll(): void;
}

/** Where files lie below their origin. */
export const ASSET_FOLDER = '/generations/';
/** Where the same files lie once more. */
export const PROXY_FOLDER = '/proxy/generations/';

/** Creates an empty store. */
export function createAssetStore(origin: string): AssetStore {
  const assets = new Map<string, Asset>();
  return {
    urlOf: (name) => `${origin}${ASSET_FOLDER}${name}`,
    proxyUrlOf: (name) => `${origin}${PROXY_FOLDER}${name}`,
    add: (name, bytes, mediaType) => {
      const etag = `"${createHash('md5').update(bytes).digest('hex')}"`;
      assets.set(name, { name, bytes, mediaType, etag, createdAt: new Date(), isExpired: false });
    },
    find: (name) => assets.get(name),
    expireAll: () => {
      for (const asset of assets.values()) asset.isExpired = true;
    },
  };
}
