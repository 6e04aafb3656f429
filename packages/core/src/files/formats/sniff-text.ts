import type { FileFormat } from './file-format.js';

const byteOrderMark = '\xef\xbb\xbf';
/** Elements that web pages begin with; not every `<` is one. */
const pageBeginning =
  /^<(?:!doctype\s+html|(?:html|head|body|script|style|title|meta|link|iframe|h1|div|table|font|center|p|br|a|b)(?=[\s/>]))/;
/** An object with a member or none, or a list of values. */
const jsonBeginning = /^(?:\{\s*(?:"|\}|$)|\[\s*(?:[[{\]"\d-]|true|false|null|$))/;

/** Web pages, XML and JSON, which servers send instead of a file; `text` is the beginning, a character a byte. */
export function sniffText(text: string): FileFormat | undefined {
  const begun = skipComments(text.startsWith(byteOrderMark) ? text.slice(byteOrderMark.length) : text);
  if (begun.startsWith('<')) return sniffMarkup(begun.toLowerCase());
  return jsonBeginning.test(begun) && !hasControls(begun) ? 'json' : undefined;
}

function sniffMarkup(markup: string): FileFormat | undefined {
  if (pageBeginning.test(markup)) return 'html';
  if (/^<svg[\s>]|^<!doctype\s+svg/.test(markup)) return 'svg';
  if (markup.startsWith('<?xml')) {
    const body = skipComments(markup.slice(Math.max(markup.indexOf('?>'), 3) + 2));
    if (pageBeginning.test(body)) return 'html';
    return /<svg[\s>]/.test(body) ? 'svg' : 'xml';
  }
  // What object storages send when something is wrong, without any prologue.
  return /^<error>|^<[a-z][\w.-]*\s+xmlns/.test(markup) ? 'xml' : undefined;
}

function skipComments(text: string): string {
  let rest = text.trimStart();
  while (rest.startsWith('<!--')) {
    const end = rest.indexOf('-->', 4);
    // Only pages begin with comments as long as that.
    if (end === -1) return '<html>';
    rest = rest.slice(end + 3).trimStart();
  }
  return rest;
}

/** Characters that no text has. */
function hasControls(text: string): boolean {
  return Array.from(text, (character) => character.charCodeAt(0)).some(
    (code) => code < 0x09 || (code > 0x0d && code < 0x20),
  );
}
