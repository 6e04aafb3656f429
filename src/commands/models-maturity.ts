import { browsingLevelNames } from '@civitkit/core/client';

/** A sum of maturity bits as a person says it. */
export function maturityText(mask: number): string {
  return mask === 0 ? 'unrated' : browsingLevelNames(mask).join(', ');
}
