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
  /** What kind of token the emulator's key is, which shows in `/me`. */
  readonly tokenKind?: 'apiKey' | 'apiKeyWithoutUserRead' | 'oauth';
}
