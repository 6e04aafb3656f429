/** Ways the real site is known to differ from one deployment or moment to the next (contract §14). All are off by default. */
export interface SiteBehaviour {
  /** `allowCommercialUse` as the database's own text, `"{Image,Rent}"`, instead of an array. */
  readonly commercialUseAsText?: boolean;
  /** Image `meta` nested as `{ id, meta }` wherever the request does not say `flatMeta`. */
  readonly nestedMeta?: boolean;
  /** Image cursors with JSON inside (`100|bdx:{…}`) instead of two numbers. */
  readonly jsonImageCursors?: boolean;
  /** Every `/api/v1` call answers 451, as in a blocked country. */
  readonly regionBlocked?: boolean;
  /** Every model hides its download and tip counts (null). */
  readonly hiddenMetrics?: boolean;
  /** No model shows its creator. */
  readonly modelsWithoutCreator?: boolean;
  /** Every model is archived or taken down. */
  readonly mode?: 'Archived' | 'TakenDown';
  /** Every version is in early access. */
  readonly earlyAccess?: boolean;
  /** Searches (`/models?query=` and `/images`) answer 503 with `Retry-After: 2`. */
  readonly searchOverloaded?: boolean;
  /** `POST /model-versions/by-hash` has a null behind every entry. */
  readonly nullHashEntries?: boolean;
  /** Its download links have the request's host; the real server's normally begin `https://undefined/`. */
  readonly hashLinksWithHost?: boolean;
  /** The account has no membership, hence no vault. */
  readonly withoutMembership?: boolean;
  /** The account is muted, and may not upload. */
  readonly muted?: boolean;
  /** Completing an upload answers 503 with `Retry-After: 2`. */
  readonly uploadsBusy?: boolean;
  /** Tensor metadata of every file is 422. */
  readonly unreadableTensors?: boolean;
  /** Whose downloads are refused with 403: those of the address, or of the account. */
  readonly downloadsBlocked?: 'address' | 'account';
  /** Downloads of public files need no token; on the real site they all do. */
  readonly publicDownloads?: boolean;
  /** Storage finds no file: every download is 404, and nothing may cache that. */
  readonly unresolvableStorage?: boolean;
  /** The last byte of every downloaded file is another one than its published hashes are of (contract §12, 6). */
  readonly damagedFiles?: boolean;
  /** Vault downloads are refused, with 503, or 403 for a vault that can only be read. */
  readonly vaultDownloads?: 'refused' | 'readOnly';
  /** What kind of token the emulator's key is, which shows in `/me`. */
  readonly tokenKind?: 'apiKey' | 'apiKeyWithoutUserRead' | 'oauth';
}
