/** Ways in which one storage differs from the next. Everything has a default. */
export interface StorageBehaviour {
  /** How it refuses: `r2`, the default, as S3 and Cloudflare R2 do, in XML; `b2` as Backblaze does, partly in JSON. */
  readonly dialect?: 'r2' | 'b2';
  /**
   * How it tells the name of a file: `quoted` unless told. `star` by `filename*` alone, `both` in both ways, `utf8raw` in
   * bytes that clients take for Latin-1, `traversal` as a path out of the folder, `none` not at all.
   */
  readonly disposition?: 'quoted' | 'star' | 'both' | 'utf8raw' | 'traversal' | 'none';
  /** `strong` unless told. */
  readonly etags?: 'strong' | 'weak' | 'none';
  /** Without `Last-Modified`. */
  readonly withoutDates?: boolean;
  /** Sends the whole file whatever range is asked for. */
  readonly withoutRanges?: boolean;
  /** Sends bodies in chunks, without saying how long they are. */
  readonly withoutLengths?: boolean;
  /** The most that one connection gets. */
  readonly bytesPerSecond?: number;
  /** The most that all connections get together. */
  readonly totalBytesPerSecond?: number;
}
