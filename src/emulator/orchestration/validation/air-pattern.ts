/** How the server reads an AIR: every part but source and id may be left out. */
const AIR = /^(?:urn:)?(?:air:)?(?:[\w/-]+:)?(?:[\w/-]+:)?[\w/-]+:[\w/.-]+(?:@[\w/.=,%+:-]+)?(?:\.[\w-]+)?$/;

/** Whether a text can be an AIR. */
export function isAir(text: string): boolean {
  return AIR.test(text);
}

/** Whether a text in a place where anything may be is one: in full, so that no prompt is mistaken for one. */
export function isFullAir(text: string): boolean {
  return text.startsWith('urn:air:') && isAir(text);
}
