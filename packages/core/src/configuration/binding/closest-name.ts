/** The name that a misspelt one was probably meant to be, if one is near enough. */
export function closestName(misspelt: string, names: readonly string[]): string | undefined {
  // Nobody misspells a name at such length; the comparison takes quadratic time.
  if (misspelt.length > 64) return undefined;
  let closest: string | undefined;
  let smallest = Number.POSITIVE_INFINITY;
  for (const name of names) {
    const distance = editDistance(misspelt.toLowerCase(), name.toLowerCase());
    if (distance < smallest) {
      smallest = distance;
      closest = name;
    }
  }
  return smallest <= Math.max(1, Math.floor(misspelt.length / 3)) ? closest : undefined;
}

/** Levenshtein distance: how many letters to insert, delete or replace. */
function editDistance(left: string, right: string): number {
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const replaced = (previous[column - 1] ?? 0) + (left[row - 1] === right[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[right.length] ?? 0;
}
