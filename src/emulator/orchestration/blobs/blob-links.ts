import type { BlobRecord } from './blob-records.js';
import type { ArchiveEntry, ArchiveFormat } from './blob-store.js';
import type { SealedTokens } from './sealed-tokens.js';
import type { SignedLink, SignedLinks } from './signed-links.js';

/** Where contents lie, on both origins. */
const CONTENT_PATH = '/v2/consumer/blobs';

/** What a content token says: bytes of a blob. */
export interface ContentTicket {
  readonly kind: 'content';
  readonly blobId: string;
  /** The name to save it under. */
  readonly filename?: string;
  /** To be saved, not shown. */
  readonly download?: boolean;
}

/** What a token says that leads to the picture shown in place of a withheld blob. */
export interface BlockedTicket {
  readonly kind: 'blocked';
  readonly width: number;
  readonly height: number;
}

/** What an archive's token says. */
export interface ArchiveTicket {
  readonly kind: 'archive';
  readonly entries: readonly ArchiveEntry[];
  readonly format: ArchiveFormat;
}

/** Everything a token can say; its kind is also the folder it lies in. */
export type BlobTicket = ContentTicket | BlockedTicket | ArchiveTicket;

/** Makes the URLs of contents. */
export interface BlobLinks {
  readonly links: SignedLinks;
  readonly tokens: SealedTokens;
  /** Signed, and expiring. */
  to(ticket: BlobTicket): SignedLink;
  /** The same, but of a public blob without signature and end. */
  toBlob(
    record: BlobRecord,
    options?: Pick<ContentTicket, 'filename' | 'download'>,
  ): Partial<SignedLink> & { url: string };
}

/** How links are made. */
export interface BlobLinkOptions {
  readonly contentUrl: string;
  readonly urlSeconds: number;
  readonly links: SignedLinks;
  readonly tokens: SealedTokens;
}

/** Creates the maker of one store's URLs. */
export function createBlobLinks({ contentUrl, urlSeconds, links, tokens }: BlobLinkOptions): BlobLinks {
  const pathOf = (ticket: BlobTicket): string => `${CONTENT_PATH}/${ticket.kind}/${tokens.seal(ticket)}`;
  const to = (ticket: BlobTicket): SignedLink => links.sign(contentUrl, pathOf(ticket), urlSeconds);
  return {
    links,
    tokens,
    to,
    toBlob: ({ id, isPublic }, options = {}) => {
      const ticket: ContentTicket = { kind: 'content', blobId: id, ...options };
      return isPublic ? { url: `${contentUrl}${pathOf(ticket)}` } : to(ticket);
    },
  };
}
