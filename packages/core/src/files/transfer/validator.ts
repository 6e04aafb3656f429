/** What a server calls a version of a file. */
export interface EntityNames {
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}

/**
 * What may be sent as `If-Range`: a strong `ETag`, or else the time of the last change. A weak one says that two files
 * mean the same, not that they have the same bytes.
 */
export function validatorOf({ etag, lastModified }: EntityNames): string | undefined {
  if (etag !== undefined && /^"[^"]*"$/.test(etag)) return etag;
  return lastModified !== undefined && !Number.isNaN(Date.parse(lastModified)) ? lastModified : undefined;
}

/** Whether what a server calls the file now contradicts what was noted. Names that only one of the two has say nothing. */
export function isOther(noted: EntityNames, now: EntityNames): boolean {
  if (isStrong(noted.etag) && isStrong(now.etag)) return noted.etag !== now.etag;
  if (noted.lastModified === undefined || now.lastModified === undefined) return false;
  return Date.parse(noted.lastModified) !== Date.parse(now.lastModified);
}

function isStrong(etag: string | undefined): boolean {
  return etag?.startsWith('"') === true;
}
