import { closestName } from '@civitkit/core/internal';
import { quote } from './describe.js';

/** ` Did you mean "…"?`, when something near enough is there. */
export function didYouMean(name: string, names: readonly string[]): string {
  const closest = closestName(name, names) ?? names.find((one) => isRearranged(name, one));
  return closest === undefined || closest === name ? '' : ` Did you mean ${quote(closest)}?`;
}

/** Whether only letters were swapped: of a short name, that is too far for a distance. */
function isRearranged(name: string, other: string): boolean {
  return name.length === other.length && name.length <= 64 && sortLetters(name) === sortLetters(other);
}

function sortLetters(name: string): string {
  return name.toLowerCase().split('').toSorted().join('');
}
