/** Whether a redirect may be followed: to any host, for nothing secret goes along, but never from https to http. */
export function isAsSafe(from: string, to: string): boolean {
  const target = URL.canParse(to) ? new URL(to).protocol : '';
  return target === 'https:' || (target === 'http:' && new URL(from).protocol === 'http:');
}
