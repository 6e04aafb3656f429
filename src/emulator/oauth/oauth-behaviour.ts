/** How the OAuth host and its user behave. */
export interface OAuthBehaviour {
  /**
   * What the user does when an application asks: agrees at once (`approve`, unless told), refuses (`deny`), has to be asked
   * on a page first (`ask`), or is not signed in (`signedOut`). Device flows wait in any case but `deny`, until
   * `approveDevice` or a visit to their verification address.
   */
  readonly user?: 'approve' | 'deny' | 'ask' | 'signedOut';
  /** Life of an access token; 3600 unless told. */
  readonly accessTokenSeconds?: number;
  /** Life of a refresh token; 30 days unless told. */
  readonly refreshTokenSeconds?: number;
  /** Life of an authorization code; 600 unless told. */
  readonly codeSeconds?: number;
  /** Life of a device code; 900 unless told. */
  readonly deviceCodeSeconds?: number;
  /** The `interval` a device flow is told; 5 unless told. */
  readonly pollSeconds?: number;
  /** Every application is switched off: authorizations are 403. */
  readonly appsDisabled?: boolean;
  /** The token endpoint fails inside: 500 `server_error`. */
  readonly tokensBroken?: boolean;
}
