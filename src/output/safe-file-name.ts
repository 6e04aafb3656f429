/** What some system forbids in names, or what could mislead whoever reads them. */
const forbidden = /[<>:"/\\|?*\p{Control}\p{Format}\p{Surrogate}]/gu;
/** Names of devices on Windows, whatever their ending. */
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i;
/** Bytes of a name, with room for what a download adds while it is written. */
const mostBytes = 200;

/**
 * A name for a file that every system takes, and that is in no other folder. Names come from strangers: nothing in them
 * is a path.
 */
export function safeFileName(stem: string, extension: string): string {
  const ending = extension === '' ? '' : `.${clean(extension)}`;
  const cleaned = clean(stem).replaceAll(/^[.\s]+|[.\s]+$/g, '');
  const free = reserved.test(cleaned) ? `_${cleaned}` : cleaned;
  return `${cut(free === '' ? 'file' : free, mostBytes - Buffer.byteLength(ending))}${ending}`;
}

function clean(text: string): string {
  return text.normalize('NFC').replaceAll(forbidden, '_');
}

function cut(text: string, bytes: number): string {
  let kept = '';
  for (const character of text) {
    if (Buffer.byteLength(kept + character) > bytes) break;
    kept += character;
  }
  return kept.replaceAll(/[.\s]+$/g, '');
}
