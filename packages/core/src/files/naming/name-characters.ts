/** Characters that no name may have on some system, the separators of all systems among them. */
const forbidden = /[\p{Cc}<>:"|?*/\\\p{Surrogate}]/gu;

/**
 * Characters that nobody sees and that make a name look like another: those that turn the direction of writing, byte
 * order marks, separators of lines and paragraphs. The joiners stay, for scripts and emoji need them.
 */
const invisible = /[\u061C\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/gu;

/** Names of devices on Windows, whatever extension they have. */
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|clock\$|(?:com|lpt)[0-9\u00B9\u00B2\u00B3])$/iu;

/** A text in which every character may be in a name: what may not is `_`, what cannot be seen is gone. */
export function replaceCharacters(text: string): string {
  return text.replace(invisible, '').normalize('NFC').replace(forbidden, '_');
}

/** Without blanks at both ends and dots at the end: Windows drops those silently, so two names would be one. */
export function trimEdges(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === '.' || text[end - 1]?.trim() === '')) end -= 1;
  return text.slice(0, end).trimStart();
}

/** Whether a name is one of a device on Windows, which looks only at what is before the first dot. */
function isReserved(name: string): boolean {
  return reserved.test(trimEdges(beforeFirstDot(name)));
}

/** A name that is no device's: `NUL.txt` becomes `NUL_.txt`. */
export function avoidReserved(name: string): string {
  if (!isReserved(name)) return name;
  const base = beforeFirstDot(name);
  return `${trimEdges(base)}_${name.slice(base.length)}`;
}

function beforeFirstDot(name: string): string {
  const dot = name.indexOf('.');
  return dot === -1 ? name : name.slice(0, dot);
}
