/** Tells a source that nobody wants more of it. Whether it succeeds is of no interest any more. */
export async function leaveSource(source: AsyncIterator<unknown>): Promise<void> {
  try {
    await source.return?.();
  } catch {
    // The error that made us leave is the one that counts.
  }
}
