/** A moment as the server writes it: UTC, seven digits behind the second. */
export function dateText(ms: number): string {
  return new Date(ms).toISOString().replace('Z', '0000Z');
}

/** The same for a moment that may not have come. */
export function dateTextOrNull(ms: number | undefined): string | null {
  return ms === undefined ? null : dateText(ms);
}
