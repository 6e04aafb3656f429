/** A piece of an HTML text. */
export type HtmlToken =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'open' | 'close';
      /** Lower case. */
      readonly name: string;
      /** As they were written. */
      readonly attributes: string;
    };

/** Elements whose content is no HTML; it is never given out. */
const rawElements: ReadonlySet<string> = new Set([
  'script',
  'style',
  'iframe',
  'noembed',
  'noframes',
  'textarea',
  'title',
  'xmp',
  'plaintext',
]);

/**
 * Takes HTML apart, much as browsers do: nothing is an error, comments and the content of scripts and styles are left out,
 * and a tag that never ends swallows the rest. The time it takes grows with the length and with nothing else.
 */
export function* readTokens(html: string): Generator<HtmlToken> {
  let at = 0;
  while (at < html.length) {
    const next = html.indexOf('<', at);
    if (next === -1) {
      yield { kind: 'text', text: html.slice(at) };
      return;
    }
    if (next > at) yield { kind: 'text', text: html.slice(at, next) };
    const follows = html.charAt(next + 1);
    if (follows === '!' || follows === '?') {
      at = endOfComment(html, next);
    } else if (/[a-z]/i.test(follows) || (follows === '/' && /[a-z]/i.test(html.charAt(next + 2)))) {
      const end = endOfTag(html, next + 1);
      if (end === undefined) return;
      const token = tagOf(html.slice(next + 1, end));
      yield token;
      at = token.kind === 'open' && rawElements.has(token.name) ? endOfRaw(html, token.name, end + 1) : end + 1;
    } else {
      // `</>` is nothing; any other sign is text.
      if (follows !== '/' || html.charAt(next + 2) !== '>') yield { kind: 'text', text: '<' };
      at = follows === '/' && html.charAt(next + 2) === '>' ? next + 3 : next + 1;
    }
  }
}

function tagOf(inside: string): Extract<HtmlToken, { readonly name: string }> {
  const kind = inside.startsWith('/') ? 'close' : 'open';
  const text = kind === 'close' ? inside.slice(1) : inside;
  const nameLength = text.search(/[\s/]/);
  return nameLength === -1
    ? { kind, name: text.toLowerCase(), attributes: '' }
    : { kind, name: text.slice(0, nameLength).toLowerCase(), attributes: text.slice(nameLength) };
}

/** Where the tag ends; a `>` in the quotes of a value does not end it. */
function endOfTag(html: string, from: number): number | undefined {
  const stops = /[>"']/g;
  stops.lastIndex = from;
  for (;;) {
    const stop = stops.exec(html);
    if (stop === null) return undefined;
    if (stop[0] === '>') return stop.index;
    if (!isValue(html, stop.index)) continue;
    const closing = html.indexOf(stop[0], stop.index + 1);
    if (closing === -1) return undefined;
    stops.lastIndex = closing + 1;
  }
}

/** Whether what stands here is behind a `=`. */
function isValue(html: string, at: number): boolean {
  let before = at - 1;
  while (/\s/.test(html.charAt(before))) before -= 1;
  return html.charAt(before) === '=';
}

function endOfComment(html: string, from: number): number {
  if (!html.startsWith('<!--', from)) return after(html.indexOf('>', from), 1, html);
  if (html.startsWith('<!-->', from)) return from + 5;
  return html.startsWith('<!--->', from) ? from + 6 : after(html.indexOf('-->', from + 4), 3, html);
}

function after(index: number, length: number, html: string): number {
  return index === -1 ? html.length : index + length;
}

/** At the closing tag, which is read next. */
function endOfRaw(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
  closing.lastIndex = from;
  return closing.exec(html)?.index ?? html.length;
}
