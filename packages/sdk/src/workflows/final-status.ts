const final: ReadonlySet<string> = new Set(['succeeded', 'failed', 'expired', 'canceled']);

/** Whether a workflow, step or job stays as it is from here on. A status that this release does not know is not final. */
export function isFinalStatus(status: string): boolean {
  return final.has(status);
}
