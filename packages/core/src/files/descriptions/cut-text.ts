/**
 * Long text in parts of about this length, cut between words, or else not in an entity, nor between the halves of a
 * character.
 */
export function* cutText(text: string, length: number): Generator<string> {
  for (let at = 0; at < text.length; ) {
    const end = seamOf(text, at + length);
    yield text.slice(at, end);
    at = end;
  }
}

const longestWord = 200;
const longestEntity = 40;

function seamOf(text: string, near: number): number {
  if (near >= text.length) return text.length;
  const blank = text.lastIndexOf(' ', near - 1);
  if (blank > near - longestWord) return blank + 1;
  const entity = text.lastIndexOf('&', near - 1);
  if (entity > near - longestEntity) return entity;
  return /[\uD800-\uDBFF]/.test(text.charAt(near - 1)) ? near - 1 : near;
}
